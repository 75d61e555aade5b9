using System.Collections.Concurrent;
using HelpDeskBot.BotFramework;
using HelpDeskBot.BotFramework.Connector;
using HelpDeskBot.BotFramework.Schema;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace HelpDeskBot.Tests.Support.Teams;

/// <summary>A host with nothing but the Bot Framework library in it, as the product sets it up, talking to the fake cloud.</summary>
internal sealed class TestBot : IAsyncDisposable
{
    public const string AppId = "22222222-abcd-2222-abcd-222222222222";

    private readonly WebApplication _app;

    private TestBot(WebApplication app, FakeCloud cloud, FakeTime time)
    {
        (_app, Cloud, Time) = (app, cloud, time);
        Http = new HttpClient { BaseAddress = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()) };
    }

    public static BotFrameworkOptions Registered { get; } = new()
    {
        AppId = AppId,
        Credential = new SecretCredential(FakeConversations.Tenant, "secret-canary"),
        Tenants = [FakeConversations.Tenant],
    };

    public FakeCloud Cloud { get; }

    public FakeTime Time { get; }

    public HttpClient Http { get; }

    public RecordingBackend Backend => _app.Services.GetRequiredService<RecordingBackend>();

    public ConnectorClient Connector => _app.Services.GetRequiredService<ConnectorClient>();

    /// <summary>Every line that was logged.</summary>
    public RecordingLogs Logs => _app.Services.GetRequiredService<RecordingLogs>();

    public static async Task<TestBot> StartAsync(BotFrameworkOptions? options = null, FakeTime? clock = null)
    {
        var time = clock ?? new FakeTime(skips: ConnectorSender.Patience);
        var cloud = await FakeCloud.StartAsync(time);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRoutingCore();
        var logs = new RecordingLogs();
        builder.Logging.SetMinimumLevel(LogLevel.Trace).AddProvider(logs);
        builder.Services.AddSingleton(logs);
        builder.Services.AddSingleton<TimeProvider>(time);
        builder.Services.AddBotFramework(options ?? Registered);
        builder.Services.AddSingleton<RecordingBackend>();
        builder.Services.AddSingleton<IBotFrameworkBackend>(services => services.GetRequiredService<RecordingBackend>());
        builder.Services.AddHttpClient(BotFrameworkHttp.ClientName)
            .ConfigurePrimaryHttpMessageHandler((handler, _) => cloud.Reroute((SocketsHttpHandler)handler));
        var app = builder.Build();
        app.MapBotFramework();
        await app.StartAsync();
        return new TestBot(app, cloud, time);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        await Cloud.DisposeAsync();
    }
}

/// <summary>Remembers what it was given, and answers invokes as a test wants.</summary>
internal sealed class RecordingBackend : IBotFrameworkBackend
{
    private readonly ConcurrentQueue<(BotFrameworkCaller Caller, Activity Activity)> _received = [];

    public IReadOnlyList<(BotFrameworkCaller Caller, Activity Activity)> Received => [.. _received];

    public Func<Activity, InvokeResponse?> Answers { get; set; } = _ => null;

    /// <summary>Runs before an activity counts as received.</summary>
    public Func<Task> WhileReceiving { get; set; } = () => Task.CompletedTask;

    public async Task ReceiveAsync(BotFrameworkCaller caller, Activity activity, CancellationToken stop)
    {
        await WhileReceiving();
        _received.Enqueue((caller, activity));
    }

    public Task<InvokeResponse?> InvokeAsync(BotFrameworkCaller caller, Activity activity, CancellationToken stop)
    {
        _received.Enqueue((caller, activity));
        return Task.FromResult(Answers(activity));
    }
}

/// <summary>Remembers every line that is logged.</summary>
internal sealed class RecordingLogs : ILoggerProvider
{
    private readonly ConcurrentQueue<string> _lines = [];

    public IReadOnlyList<string> Lines => [.. _lines];

    public ILogger CreateLogger(string categoryName) => new Logger(this);

    public void Dispose()
    {
        // The lines stay for the test.
    }

    private sealed class Logger(RecordingLogs logs) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            logs._lines.Enqueue($"{formatter(state, exception)} {exception}");
    }
}
