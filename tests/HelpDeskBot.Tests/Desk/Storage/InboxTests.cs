using HelpDeskBot.Desk.Inbox;
using HelpDeskBot.Desk.WebChat;
using HelpDeskBot.Desk.Work;
using HelpDeskBot.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDeskBot.Tests.Desk.Storage;

public class InboxTests
{
    private const string Lane = "direct-amina";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task A_delivery_that_comes_again_is_kept_and_dealt_with_once(Database database)
    {
        await using var desk = await StorageDesk.StartAsync(database);

        var ids = await Task.WhenAll(Enumerable.Range(0, 8).Select(n => Task.Run(() => ReceiveAsync(desk, $"activity{n}", "the same key"), Stop)));
        await DealWithAsync(desk, desk.Services.GetRequiredService<Node>());
        var late = await ReceiveAsync(desk, "activity9", "the same key");
        await DealWithAsync(desk, desk.Services.GetRequiredService<Node>());

        var first = Assert.Single(ids.Append(late).Distinct());
        Assert.Contains(first, Assert.Single(desk.Turns.Handled), StringComparison.Ordinal);
        Assert.Equal(InboxState.Done, (await desk.ReadAsync(db => db.Inbox.SingleAsync(Stop))).State);
        Assert.Equal(1, await desk.ReadAsync(db => db.ChatLog.CountAsync(Stop)));
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task What_a_dead_process_received_is_dealt_with_when_its_lease_has_run_out(Database database)
    {
        await using var desk = await StorageDesk.StartAsync(database);
        await ReceiveAsync(desk, "activity1", "a key");

        await DealWithAsync(desk, new Node());
        Assert.Equal([], desk.Turns.Handled);

        desk.Clock.Pass(TimeSpan.FromSeconds(31));
        await DealWithAsync(desk, new Node());
        Assert.Single(desk.Turns.Handled);
    }

    private static async Task<string> ReceiveAsync(StorageDesk desk, string activity, string key)
    {
        await using var scope = desk.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ChatStore>()
            .ReceiveAsync(Lane, activity, $$"""{"id":"{{activity}}"}""", key, Lane, "test", Stop);
    }

    /// <summary>A process looks once at what there is.</summary>
    private static async Task DealWithAsync(StorageDesk desk, Node node)
    {
        using var worker = ActivatorUtilities.CreateInstance<InboxWorker>(desk.Services, node);
        await worker.StartAsync(Stop);
        worker.Signal(Lane);
        await worker.IdleAsync().WaitAsync(Stop);
        await worker.StopAsync(Stop);
    }
}
