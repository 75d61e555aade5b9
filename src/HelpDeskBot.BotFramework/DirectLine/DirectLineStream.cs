using System.Net.WebSockets;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace HelpDeskBot.BotFramework.DirectLine;

/// <summary>
/// The WebSocket of a conversation: what is shown now (or what came after a watermark), then everything new. It listens before it reads, so that
/// nothing falls between.
/// </summary>
internal static class DirectLineStream
{
    public static async Task OpenAsync(
        string id, HttpContext context, DirectLineTokens tokens, DirectLineStreams streams, DirectLineOptions options)
    {
        var caller = tokens.ValidateForStream(context.Request.Query["t"].ToString());
        if (!context.WebSockets.IsWebSocketRequest || caller is null || caller.ConversationId != ConversationId.BaseOf(id))
        {
            var status = caller is null ? StatusCodes.Status403Forbidden : StatusCodes.Status400BadRequest;
            await DirectLineErrors.Of(new DirectLineRefusedException(status, "BadStream", "Open the stream with the streamUrl you were given"))
                .ExecuteAsync(context);
            return;
        }

        var watermark = DirectLineRequests.WatermarkOf(context.Request);
        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        using var changed = new SemaphoreSlim(0, 1);
        using var listening = streams.Listen(caller.ConversationId, changed);
        var stopping = context.RequestServices.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping; // or open pages would hold up the stop
        using var gone = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        var receiving = ReceiveAsync(socket, gone);
        var reader = new Reader(context.RequestServices.GetRequiredService<IServiceScopeFactory>(), streams, caller, options);
        await PushAsync(socket, reader, watermark, changed, options.KeepAlive, gone.Token);
        await receiving;
    }

    private static async Task PushAsync(
        WebSocket socket, Reader reader, long? watermark, SemaphoreSlim changed, TimeSpan keepAlive, CancellationToken gone)
    {
        try
        {
            while (await reader.BelongsAsync())
            {
                watermark = await PushNewAsync(socket, reader, watermark, gone);
                if (!await changed.WaitAsync(keepAlive, gone))
                {
                    await SendAsync(socket, ReadOnlyMemory<byte>.Empty, gone);
                }
            }
        }
        catch (Exception ended) when (ended is OperationCanceledException or WebSocketException)
        {
            return; // the reader left; it comes back with its watermark
        }

        await socket.CloseOutputAsync(WebSocketCloseStatus.PolicyViolation, "You do not belong in this conversation any more", CancellationToken.None);
    }

    private static async Task<long> PushNewAsync(WebSocket socket, Reader reader, long? watermark, CancellationToken gone)
    {
        while (true)
        {
            var set = await reader.ReadAsync(watermark).WaitAsync(gone);
            if (set.Count > 0)
            {
                await SendAsync(socket, set.Body, gone);
            }

            var isLast = watermark is null || set.Count < reader.PageSize;
            watermark = set.Watermark;
            if (isLast)
            {
                return set.Watermark;
            }
        }
    }

    private static Task SendAsync(WebSocket socket, ReadOnlyMemory<byte> text, CancellationToken gone) =>
        socket.SendAsync(text, WebSocketMessageType.Text, endOfMessage: true, gone).AsTask().WaitAsync(gone);

    // Clients send empty pings; whatever comes is read and let go, until they close.
    private static async Task ReceiveAsync(WebSocket socket, CancellationTokenSource gone)
    {
        var buffer = new byte[1024];
        try
        {
            while ((await socket.ReceiveAsync(buffer, gone.Token)).MessageType != WebSocketMessageType.Close)
            {
                // Nothing to do.
            }

            await gone.CancelAsync();
            await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, statusDescription: null, CancellationToken.None);
        }
        catch (Exception ended) when (ended is OperationCanceledException or WebSocketException)
        {
            await gone.CancelAsync();
        }
    }

    private sealed class Reader(IServiceScopeFactory scopes, DirectLineStreams streams, DirectLineCaller caller, DirectLineOptions options)
    {
        public int PageSize => options.PageSize;

        public Task<StreamSet> ReadAsync(long? watermark) => watermark is { } after
            ? streams.ReadAsync(caller.ConversationId, after, () => ReadAsync(after, options.PageSize))
            : ReadAsync(watermark, options.SnapshotSize);

        public async Task<bool> BelongsAsync()
        {
            await using var scope = scopes.CreateAsyncScope();
            return await scope.ServiceProvider.GetRequiredService<IDirectLineBackend>().BelongsAsync(caller, CancellationToken.None);
        }

        // In a scope of its own: a stream lives for hours, a database context must not. Others may wait for it, so nobody who leaves ends it.
        private async Task<StreamSet> ReadAsync(long? watermark, int limit)
        {
            await using var scope = scopes.CreateAsyncScope();
            var page = await scope.ServiceProvider.GetRequiredService<IDirectLineBackend>().ReadAsync(caller.ConversationId, watermark, limit, CancellationToken.None);
            var body = page.Activities.Count == 0 ? [] : Encoding.UTF8.GetBytes(ActivitySet.Write(page));
            return new StreamSet(body, page.Activities.Count, page.Watermark);
        }
    }
}
