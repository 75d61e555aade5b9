using HelpDeskBot.Slack;
using HelpDeskBot.Slack.Api;
using HelpDeskBot.Slack.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace HelpDeskBot.Tests.Support.Slack;

/// <summary>A host with nothing but Slack and a backend that records, beside a fake Slack.</summary>
internal sealed class SlackApp : IAsyncDisposable
{
    private readonly WebApplication _app;

    private SlackApp(WebApplication app, FakeSlack slack, ManualTime time, RecordingBackend backend) => (_app, Slack, Time, Backend) = (app, slack, time, backend);

    public FakeSlack Slack { get; }

    public ManualTime Time { get; }

    public RecordingBackend Backend { get; }

    public SlackClient Client => _app.Services.GetRequiredService<SlackClient>();

    /// <summary>An app that Slack reaches over HTTP.</summary>
    public static async Task<SlackApp> StartAsync()
    {
        var app = await BuildAsync(isSocket: false);
        var addresses = app._app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!;
        app.Slack.Deliveries.Target = new Uri(addresses.Addresses.First());
        return app;
    }

    /// <summary>An app that reaches Slack over Socket Mode.</summary>
    public static async Task<SlackApp> StartSocketAsync()
    {
        var app = await BuildAsync(isSocket: true);
        await app.Slack.Deliveries.WaitForSocketAsync(1);
        return app;
    }

    /// <summary>A client of a fake, with no host around it.</summary>
    public static SlackClient ClientOf(FakeSlack slack, TimeProvider time) => new(slack.Options, time, NullLoggerFactory.Instance);

    /// <summary>Lets time go on until something is done, but never while a delivery waits for its answer.</summary>
    public async Task PassTimeUntilAsync(Task done)
    {
        while (!done.IsCompleted)
        {
            if (Slack.Deliveries.InFlight == 0)
            {
                Time.Advance(TimeSpan.FromSeconds(0.1));
            }

            await Task.Yield();
        }

        await done;
    }

    /// <summary>Stops the program; its farewell to Slack takes what time it needs.</summary>
    public async Task StopAsync()
    {
        var stopping = _app.StopAsync();
        while (!stopping.IsCompleted)
        {
            if (Slack.Deliveries.InFlight == 0)
            {
                Time.Advance(TimeSpan.FromSeconds(1));
            }

            await Task.Yield();
        }

        await stopping;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await _app.DisposeAsync();
        await Slack.DisposeAsync();
    }

    private static async Task<SlackApp> BuildAsync(bool isSocket)
    {
        var time = new ManualTime();
        var slack = await FakeSlack.StartAsync(time);
        var backend = new RecordingBackend();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<TimeProvider>(time);
        builder.Services.AddSingleton<ISlackBackend>(backend);
        builder.Services.AddSlack(slack.Options);
        if (isSocket)
        {
            builder.Services.AddSlackSocketMode();
        }

        var app = builder.Build();
        app.MapSlack();
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new SlackApp(app, slack, time, backend);
    }
}
