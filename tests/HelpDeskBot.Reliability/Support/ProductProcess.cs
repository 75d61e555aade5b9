using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using HelpDeskBot.Tests.Support;

namespace HelpDeskBot.Reliability.Support;

/// <summary>The real program as a process of its own, always on the same data and port.</summary>
internal sealed class ProductProcess : IDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(120);
    private static readonly string[] MorePeople = ["gina", "hugo", "ines"];

    /// <summary>How many people it knows without further arguments.</summary>
    public static int People => 6 + MorePeople.Length;

    private readonly HttpClient _http;
    private readonly StreamWriter _log;
    private readonly IReadOnlyList<string> _moreArguments;
    private Process? _process;

    public ProductProcess(string folder, IReadOnlyList<string>? moreArguments = null)
    {
        _moreArguments = moreArguments ?? [];
        Folder = folder;
        Address = new Uri($"http://127.0.0.1:{FreePort()}");
        _http = new HttpClient { BaseAddress = Address, Timeout = TimeSpan.FromSeconds(5) };
        _log = new StreamWriter(Path.Combine(folder, "program.log"), append: true) { AutoFlush = true };
    }

    public string Folder { get; }

    public Uri Address { get; }

    /// <summary>Processor time used so far.</summary>
    public TimeSpan Worked
    {
        get
        {
            _process!.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    public string Database => Path.Combine(Folder, "data", "helpdesk.db");

    public void Start()
    {
        var start = new ProcessStartInfo("dotnet", [Program(), .. Arguments()])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, line) => Log(line.Data);
        _process.ErrorDataReceived += (_, line) => Log(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Returns once the program says that it is ready.</summary>
    public Task ReadyAsync(CancellationToken stop) => RealTime.UntilAsync(
        async () =>
        {
            ThrowIfGone();
            return await IsReadyAsync(stop);
        },
        StartLimit,
        () => "the program is ready",
        stop);

    /// <summary>SIGKILL: the program gets no chance to tidy up.</summary>
    public async Task KillAsync(CancellationToken stop)
    {
        ThrowIfGone();
        _process!.Kill();
        await _process.WaitForExitAsync(stop);
        _process.Dispose();
        _process = null;
    }

    public void Dispose()
    {
        if (_process is { HasExited: false } running)
        {
            running.Kill();
            running.WaitForExit();
        }

        _process?.Dispose();
        _http.Dispose();
        lock (_log)
        {
            _log.Dispose();
        }
    }

    private List<string> Arguments()
    {
        List<string> arguments = ["--data", Path.Combine(Folder, "data"), "--urls", Address.ToString(), "--demo", "--Logging:LogLevel:Default=Warning"];
        for (var i = 0; i < MorePeople.Length; i++)
        {
            // Behind the six people who come along.
            arguments.Add($"--HelpDesk:People:{i + 6}:Id={MorePeople[i]}");
            arguments.Add($"--HelpDesk:People:{i + 6}:Name={char.ToUpperInvariant(MorePeople[i][0])}{MorePeople[i][1..]}");
        }

        return [.. arguments, .. _moreArguments];
    }

    // The program of the configuration that this one was built in, which the project reference has built before; or another, to compare with.
    private static string Program()
    {
        if (Environment.GetEnvironmentVariable("HELPDESK_PROGRAM") is { Length: > 0 } other)
        {
            return other;
        }

        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        var framework = new DirectoryInfo(AppContext.BaseDirectory).Name;
        return Path.Combine(RepositoryFolder.Root, "src", "HelpDeskBot", "bin", configuration, framework, "HelpDeskBot.dll");
    }

    private async Task<bool> IsReadyAsync(CancellationToken stop)
    {
        try
        {
            using var response = await _http.GetAsync("/health/ready", stop);
            return response.IsSuccessStatusCode;
        }
        catch (Exception notYet) when (notYet is HttpRequestException || (notYet is TaskCanceledException && !stop.IsCancellationRequested))
        {
            return false;
        }
    }

    private void ThrowIfGone()
    {
        if (_process is null or { HasExited: true })
        {
            throw new InvalidOperationException($"The program ended by itself, see {Path.Combine(Folder, "program.log")}");
        }
    }

    private void Log(string? line)
    {
        lock (_log)
        {
            if (line is not null && _log.BaseStream.CanWrite)
            {
                _log.WriteLine(line);
            }
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
