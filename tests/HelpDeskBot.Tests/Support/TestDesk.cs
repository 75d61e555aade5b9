using System.Diagnostics;
using System.Net.Http.Json;
using HelpDeskBot.Desk.Storage;
using HelpDeskBot.Desk.Work;
using HelpDeskBot.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace HelpDeskBot.Tests.Support;

/// <summary>Which database a desk runs on.</summary>
public enum Database
{
    Sqlite,
    Postgres,
}

/// <summary>
/// The real program on a port of its own, with a database of its own, driven over HTTP as the web page drives it. It is Monday morning when it
/// starts, and time goes on from there.
/// </summary>
internal sealed class TestDesk : IAsyncDisposable
{
    private readonly Dictionary<string, TestPerson> _people = new(StringComparer.Ordinal);
    private readonly List<string> _arguments;
    private readonly ILoggerProvider? _logs;
    private DateTimeOffset _start = Monday;
    private WebApplication? _app;

    private TestDesk(string folder, List<string> arguments, ILoggerProvider? logs = null) => (Folder, _arguments, _logs) = (folder, arguments, logs);

    /// <summary>When every desk starts.</summary>
    public static DateTimeOffset Monday { get; } = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);

    public string Folder { get; }

    /// <summary>Replaces more of what lies outside the program.</summary>
    public Action<IServiceCollection>? Replace { get; init; }

    public Uri Address { get; private set; } = null!;

    public HttpClient Http { get; private set; } = null!;

    public IServiceProvider Services => _app!.Services;

    public static Task<TestDesk> StartAsync(Database database, params string[] arguments) => StartAsync(database, logs: null, replace: null, arguments);

    /// <summary>The same with everything logged that can be, to this provider.</summary>
    public static Task<TestDesk> StartAsync(Database database, ILoggerProvider logs) => StartAsync(database, logs, replace: null);

    /// <summary>The same with more replaced of what lies outside the program: the network.</summary>
    public static Task<TestDesk> StartAsync(Database database, Action<IServiceCollection> replace, params string[] arguments) =>
        StartAsync(database, logs: null, replace, arguments);

    private static async Task<TestDesk> StartAsync(Database database, ILoggerProvider? logs, Action<IServiceCollection>? replace, params string[] arguments)
    {
        var folder = Directory.CreateTempSubdirectory("helpdesk-test-").FullName;
        List<string> all = ["--data", folder, "--demo", .. arguments];
        var isDefault = arguments.Length == 0;
        if (database == Database.Postgres)
        {
            all.Add("--HelpDesk:Postgres=" + (isDefault ? await FreshDesks.CopyAsync() : await PostgresServer.NewDatabaseAsync()));
        }
        else if (isDefault)
        {
            await FreshDesks.CopyAsync(folder);
        }

        var desk = new TestDesk(folder, all, logs) { Replace = replace };
        await desk.StartAppAsync();
        return desk;
    }

    /// <summary>Starts the program once and stops it, so that its data is there.</summary>
    public static async Task StartOnceAsync(List<string> arguments)
    {
        var desk = new TestDesk("", arguments);
        await desk.StartAppAsync();
        await desk.StopAppAsync();
    }

    /// <summary>A second program on the same database, which must be PostgreSQL.</summary>
    public async Task<TestDesk> BesideAsync()
    {
        var folder = Directory.CreateTempSubdirectory("helpdesk-test-").FullName;
        var desk = new TestDesk(folder, ["--data", folder, "--demo", .. _arguments.Where(argument => argument.StartsWith("--HelpDesk:", StringComparison.Ordinal))]);
        await desk.StartAppAsync();
        return desk;
    }

    /// <summary>A person, as the web page lets one choose to be.</summary>
    public TestPerson As(string id, string? locale = null) =>
        _people.TryGetValue(id, out var known) ? known : _people[id] = new TestPerson(this, id, conversation: null) { Locale = locale };

    /// <summary>An agent in the agent channel.</summary>
    public TestPerson InRoom(string id, string room = "it-support") =>
        _people.TryGetValue($"{room}/{id}", out var known) ? known : _people[$"{room}/{id}"] = new TestPerson(this, id, room);

    /// <summary>Waits until everything said has been dealt with and everything to say has arrived.</summary>
    public async Task SettleAsync() => await Services.GetRequiredService<Settling>().RunAsync(TestContext.Current.CancellationToken);

    /// <summary>Moves the business clock, and does what becomes due.</summary>
    public async Task PassesAsync(string duration)
    {
        var response = await Http.PostAsJsonAsync("/demo/clock", new { advance = duration }, TestContext.Current.CancellationToken);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>Stops the program and starts it again on the same data, after a time in which it did not run.</summary>
    /// <param name="meanwhile">What happens to its arguments and data while it does not run.</param>
    public async Task RestartAsync(TimeSpan after = default, Func<List<string>, Task>? meanwhile = null)
    {
        await StopAppAsync();
        _start = _start.AddMinutes(1) + after;
        await (meanwhile?.Invoke(_arguments) ?? Task.CompletedTask);
        await StartAppAsync();
        _people.Clear();
    }

    /// <summary>Reads the database beside the program.</summary>
    public async Task<T> ReadAsync<T>(Func<HelpDeskDb, Task<T>> read)
    {
        await using var scope = Services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<HelpDeskDb>());
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var person in _people.Values)
        {
            person.Dispose();
        }

        await StopAppAsync();
        Directory.Delete(Folder, recursive: true);
    }

    private async Task StartAppAsync()
    {
        Environment.SetEnvironmentVariable("ASPNETCORE_ENVIRONMENT", "Development");
        var (level, database) = _logs is null ? ("Error", "None") : ("Trace", "Trace");
        _app = HelpDeskApp.Build(["--urls", "http://127.0.0.1:0", $"--Logging:LogLevel:Default={level}", $"--Logging:LogLevel:Microsoft.EntityFrameworkCore={database}", .. _arguments], services =>
        {
            if (_logs is not null)
            {
                services.RemoveAll<ILoggerProvider>();
                services.AddSingleton(_logs);
            }

            services.Replace(ServiceDescriptor.Singleton<TimeProvider>(new TimeFrom(_start)));
            Replace?.Invoke(services);
        });
        await _app.StartAsync(TestContext.Current.CancellationToken);
        var address = _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        Address = new Uri(address.Replace("0.0.0.0", "127.0.0.1", StringComparison.Ordinal).Replace("[::]", "127.0.0.1", StringComparison.Ordinal));
        Http = new HttpClient { BaseAddress = Address };
    }

    private async Task StopAppAsync()
    {
        Http.Dispose();
        await _app!.StopAsync();
        await _app.DisposeAsync();
    }
}

/// <summary>A clock that starts at a chosen time and goes on as fast as the real one.</summary>
internal sealed class TimeFrom(DateTimeOffset start) : TimeProvider
{
    private readonly long _started = Stopwatch.GetTimestamp();

    public override DateTimeOffset GetUtcNow() => start + Stopwatch.GetElapsedTime(_started);
}
