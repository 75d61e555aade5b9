using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDeskBot.Reliability.TeamsSpeed;

/// <summary>Takes what bots say, at once, and tells whoever waits for it.</summary>
internal sealed class ConnectorSink : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _waiting = new(StringComparer.Ordinal);
    private long _ids;

    private ConnectorSink(WebApplication app)
    {
        _app = app;
        app.Run(HandleAsync);
    }

    public Uri Address { get; private set; } = null!;

    public static async Task<ConnectorSink> StartAsync(CancellationToken stop)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var sink = new ConnectorSink(app);
        await app.StartAsync(stop);
        sink.Address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        return sink;
    }

    /// <summary>Completes when something is said in this conversation.</summary>
    public Task SaidIn(string conversation)
    {
        var said = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _waiting[conversation] = said;
        return said.Task;
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task HandleAsync(HttpContext context)
    {
        await context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted);
        string[] path = [.. context.Request.Path.Value!.Split('/').SkipWhile(part => part != "conversations").Skip(1)];
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(path is [_, "members", var member] ? MemberOf(member) : $$"""{"id":"{{Interlocked.Increment(ref _ids)}}"}""", context.RequestAborted);
        if (context.Request.Method == "POST" && path is [var conversation, "activities", ..] && _waiting.TryRemove(conversation, out var said))
        {
            said.SetResult();
        }
    }

    private static string MemberOf(string id) => $$"""{"id":"{{id}}","name":"Person {{id}}","aadObjectId":"{{id}}","userRole":"user"}""";
}
