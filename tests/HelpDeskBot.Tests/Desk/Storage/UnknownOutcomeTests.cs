using HelpDeskBot.Desk.Outbox;
using HelpDeskBot.Tests.Domain.Tickets;
using HelpDeskBot.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDeskBot.Tests.Desk.Storage;

/// <summary>What was on its way when the connection broke is shown once where that can be known, and at most twice, marked, where it cannot.</summary>
public class UnknownOutcomeTests
{
    private static readonly Destination ToAmina = Destination.To(TicketStory.Amina.Person!.Value);
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(2);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task What_the_platform_has_shown_is_not_said_again(Database database)
    {
        await using var desk = await StartAsync(database);
        await BreakAsync(desk);
        desk.Channel.Earlier = EarlierAttempt.Showed("shown-1");
        await SendLaterAsync(desk);

        Assert.Equal([], desk.Channel.Sent);
        Assert.Equal("shown-1", Assert.Single(await desk.ReadAsync(db => db.MessageCopies.ToListAsync(Stop))).Activity);
        Assert.Equal(OutboxState.Sent, (await RowAsync(desk)).State);
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task What_it_has_not_shown_is_said_as_if_for_the_first_time(Database database)
    {
        await using var desk = await StartAsync(database);
        await BreakAsync(desk);
        desk.Channel.Earlier = EarlierAttempt.ShowedNothing;
        await SendLaterAsync(desk);
        Assert.False(Assert.Single(desk.Channel.Sent).IsMarked);
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task What_nobody_can_tell_is_said_once_more_and_marked_and_then_an_admin_decides(Database database)
    {
        await using var desk = await StartAsync(database);
        await BreakAsync(desk);
        await SendLaterAsync(desk);
        Assert.True(Assert.Single(desk.Channel.Sent).IsMarked);

        await using var again = await StartAsync(database);
        await BreakAsync(again);
        again.Channel.WhileSending = _ => throw new HttpRequestException("broken again");
        await SendLaterAsync(again);
        await SendLaterAsync(again);
        Assert.Equal((OutboxState.Parked, "Nobody knows whether it was shown"), await RowAsync(again) is var row ? (row.State, row.Error!) : default);
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task What_the_platform_wants_later_comes_then_and_is_no_failure(Database database)
    {
        await using var desk = await StartAsync(database);
        desk.Channel.WhileSending = _ => throw new DelayedException("429", TimeSpan.FromSeconds(30));
        await SayAsync(desk);
        desk.Channel.WhileSending = _ => Task.CompletedTask;
        desk.Clock.Pass(TimeSpan.FromSeconds(29));
        await SendAsync(desk);
        Assert.Equal([], desk.Channel.Sent);

        desk.Clock.Pass(TimeSpan.FromSeconds(1));
        await SendAsync(desk);
        Assert.False(Assert.Single(desk.Channel.Sent).IsMarked);
        Assert.Equal(0, (await RowAsync(desk)).Attempts);
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task A_conversation_that_nobody_has_opened_is_opened_first(Database database)
    {
        await using var desk = await StartAsync(database);
        desk.Channel.Opens = "opened-by-us";
        await SayAsync(desk);

        Assert.Equal("opened-by-us", Assert.Single(await desk.ReadAsync(db => db.MessageCopies.ToListAsync(Stop))).Conversation);
        var conversations = await desk.ReadAsync(db => db.Conversations.Where(row => row.Person == ToAmina.Person).ToListAsync(Stop));
        Assert.Equal(("opened-by-us", "opened"), Assert.Single(conversations) is var row ? (row.Id, row.Reference!) : default);
    }

    private static async Task<StorageDesk> StartAsync(Database database)
    {
        var desk = await StorageDesk.StartAsync(database);
        await desk.Services.GetRequiredService<Dispatcher>().StartAsync(Stop);
        return desk;
    }

    private static async Task SayAsync(StorageDesk desk)
    {
        await desk.DoAsync((services, _) =>
        {
            services.GetRequiredService<OutboxWriter>().Say(ToAmina, new Line("said"));
            return Task.FromResult(true);
        });
        await SendAsync(desk);
    }

    private static async Task BreakAsync(StorageDesk desk)
    {
        desk.Channel.WhileSending = _ => throw new HttpRequestException("the connection broke");
        await SayAsync(desk);
        desk.Channel.WhileSending = _ => Task.CompletedTask;
    }

    private static Task SendLaterAsync(StorageDesk desk)
    {
        desk.Clock.Pass(Long);
        return SendAsync(desk);
    }

    private static async Task SendAsync(StorageDesk desk)
    {
        var dispatcher = desk.Services.GetRequiredService<Dispatcher>();
        dispatcher.Signal(ToAmina.Lane);
        await dispatcher.IdleAsync().WaitAsync(TimeSpan.FromSeconds(20), Stop);
    }

    private static Task<OutboxRow> RowAsync(StorageDesk desk) => desk.ReadAsync(db => db.Outbox.SingleAsync(Stop));
}
