using System.Diagnostics;
using System.Globalization;
using HelpDeskBot.Tests.Support;

namespace HelpDeskBot.Reliability.TeamsSpeed;

/// <summary>The official JavaScript SDK's own echo bot as a process of its own.</summary>
internal sealed class EchoBot : IDisposable
{
    private readonly Process _process;

    private EchoBot(Process process, Uri address) => (_process, Address) = (process, address);

    public Uri Address { get; }

    public static async Task<EchoBot> StartAsync(CancellationToken stop)
    {
        var start = new ProcessStartInfo("node", ["echo-bot.mjs"])
        {
            WorkingDirectory = Path.Combine(RepositoryFolder.Root, "tests", "peers"),
            RedirectStandardOutput = true,
        };
        start.Environment["NODE_ENV"] = "production";
        start.Environment["NODE_NO_WARNINGS"] = "1";
        var process = Process.Start(start)!;
        var port = await process.StandardOutput.ReadLineAsync(stop) ?? throw new InvalidOperationException("The echo bot did not start");
        return new EchoBot(process, new Uri($"http://127.0.0.1:{int.Parse(port, CultureInfo.InvariantCulture)}"));
    }

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }
}
