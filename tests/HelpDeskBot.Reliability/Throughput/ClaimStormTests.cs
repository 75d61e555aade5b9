using System.Diagnostics;
using HelpDeskBot.Domain.Tickets;
using HelpDeskBot.Reliability.Checks;
using HelpDeskBot.Reliability.Support;

namespace HelpDeskBot.Reliability.Throughput;

public class ClaimStormTests
{
    private const int AgentCount = 100;
    private static readonly TimeSpan QuietLimit = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Of_100_agents_who_claim_at_once_one_wins_and_all_others_read_who()
    {
        var settings = LoadSettings.FromEnvironment();
        var folder = Directory.CreateTempSubdirectory("helpdesk-storm-").FullName;
        Console.WriteLine($"{AgentCount} agents, {settings.Storms} rounds, data in {folder}");
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        using var program = BusyDesk.Program(folder, employees: 1, AgentCount);
        using var storm = new Storm(program.Address, Path.Combine(folder, "ledger.jsonl"), AgentCount, settings.Seed, limit.Token);
        try
        {
            program.Start();
            await program.ReadyAsync(limit.Token);
            await storm.ConnectAsync();
            var took = new Latencies();
            for (var round = 0; round < settings.Storms; round++)
            {
                await RoundAsync(storm, took);
            }

            await RealTime.UntilAsync(() => Evidence.IsQuietAsync(program.Database, limit.Token), QuietLimit, () => "all is said", limit.Token);
            Assert.Empty(storm.Troubles.Found);
            var found = await Evidence.CollectAsync(program.Database, storm.Ledger, limit.Token);
            Assert.Equal(settings.Storms, found.Tickets.Count);
            Assert.All(found.Tickets, stored => Assert.Single(stored.Entries, entry => entry.Act == Act.Claim));
            QueueChecks.Run(found);
            LedgerChecks.Run(found);
            TimelineChecks.Run(found);
            CardChecks.Run(found);
            Console.WriteLine($"From the first press until everybody has an answer, and single presses:\n{took.Table()}");
        }
        finally
        {
            await limit.CancelAsync();
        }

        Directory.Delete(folder, recursive: true);
    }

    private static async Task RoundAsync(Storm storm, Latencies took)
    {
        var card = await storm.FileAsync();
        var began = Stopwatch.GetTimestamp();
        var answers = await Task.WhenAll(storm.Agents.Select(async agent =>
        {
            var answer = await agent.PressAsync(card, card.Button("ticket.claim.v1")!);
            took.Add("press", Stopwatch.GetElapsedTime(began));
            return (agent.Account, Answer: answer);
        }));
        took.Add("round", Stopwatch.GetElapsedTime(began));
        var (winner, _) = Assert.Single(answers, pressed => pressed.Answer.IsDone);
        Assert.All(answers.Where(pressed => !pressed.Answer.IsDone), pressed =>
        {
            Assert.Equal(409, pressed.Answer.Status);
            Assert.Contains(BusyDesk.NameOf(winner), pressed.Answer.Value!["message"]!.ToString(), StringComparison.Ordinal);
        });
    }
}
