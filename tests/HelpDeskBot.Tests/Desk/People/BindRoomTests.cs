using HelpDeskBot.Desk.Outbox;
using HelpDeskBot.Desk.People;
using HelpDeskBot.Desk.Settings;
using HelpDeskBot.Desk.Storage;
using HelpDeskBot.Domain;
using HelpDeskBot.Domain.People;
using HelpDeskBot.Tests.Desk.Storage;
using HelpDeskBot.Tests.Domain.Tickets;
using HelpDeskBot.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDeskBot.Tests.Desk.People;

/// <summary>A lead chooses the channel in which a queue's cards live.</summary>
public class BindRoomTests
{
    private static readonly Actor Lead = TicketStory.Chen with { Queues = new Dictionary<QueueId, QueueRole> { [TicketStory.Queue] = QueueRole.Lead } };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task Open_tickets_are_drawn_in_the_new_channel_and_new_ones_go_there(Database database)
    {
        await using var desk = await StorageDesk.StartAsync(database);
        var before = await desk.FileAsync();
        await desk.Services.GetRequiredService<Dispatcher>().StartAsync(Stop);
        await SendAsync(desk);
        Assert.True((await BindAsync(desk, "19:it@thread", Lead)).Succeeded);
        var after = await desk.FileAsync();
        await SendAsync(desk);

        var rooms = await desk.ReadAsync(db => db.Placements.Where(row => row.Card == TicketCards.Agent).ToListAsync(Stop));
        Assert.Equal(
            [(before.Id, "19:it@thread"), (before.Id, "room"), (after.Id, "19:it@thread")],
            rooms.Select(row => (row.Ticket, row.Conversation)).OrderBy(placed => placed.Ticket.Value).ThenBy(placed => placed.Conversation, StringComparer.Ordinal));
        Assert.Equal("room.bound_already", (await BindAsync(desk, "19:it@thread", Lead)).Refusal!.Code);
    }

    [Fact]
    public async Task A_room_that_every_queue_has_anyway_does_not_take_the_cards_back_at_the_next_start()
    {
        await using var desk = await StorageDesk.StartAsync(Database.Sqlite);
        await BindAsync(desk, "19:it@thread", Lead);
        desk.Clock.Pass(TimeSpan.FromDays(1));
        await desk.DoAsync(async (services, stop) =>
        {
            await services.GetRequiredService<KeepConversation>().RunAsync(new KeepConversationCommand("test", "room") { Queue = TicketStory.Queue }, stop);
            return true;
        });
        await desk.FileAsync();
        await desk.Services.GetRequiredService<Dispatcher>().StartAsync(Stop);
        await SendAsync(desk);
        Assert.Equal("19:it@thread", await desk.ReadAsync(db => db.Placements.Where(row => row.Card == TicketCards.Agent).Select(row => row.Conversation).SingleAsync(Stop)));
    }

    [Fact]
    public async Task Agents_and_employees_choose_no_channel()
    {
        await using var desk = await StorageDesk.StartAsync(Database.Sqlite);
        Assert.Equal("room.not_allowed", (await BindAsync(desk, "19:it@thread", TicketStory.Chen)).Refusal!.Code);
        Assert.Equal("room.not_allowed", (await BindAsync(desk, "19:it@thread", TicketStory.Amina)).Refusal!.Code);
    }

    private static Task<Outcome<QueueSettings>> BindAsync(StorageDesk desk, string conversation, Actor actor) => desk.DoAsync(async (services, stop) =>
    {
        await services.GetRequiredService<KeepConversation>().RunAsync(new KeepConversationCommand("test", conversation), stop);
        await services.GetRequiredService<HelpDeskDb>().SaveChangesAsync(stop);
        return await services.GetRequiredService<BindRoom>().RunAsync(new BindRoomCommand("test", conversation, TicketStory.Queue), actor, stop);
    });

    private static async Task SendAsync(StorageDesk desk)
    {
        var dispatcher = desk.Services.GetRequiredService<Dispatcher>();
        dispatcher.Signal(Destination.Room(TicketStory.Queue).Lane);
        await dispatcher.IdleAsync().WaitAsync(TimeSpan.FromSeconds(20), Stop);
    }
}
