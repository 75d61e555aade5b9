using System.Diagnostics;
using System.Globalization;
using HelpDeskBot.Desk.Outbox;
using HelpDeskBot.Reliability.Checks;
using HelpDeskBot.Reliability.Support;

namespace HelpDeskBot.Reliability.Throughput;

public class LoadTests
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan QuietLimit = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Turns_are_answered_at_once_while_500_people_talk()
    {
        var settings = LoadSettings.FromEnvironment();
        var folder = Directory.CreateTempSubdirectory("helpdesk-load-").FullName;
        Console.WriteLine($"{settings.Rate} turns/s for {settings.Seconds} s, {settings.Tickets} tickets before, seed {settings.Seed}, data in {folder}");
        try
        {
            await RunAsync(settings, folder, TestContext.Current.CancellationToken);
        }
        catch
        {
            Console.WriteLine($"Failed with HELPDESK_SEED={settings.Seed}; everything is kept in {folder}");
            throw;
        }

        Directory.Delete(folder, recursive: true);
    }

    private static async Task RunAsync(LoadSettings settings, string folder, CancellationToken testStop)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(testStop);
        using var program = BusyDesk.Program(folder, Crowd.EmployeeCount, Crowd.AgentCount);
        using var ledger = new Ledger(Path.Combine(folder, "ledger.jsonl"), isDurable: false);
        using var crowd = new Crowd(program.Address, ledger, settings.Seed, limit.Token);
        try
        {
            await StartAsync(settings, program, limit.Token);
            await crowd.ConnectAsync();
            await crowd.RunAsync(settings.Rate, WarmUp);
            var (worked, began) = (program.Worked, Stopwatch.GetTimestamp());
            var latencies = await crowd.RunAsync(settings.Rate, TimeSpan.FromSeconds(settings.Seconds));
            Report(latencies, program.Worked - worked, Stopwatch.GetElapsedTime(began));
            await crowd.FinishAsync();
            await RealTime.UntilAsync(() => Evidence.IsQuietAsync(program.Database, limit.Token), QuietLimit, () => "all is said", limit.Token);
            Assert.Empty(crowd.Troubles.Found);
            if (settings.Tickets == 0)
            {
                Check(await Evidence.CollectAsync(program.Database, ledger, limit.Token), crowd);
            }

            Assert.True(latencies.Percentile(95) < settings.Limit, $"p95 is {latencies.Percentile(95):0} ms, not under {settings.Limit} ms");
        }
        finally
        {
            await limit.CancelAsync();
        }
    }

    private static async Task StartAsync(LoadSettings settings, ProductProcess program, CancellationToken stop)
    {
        program.Start();
        await program.ReadyAsync(stop);
        if (settings.Tickets > 0)
        {
            await program.KillAsync(stop);
            await OldTickets.AddAsync(program.Database, settings.Tickets, BusyDesk.EmployeeNames(Crowd.EmployeeCount), stop);
            program.Start();
            await program.ReadyAsync(stop);
        }
    }

    private static void Check(Evidence found, Crowd crowd)
    {
        QueueChecks.Run(found);
        LedgerChecks.Run(found);
        TimelineChecks.Run(found);
        AnswerChecks.Run(found);
        CardChecks.Run(found);
        var kept = found.ChatLog.ToLookup(row => row.Conversation, row => row.Activity);
        foreach (var person in crowd.People)
        {
            Assert.Equal(kept[person.Chat.Conversation], person.Read);
        }

        Assert.True(found.Outbox.All(row => QueueChecks.IsUndo(row) || (row.State == OutboxState.Sent && row.Attempts == 0)), "Something had to be sent again");
        Console.WriteLine($"{found.Tickets.Count} tickets, {found.Inbox.Count} messages, {found.Receipts.Count} presses, {found.Outbox.Count} sent: nothing lost, nothing doubled");
    }

    private static void Report(Latencies latencies, TimeSpan worked, TimeSpan took)
    {
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"Turns from when they were due until the reply could be read (load average {Machine.LoadAverage()}; the program used {worked / took:0.00} processors, {worked.TotalMilliseconds / latencies.Count:0.0} ms a turn):\n{latencies.Table()}"));
    }
}
