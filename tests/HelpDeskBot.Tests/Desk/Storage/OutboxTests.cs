using HelpDeskBot.Desk.Outbox;
using HelpDeskBot.Desk.Work;
using HelpDeskBot.Tests.Domain.Tickets;
using HelpDeskBot.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDeskBot.Tests.Desk.Storage;

public class OutboxTests
{
    private static readonly Destination ToAmina = Destination.To(TicketStory.Amina.Person!.Value);
    private static readonly TimeSpan LeaseAndMore = TimeSpan.FromSeconds(31);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task What_a_dead_process_had_to_send_leaves_when_its_lease_has_run_out(Database database)
    {
        await using var desk = await StorageDesk.StartAsync(database);
        await SayAsync(desk, "first", "second");
        using var other = await StartNodeAsync(desk);

        await SendAsync(other);
        Assert.Equal([], desk.Channel.Sent);

        desk.Clock.Pass(LeaseAndMore);
        await SendAsync(other);
        Assert.Equal(["first", "second"], desk.Channel.Sent.Select(sent => sent.Text));
        Assert.All(await RowsAsync(desk), row => Assert.Equal(OutboxState.Sent, row.State));
    }

    [Theory]
    [InlineData(Database.Sqlite, false)]
    [InlineData(Database.Postgres, false)]
    [InlineData(Database.Sqlite, true)]
    [InlineData(Database.Postgres, true)]
    public async Task Who_lost_the_lease_while_sending_cannot_mark_the_row(Database database, bool fails)
    {
        await using var desk = await StorageDesk.StartAsync(database);
        await SayAsync(desk, "slow");
        var holder = desk.Services.GetRequiredService<Dispatcher>();
        using var other = await StartNodeAsync(desk);
        desk.Channel.WhileSending = async _ =>
        {
            desk.Channel.WhileSending = _ => Task.CompletedTask;
            desk.Clock.Pass(LeaseAndMore);
            await SendAsync(other);
            if (fails)
            {
                throw new UndeliverableException("Too late");
            }
        };

        await holder.StartAsync(Stop);
        await SendAsync(holder);

        var row = Assert.Single(await RowsAsync(desk));
        Assert.Equal((OutboxState.Sent, 0, null, 2), (row.State, row.Attempts, row.Error, row.Fence));
        Assert.Single(await desk.ReadAsync(db => db.MessageCopies.ToListAsync(Stop)));
        Assert.Equal(row.Key, Assert.Single(desk.Channel.Sent.Select(sent => sent.Key).Distinct()));
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task Of_two_processes_that_find_an_abandoned_row_one_sends_it(Database database)
    {
        await using var desk = await StorageDesk.StartAsync(database);
        await SayAsync(desk, "once");
        desk.Clock.Pass(LeaseAndMore);
        using var first = await StartNodeAsync(desk);
        using var second = await StartNodeAsync(desk);
        desk.Channel.WhileSending = async _ =>
        {
            desk.Channel.WhileSending = _ => Task.CompletedTask;
            await SendAsync(second);
        };

        await SendAsync(first);

        Assert.Single(desk.Channel.Sent);
        Assert.Equal(OutboxState.Sent, Assert.Single(await RowsAsync(desk)).State);
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task What_can_never_be_delivered_is_parked_and_what_stands_behind_it_leaves(Database database)
    {
        await using var desk = await StorageDesk.StartAsync(database);
        await SayAsync(desk, "refused", "accepted");
        desk.Channel.WhileSending = text => text == "refused" ? throw new UndeliverableException("The chat is gone") : Task.CompletedTask;
        var holder = desk.Services.GetRequiredService<Dispatcher>();

        await holder.StartAsync(Stop);
        await SendAsync(holder);

        var rows = await RowsAsync(desk);
        Assert.Equal([OutboxState.Parked, OutboxState.Sent], rows.Select(row => row.State));
        Assert.Equal("The chat is gone", rows[0].Error);
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task What_fails_is_tried_again_later_and_what_stands_behind_it_waits(Database database)
    {
        await using var desk = await StorageDesk.StartAsync(database);
        await SayAsync(desk, "first", "second");
        desk.Channel.WhileSending = _ => throw new HttpRequestException("down");
        var holder = desk.Services.GetRequiredService<Dispatcher>();
        await holder.StartAsync(Stop);

        await SendAsync(holder);
        desk.Channel.WhileSending = _ => Task.CompletedTask;
        await SendAsync(holder);
        Assert.Equal([], desk.Channel.Sent);

        desk.Clock.Pass(TimeSpan.FromSeconds(1));
        await SendAsync(holder);
        Assert.Equal(["first", "second"], desk.Channel.Sent.Select(sent => sent.Text));
        Assert.Equal([1, 0], (await RowsAsync(desk)).Select(row => row.Attempts));
    }

    private static Task SayAsync(StorageDesk desk, params string[] lines) => desk.DoAsync((services, _) =>
    {
        foreach (var line in lines)
        {
            services.GetRequiredService<OutboxWriter>().Say(ToAmina, new Line(line));
        }

        return Task.FromResult(true);
    });

    /// <summary>Another process on the same database.</summary>
    private static async Task<Dispatcher> StartNodeAsync(StorageDesk desk)
    {
        var dispatcher = ActivatorUtilities.CreateInstance<Dispatcher>(desk.Services, new Node());
        await dispatcher.StartAsync(Stop);
        return dispatcher;
    }

    private static async Task SendAsync(Dispatcher dispatcher)
    {
        dispatcher.Signal(ToAmina.Lane);
        await dispatcher.IdleAsync().WaitAsync(TimeSpan.FromSeconds(20), Stop);
    }

    private static Task<List<OutboxRow>> RowsAsync(StorageDesk desk) => desk.ReadAsync(db => db.Outbox.OrderBy(row => row.Id).ToListAsync(Stop));
}
