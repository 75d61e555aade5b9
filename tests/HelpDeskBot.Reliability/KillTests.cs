using System.Diagnostics;
using HelpDeskBot.Reliability.Checks;
using HelpDeskBot.Reliability.Load;
using HelpDeskBot.Reliability.Support;

namespace HelpDeskBot.Reliability;

public class KillTests
{
    private static readonly TimeSpan ProgressLimit = TimeSpan.FromSeconds(120);
    private static readonly TimeSpan QuietLimit = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task What_was_acknowledged_happens_once_however_often_the_program_is_killed()
    {
        var settings = RunSettings.FromEnvironment();
        var folder = Directory.CreateTempSubdirectory("helpdesk-reliability-").FullName;
        Console.WriteLine($"Seed {settings.Seed}, {settings.Kills} kills, data in {folder}");
        try
        {
            await RunAsync(settings, folder, TestContext.Current.CancellationToken);
        }
        catch
        {
            Console.WriteLine($"Failed with HELPDESK_SEED={settings.Seed} HELPDESK_KILLS={settings.Kills}; everything is kept in {folder}");
            throw;
        }

        Directory.Delete(folder, recursive: true);
    }

    private static async Task RunAsync(RunSettings settings, string folder, CancellationToken testStop)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(testStop);
        var started = Stopwatch.GetTimestamp();
        using var program = new ProductProcess(folder);
        using var load = new LoadGenerator(program.Address, Path.Combine(folder, "ledger.jsonl"), settings.Seed, limit.Token);
        try
        {
            program.Start();
            await program.ReadyAsync(limit.Token);
            load.Start();
            var startKills = await KillAsync(settings, program, load, limit.Token);
            var restarted = Stopwatch.GetTimestamp();
            await load.FinishAsync();
            await RealTime.UntilAsync(
                () => Evidence.IsQuietAsync(program.Database, limit.Token), QuietLimit - Stopwatch.GetElapsedTime(restarted), () => "all is said", limit.Token);
            var quiet = Stopwatch.GetElapsedTime(restarted);
            await CheckAsync(program, load, limit.Token);
            Report(load.Ledger.Read(), settings, startKills, quiet, Stopwatch.GetElapsedTime(started));
        }
        finally
        {
            await limit.CancelAsync();
        }
    }

    // Most kills meet the program at work, some while it is still starting and takes up what the one before left.
    private static async Task<int> KillAsync(RunSettings settings, ProductProcess program, LoadGenerator load, CancellationToken stop)
    {
        var random = new Random(settings.Seed);
        var whileStarting = 0;
        for (var kill = 0; kill < settings.Kills; kill++)
        {
            if (kill > 0 && random.Next(5) == 0)
            {
                whileStarting++;
                await RealTime.PauseAsync(random.Next(200, 2500), stop);
            }
            else
            {
                await program.ReadyAsync(stop);
                await load.ProgressAsync(random.Next(1, 20), ProgressLimit);
                await RealTime.PauseAsync(random.Next(200, 1500), stop);
            }

            await program.KillAsync(stop);
            program.Start();
        }

        await program.ReadyAsync(stop);
        return whileStarting;
    }

    private static async Task CheckAsync(ProductProcess program, LoadGenerator load, CancellationToken stop)
    {
        var found = await Evidence.CollectAsync(program.Database, load.Ledger, stop);
        QueueChecks.Run(found);
        LedgerChecks.Run(found);
        TimelineChecks.Run(found);
        AnswerChecks.Run(found);
        CardChecks.Run(found);
        await ReadingChecks.RunAsync(found, load);
        await CardChecks.CompareWithFreshAsync(found, load);
    }

    private static void Report(IReadOnlyList<LedgerLine> ledger, RunSettings settings, int whileStarting, TimeSpan quiet, TimeSpan all)
    {
        var done = ledger.Where(line => !line.What.StartsWith("told.", StringComparison.Ordinal)).ToList();
        Console.WriteLine(
            $"{settings.Kills} kills ({whileStarting} while starting): {done.Count(line => line.Activity is not null)} messages and "
            + $"{done.Count(line => line.Activity is null)} presses acknowledged, {done.Count(line => line.Retries > 0)} of them sent again after a broken connection, "
            + $"{done.Count(line => line.What == "intake.file.v1")} tickets, {done.Count(line => line.What == "ticket.claim.v1" && line.Refusal is not null)} claims lost; "
            + $"quiet {quiet.TotalSeconds:0.0} s after the last restart, {all.TotalSeconds:0} s in all");
    }
}
