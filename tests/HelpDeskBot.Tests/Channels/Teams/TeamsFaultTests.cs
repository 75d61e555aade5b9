using HelpDeskBot.Desk.Outbox;
using HelpDeskBot.Domain.Tickets;
using HelpDeskBot.Tests.Channels.Contract;
using HelpDeskBot.Tests.Support;
using HelpDeskBot.Tests.Support.Teams;
using Microsoft.EntityFrameworkCore;

namespace HelpDeskBot.Tests.Channels.Teams;

/// <summary>Whatever the connector does: everybody sees each thing once, or once more and marked where nobody can know.</summary>
public sealed class TeamsFaultTests : IAsyncLifetime
{
    private TeamsDriver _desk = null!;
    private TeamsPerson _amina = null!;
    private TeamsPerson _chen = null!;

    public static TheoryData<string> Passing { get; } = ["429", "429 without a time", "412", "503 with a time"];

    public static TheoryData<string> Ambiguous { get; } =
        ["502 after accept", "500 after accept", "504 after accept", "dropped after accept", "502", "dropped"];

    private FakeConnector Connector => _desk.Cloud.Connector;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _desk = await TeamsDriver.StartAsync();
        (_amina, _chen) = (_desk.Person("amina"), _desk.Person("chen", "it-support"));
        await _amina.FilesAsync("qzx the tray is stuck");
    }

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [Theory]
    [MemberData(nameof(Passing))]
    public async Task What_passes_is_waited_for_and_shown_once(string fault)
    {
        Connector.Fail(FaultOf(fault), request => request.IsCreate);
        await _chen.WritesAsync("Reply", "I am on my way");
        await _desk.LaterAsync();
        Assert.Equal(1, await _amina.CountsAsync("I am on my way"));
        Assert.Equal(0, await _amina.CountsAsync("You may have seen this before"));
    }

    [Theory]
    [MemberData(nameof(Ambiguous))]
    public async Task What_nobody_knows_is_said_at_most_once_more_and_marked(string fault)
    {
        Connector.Fail(FaultOf(fault), IsForAmina);
        await _chen.WritesAsync("Reply", "I am on my way");
        await _desk.LaterAsync();

        var shown = (await _amina.SeenAsync()).Where(message => message.Text.Contains("I am on my way", StringComparison.Ordinal)).ToList();
        Assert.Equal(fault.EndsWith("after accept", StringComparison.Ordinal) ? 2 : 1, shown.Count);
        Assert.Contains("You may have seen this before", shown[^1].Text, StringComparison.Ordinal);
        Assert.Equal(0, await _desk.ReadAsync(db => db.Outbox.CountAsync(row => row.State == OutboxState.Parked, Stop)));
    }

    [Fact]
    public async Task What_was_taken_without_an_id_is_not_said_again_and_cannot_be_changed()
    {
        Connector.Fail(new ConnectorFault.HalfAnswer { IsAfterAccept = true }, IsForAmina);
        await _chen.WritesAsync("Reply", "I am on my way");
        await _chen.PressesAsync("Undo");
        await _desk.LaterAsync();
        Assert.Equal(1, await _amina.CountsAsync("I am on my way"));
        Assert.Equal(0, await _desk.ReadAsync(db => db.Outbox.CountAsync(row => row.State != OutboxState.Sent, Stop)));
    }

    [Fact]
    public async Task Edits_are_repeated_after_anything_and_end_as_they_should()
    {
        foreach (var fault in new[] { "502 after accept", "dropped", "429" })
        {
            Connector.Fail(FaultOf(fault), request => request.Method == "PUT");
        }

        await _chen.PressesAsync("Claim");
        await _desk.LaterAsync();
        Assert.Contains("Chen Wei", (await _chen.SeesAsync("P3")).Text, StringComparison.Ordinal);
        await _amina.SeesAsync("In progress");
    }

    [Fact]
    public async Task A_card_that_is_too_large_for_Teams_comes_as_words()
    {
        Connector.Fail(ConnectorFault.Of(413, "MessageSizeTooBig"), IsForAmina);
        await _chen.WritesAsync("Reply", "I am on my way");
        Assert.Null((await _amina.SeesAsync("I am on my way")).Card);
    }

    [Fact]
    public async Task Who_blocked_the_bot_is_told_nothing_and_an_admin_sees_it()
    {
        Connector.Block("amina");
        await _chen.WritesAsync("Reply", "I am on my way");
        Assert.Equal(0, await _amina.CountsAsync("I am on my way"));
        var parked = await _desk.ReadAsync(db => db.Outbox.Where(row => row.State == OutboxState.Parked).ToListAsync(Stop));
        Assert.All(parked, row => Assert.Equal("connector.blocked (MessageWritesBlocked)", row.Error));
        Assert.NotEmpty(parked);
        await _desk.Person("farid").SaysAsync("undelivered");
        await _desk.Person("farid").SeesAsync("connector.blocked");
    }

    [Fact]
    public async Task A_card_that_somebody_deleted_is_posted_anew_with_the_next_change()
    {
        var card = await _chen.FindAsync("P3");
        var channel = Connector.Conversations.Find(TeamsDriver.ChannelOf("it-support"))!;
        Connector.Conversations.Delete(channel, channel.Messages.Single(message => message.Id == card.Id));
        await _amina.WritesAsync("Add details", "it is the lower one");
        await _desk.LaterAsync();

        var anew = await _chen.FindAsync("P3");
        Assert.NotEqual(card.Id, anew.Id);
        await _chen.PressesAsync("Claim");
        Assert.Contains("Chen Wei", (await _chen.FindAsync("P3")).Text, StringComparison.Ordinal);
        Assert.Equal(0, await _desk.ReadAsync(db => db.Outbox.CountAsync(row => row.State == OutboxState.Parked, Stop)));
    }

    [Theory]
    [InlineData(501)]
    [InlineData(405)]
    public async Task Where_nothing_can_be_deleted_it_says_that_it_was_taken_back(int status)
    {
        await _chen.WritesAsync("Reply", "Kick it hard");
        Connector.Fail(new ConnectorFault.Status(status), request => request.Method == "DELETE", times: 10);
        await _chen.PressesAsync("Undo");
        await _desk.LaterAsync();
        Assert.Equal((0, 0), (await _amina.CountsAsync("Kick it hard"), await _chen.CountsAsync("Kick it hard")));
        await _amina.SeesAsync("Taken back.");
    }

    [Fact]
    public async Task Deliveries_in_any_number_and_order_have_one_effect_each()
    {
        await _chen.WritesAsync("Ask requester", "Which tray?");
        await _amina.SaysAsync("the lower one");
        for (var i = 0; i < 3; i++)
        {
            await _amina.IsDeliveredAgainAsync();
        }

        await _amina.EditsAsync("the lower one", "the upper one");
        await _amina.IsDeliveredAgainAsync();
        await _amina.IsDeliveredAgainAsync();
        Assert.Equal((1, 1), (await CountAsync(Act.Comment), await CountAsync(Act.EditMessage)));
        await _chen.SeesAsync("the upper one");
    }

    private static bool IsForAmina(ConnectorRequest request) =>
        request.IsCreate && request.Segments is [_, "a:amina", ..] && request.Body.Contains("I am on my way", StringComparison.Ordinal);

    private static ConnectorFault FaultOf(string name) => name switch
    {
        "429" => ConnectorFault.Throttled("1"),
        "429 without a time" => ConnectorFault.Throttled(null),
        "412" => ConnectorFault.Of(412, "PreconditionFailed"),
        "503 with a time" => new ConnectorFault.Status(503) { RetryAfter = "1" },
        "dropped" => new ConnectorFault.Drop(),
        "dropped after accept" => new ConnectorFault.Drop { IsAfterAccept = true },
        _ => new ConnectorFault.Status(int.Parse(name.Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture))
        {
            IsAfterAccept = name.EndsWith("after accept", StringComparison.Ordinal),
        },
    };

    private Task<int> CountAsync(Act act) => _desk.ReadAsync(db => db.Timeline.CountAsync(entry => entry.Act == act, Stop));
}
