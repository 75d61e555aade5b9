using System.Collections.Concurrent;
using HelpDeskBot.Reliability.Support;
using Microsoft.AspNetCore.Http;

namespace HelpDeskBot.Reliability.TeamsSpeed;

/// <summary>Takes what bots say, at once, and tells whoever waits for it.</summary>
internal sealed class ConnectorSink : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _waiting = new(StringComparer.Ordinal);
    private LoopbackServer _server = null!;
    private long _ids;

    public Uri Address => _server.Address;

    public static async Task<ConnectorSink> StartAsync(CancellationToken stop)
    {
        var sink = new ConnectorSink();
        sink._server = await LoopbackServer.StartAsync(sink.HandleAsync, stop);
        return sink;
    }

    /// <summary>Completes when something is said in this conversation.</summary>
    public Task SaidIn(string conversation)
    {
        var said = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _waiting[conversation] = said;
        return said.Task;
    }

    public async ValueTask DisposeAsync() => await _server.DisposeAsync();

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
