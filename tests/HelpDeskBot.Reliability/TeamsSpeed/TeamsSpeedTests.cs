using System.Globalization;
using HelpDeskBot.Hosting;
using HelpDeskBot.Reliability.Support;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDeskBot.Reliability.TeamsSpeed;

/// <summary>
/// Our bot, which keeps and searches and answers with a card, beside the SDK's echo bot, which keeps nothing: same connector, same load, in turn.
/// </summary>
public class TeamsSpeedTests
{
    private const int AtOnce = 16;

    private static readonly int People = Read("HELPDESK_TEAMS_PEOPLE", 60);
    private static readonly int Rounds = Read("HELPDESK_TEAMS_ROUNDS", 1);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Both_bots_answer_every_question_and_their_speeds_are_printed()
    {
        var folder = Directory.CreateTempSubdirectory("helpdesk-teams-").FullName;
        await using var sink = await ConnectorSink.StartAsync(Stop);
        using var echo = await EchoBot.StartAsync(Stop);
        using var ours = new ProductProcess(folder, Database());
        ours.Start();
        await ours.ReadyAsync(Stop);
        using var load = new QuestionLoad(sink, People, AtOnce);
        await load.RunAsync(ours.Address, Stop); // everybody is met
        await load.RunAsync(echo.Address, Stop);

        var results = new List<(RoundResult Echo, RoundResult Ours)>();
        for (var round = 0; round < Rounds; round++)
        {
            results.Add((await load.RunAsync(echo.Address, Stop), await load.RunAsync(ours.Address, Stop)));
        }

        Print("EchoBot", results.Select(result => result.Echo));
        Print("HelpDeskBot", results.Select(result => result.Ours));
        Write($"turns a second, ours by theirs: {results.Average(result => result.Ours.Rate / result.Echo.Rate):0.00} (load average {Machine.LoadAverage()})");
        Assert.Equal(0, results.Sum(result => result.Echo.Errors + result.Ours.Errors));
    }

    [Fact]
    public async Task What_a_turn_allocates_is_printed()
    {
        var folder = Directory.CreateTempSubdirectory("helpdesk-teams-").FullName;
        Environment.SetEnvironmentVariable("ASPNETCORE_ENVIRONMENT", "Development");
        await using var sink = await ConnectorSink.StartAsync(Stop);
        using var echo = await EchoBot.StartAsync(Stop);
        await using var app = HelpDeskApp.Build(["--urls", "http://127.0.0.1:0", "--data", folder, "--Logging:LogLevel:Default=Error", .. Database()]);
        await app.StartAsync(Stop);
        var address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        using var load = new QuestionLoad(sink, People, AtOnce);
        await load.RunAsync(address, Stop);
        var loadAlone = await AllocatedAsync(load, echo.Address);
        var both = await AllocatedAsync(load, address);
        Write($"allocated by our bot: {(both - loadAlone) / People / 1024.0:0} KB a turn");
        Assert.True(both > loadAlone);
        await app.StopAsync(Stop);
    }

    private static async Task<long> AllocatedAsync(QuestionLoad load, Uri bot)
    {
        await load.RunAsync(bot, Stop);
        var before = GC.GetTotalAllocatedBytes(precise: true);
        await load.RunAsync(bot, Stop);
        return GC.GetTotalAllocatedBytes(precise: true) - before;
    }

    private static string[] Database() =>
        Environment.GetEnvironmentVariable("HELPDESK_TEAMS_POSTGRES") is { Length: > 0 } postgres ? [$"--HelpDesk:Postgres={postgres}"] : [];

    private static void Print(string name, IEnumerable<RoundResult> rounds)
    {
        foreach (var round in rounds)
        {
            Write($"{name,-12} {round.Rate,7:0.0} turns/s   p50 {round.Latencies.Percentile(50),6:0.0}   p95 {round.Latencies.Percentile(95),6:0.0}   p99 {round.Latencies.Percentile(99),6:0.0} ms   {round.Errors} errors");
        }
    }

    private static void Write(FormattableString line) => TestContext.Current.TestOutputHelper!.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    private static int Read(string name, int otherwise) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;
}
