using HelpDeskBot.Desk.Outbox;
using HelpDeskBot.Domain.Tickets;
using HelpDeskBot.Tests.Channels.Contract;
using HelpDeskBot.Tests.Support;
using HelpDeskBot.Tests.Support.Teams;
using Microsoft.EntityFrameworkCore;

namespace HelpDeskBot.Tests.Channels.Teams;

/// <summary>Whatever the connector does: everybody sees each thing once, or once more and marked where nobody can know.</summary>
public sealed class TeamsFaultTests : TeamsStory
{
    public static TheoryData<string> Passing { get; } = ["429", "429 without a time", "412", "503 with a time"];

    public static TheoryData<string> Ambiguous { get; } =
        ["502 after accept", "500 after accept", "504 after accept", "dropped after accept", "502", "dropped"];

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Amina.FilesAsync("qzx the tray is stuck");
    }

    [Theory]
    [MemberData(nameof(Passing))]
    public async Task What_passes_is_waited_for_and_shown_once(string fault)
    {
        Connector.Fail(FaultOf(fault), request => request.IsCreate);
        await Chen.WritesAsync("Reply", "I am on my way");
        await Desk.LaterAsync();
        Assert.Equal(1, await Amina.CountsAsync("I am on my way"));
        Assert.Equal(0, await Amina.CountsAsync("You may have seen this before"));
    }

    [Theory]
    [MemberData(nameof(Ambiguous))]
    public async Task What_nobody_knows_is_said_at_most_once_more_and_marked(string fault)
    {
        Connector.Fail(FaultOf(fault), IsForAmina);
        await Chen.WritesAsync("Reply", "I am on my way");
        await Desk.LaterAsync();

        var shown = (await Amina.SeenAsync()).Where(message => message.Text.Contains("I am on my way", StringComparison.Ordinal)).ToList();
        Assert.Equal(fault.EndsWith("after accept", StringComparison.Ordinal) ? 2 : 1, shown.Count);
        Assert.Contains("You may have seen this before", shown[^1].Text, StringComparison.Ordinal);
        Assert.Equal(0, await Desk.ReadAsync(db => db.Outbox.CountAsync(row => row.State == OutboxState.Parked, Stop)));
    }

    [Fact]
    public async Task What_was_taken_without_an_id_is_not_said_again_and_cannot_be_changed()
    {
        Connector.Fail(new ConnectorFault.HalfAnswer { IsAfterAccept = true }, IsForAmina);
        await Chen.WritesAsync("Reply", "I am on my way");
        await Chen.PressesAsync("Undo");
        await Desk.LaterAsync();
        Assert.Equal(1, await Amina.CountsAsync("I am on my way"));
        Assert.Equal(0, await Desk.ReadAsync(db => db.Outbox.CountAsync(row => row.State != OutboxState.Sent, Stop)));
    }

    [Fact]
    public async Task Edits_are_repeated_after_anything_and_end_as_they_should()
    {
        foreach (var fault in new[] { "502 after accept", "dropped", "429" })
        {
            Connector.Fail(FaultOf(fault), request => request.Method == "PUT");
        }

        await Chen.PressesAsync("Claim");
        await Desk.LaterAsync();
        Assert.Contains("Chen Wei", (await Chen.SeesAsync("P3")).Text, StringComparison.Ordinal);
        await Amina.SeesAsync("In progress");
    }

    [Fact]
    public async Task A_card_that_is_too_large_for_Teams_comes_as_words()
    {
        Connector.Fail(ConnectorFault.Of(413, "MessageSizeTooBig"), IsForAmina);
        await Chen.WritesAsync("Reply", "I am on my way");
        Assert.Null((await Amina.SeesAsync("I am on my way")).Card);
    }

    [Fact]
    public async Task Who_blocked_the_bot_is_told_nothing_and_an_admin_sees_it()
    {
        Connector.Block("amina");
        await Chen.WritesAsync("Reply", "I am on my way");
        Assert.Equal(0, await Amina.CountsAsync("I am on my way"));
        var parked = await Desk.ReadAsync(db => db.Outbox.Where(row => row.State == OutboxState.Parked).ToListAsync(Stop));
        Assert.All(parked, row => Assert.Equal("connector.blocked (MessageWritesBlocked)", row.Error));
        Assert.NotEmpty(parked);
        await Desk.Person("farid").SaysAsync("undelivered");
        await Desk.Person("farid").SeesAsync("connector.blocked");
    }

    [Fact]
    public async Task A_card_that_somebody_deleted_is_posted_anew_with_the_next_change()
    {
        var card = await Chen.FindAsync("P3");
        var channel = Connector.Conversations.Find(TeamsDriver.ChannelOf("it-support"))!;
        Connector.Conversations.Delete(channel, channel.Messages.Single(message => message.Id == card.Id));
        await Amina.WritesAsync("Add details", "it is the lower one");
        await Desk.LaterAsync();

        var anew = await Chen.FindAsync("P3");
        Assert.NotEqual(card.Id, anew.Id);
        await Chen.PressesAsync("Claim");
        Assert.Contains("Chen Wei", (await Chen.FindAsync("P3")).Text, StringComparison.Ordinal);
        Assert.Equal(0, await Desk.ReadAsync(db => db.Outbox.CountAsync(row => row.State == OutboxState.Parked, Stop)));
    }

    [Theory]
    [InlineData(501)]
    [InlineData(405)]
    public async Task Where_nothing_can_be_deleted_it_says_that_it_was_taken_back(int status)
    {
        await Chen.WritesAsync("Reply", "Kick it hard");
        Connector.Fail(new ConnectorFault.Status(status), request => request.Method == "DELETE", times: 10);
        await Chen.PressesAsync("Undo");
        await Desk.LaterAsync();
        Assert.Equal((0, 0), (await Amina.CountsAsync("Kick it hard"), await Chen.CountsAsync("Kick it hard")));
        await Amina.SeesAsync("Taken back.");
    }

    [Fact]
    public async Task Whoever_is_gone_is_told_nothing_more_and_an_admin_sees_it()
    {
        Connector.Conversations.Remove("a:amina");
        await Chen.WritesAsync("Reply", "I am on my way");
        var parked = await Desk.ReadAsync(db => db.Outbox.Where(row => row.State == OutboxState.Parked && row.Kind == OutboxKind.Message).SingleAsync(Stop));
        Assert.Equal("connector.gone (ConversationNotFound)", parked.Error);
        await Desk.Person("farid").SaysAsync("undelivered");
        await Desk.Person("farid").SeesAsync("connector.gone");
    }

    [Fact]
    public async Task A_slow_answer_is_waited_for_and_counts()
    {
        Connector.Fail(new ConnectorFault.Hang { IsAfterAccept = true }, IsForAmina);
        var writes = Chen.WritesAsync("Reply", "I am on my way");
        await Connector.HangsAsync();
        Connector.LetGo();
        await writes;
        await Desk.LaterAsync();
        Assert.Equal((1, 0), (await Amina.CountsAsync("I am on my way"), await Amina.CountsAsync("You may have seen this before")));
    }

    [Fact]
    public async Task In_a_storm_of_refusals_everybody_is_told_everything_once_and_in_order()
    {
        foreach (var fault in new[] { "429", "502", "429 without a time", "503 with a time", "dropped after accept", "429" })
        {
            Connector.Fail(FaultOf(fault), request => request.IsCreate && request.Segments is [_, "a:amina", ..]);
        }

        for (var i = 1; i <= 5; i++)
        {
            await Chen.WritesAsync("Reply", $"step {i} of it");
        }

        await Desk.LaterAsync();
        await Desk.LaterAsync();
        var told = (await Amina.SeenAsync()).Where(message => message.Text.Contains(" of it", StringComparison.Ordinal)).ToList();
        Assert.InRange(told.Count, 5, 6);
        Assert.Equal([1, 2, 3, 4, 5], told.Select(StepOf).Distinct());
        Assert.Equal(told.Select(StepOf).Order(), told.Select(StepOf));
        Assert.All(told.GroupBy(StepOf).Where(same => same.Count() > 1), same => Assert.Contains("You may have seen this before", same.Last().Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_new_thread_that_nobody_knows_of_is_begun_once_more_and_marked()
    {
        Connector.Fail(FaultOf("502 after accept"), request => request is { Method: "POST", Segments: ["conversations"] });
        await Amina.FilesAsync("qzx the lamp flickers");
        await Desk.LaterAsync();
        var cards = (await Chen.SeenAsync()).Where(message => message.Text.Contains("the lamp flickers", StringComparison.Ordinal)).ToList();
        Assert.Equal(2, cards.Count);
        Assert.Contains("You may have seen this before", cards[1].Text, StringComparison.Ordinal);
        await Chen.WritesUnderAsync("the lamp flickers", "third one this week");
        Assert.Equal(1, await CountAsync(Act.Note));
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

    private static int StepOf(SeenInTeams message) => message.Text[message.Text.IndexOf("step ", StringComparison.Ordinal) + 5] - '0';
}
