using System.Diagnostics;
using System.Globalization;
using HelpDeskBot.Reliability.Checks;
using HelpDeskBot.Reliability.Support;

namespace HelpDeskBot.Reliability.SlackSpeed;

/// <summary>How long Slack waits for its acknowledgement, which it does for three seconds.</summary>
public class SlackSpeedTests
{
    private static readonly int Rate = Read("HELPDESK_SLACK_RATE", 10);
    private static readonly int Seconds = Read("HELPDESK_SLACK_SECONDS", 10);
    private static readonly int Limit = Read("HELPDESK_SLACK_ACK_P99", 3000);
    private static readonly int Seed = Read("HELPDESK_SEED", 4711);
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan QuietLimit = TimeSpan.FromSeconds(60);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_delivery_is_acknowledged_at_once_and_taken_once()
    {
        var folder = Directory.CreateTempSubdirectory("helpdesk-slack-").FullName;
        try
        {
            await RunAsync(folder);
        }
        catch
        {
            Console.WriteLine($"Failed with HELPDESK_SEED={Seed}; everything is kept in {folder}");
            throw;
        }

        Directory.Delete(folder, recursive: true);
    }

    private static async Task RunAsync(string folder)
    {
        await using var sink = await SlackSink.StartAsync(Stop);
        using var program = new ProductProcess(folder, ArgumentsOf(sink));
        using var load = new SlackLoad(program.Address, sink, Seed, Stop);
        program.Start();
        await program.ReadyAsync(Stop);
        await load.GreetAsync();
        await load.RunAsync(Rate, WarmUp);
        await QuietAsync(program);

        var (worked, began) = (program.Worked, Stopwatch.GetTimestamp());
        var latencies = await load.RunAsync(Rate, TimeSpan.FromSeconds(Seconds));
        Report(latencies, program.Worked - worked, Stopwatch.GetElapsedTime(began));
        await QuietAsync(program);
        Assert.Empty(load.Troubles.Found);
        await SlackChecks.RunAsync(program.Database, load.Said, sink.Posted, Stop);
        Assert.True(latencies.Percentile(99) < Limit, $"p99 is {latencies.Percentile(99):0} ms, not under {Limit} ms");
    }

    private static Task QuietAsync(ProductProcess program) =>
        RealTime.UntilAsync(() => Evidence.IsAllDealtWithAsync(program.Database, Stop), QuietLimit, () => "everything said is dealt with", Stop);

    private static string[] ArgumentsOf(SlackSink sink) =>
    [
        "--HelpDesk:Slack:BotToken=xoxb-load",
        "--HelpDesk:Slack:SigningSecret=" + SlackLoad.Secret,
        "--HelpDesk:Slack:AppId=" + SlackLoad.App,
        "--HelpDesk:Slack:Teams=" + SlackLoad.Team,
        "--HelpDesk:Slack:Address=" + sink.Address,
    ];

    private static void Report(Latencies latencies, TimeSpan worked, TimeSpan took)
    {
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"Slack: {Rate} deliveries/s for {Seconds} s, seed {Seed}, from when they were due until they were acknowledged (load average {Machine.LoadAverage()}; the program used {worked / took:0.00} processors):\n{latencies.Table()}"));
    }

    private static int Read(string name, int otherwise) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;
}
