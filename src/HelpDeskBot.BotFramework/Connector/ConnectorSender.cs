using System.Net.Http.Headers;
using Microsoft.Extensions.Logging;

namespace HelpDeskBot.BotFramework.Connector;

/// <summary>
/// Makes calls: within the limits, with the bot's token, and again where that is safe. What makes something new is sent again only if it certainly
/// did not arrive, and once begun it is not given up when the program stops, since then nobody would know what became of it.
/// </summary>
internal sealed partial class ConnectorSender(
    IHttpClientFactory http, IBotTokens tokens, RateLimits limits, TimeProvider time, ILogger<ConnectorSender> logger)
{
    /// <summary>The longest single wait here; what has to wait longer goes back to the caller.</summary>
    internal static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>After this long there is no further attempt, so that no call takes half a minute.</summary>
    internal static readonly TimeSpan Budget = TimeSpan.FromSeconds(10);

    internal const int MostAttempts = 4;

    private static readonly TimeSpan AdminsWait = TimeSpan.FromMinutes(1);
    private static readonly MediaTypeHeaderValue Json = new("application/json", "utf-8");

    public async Task<ConnectorAnswer> RunAsync(ConnectorCall call, CancellationToken stop)
    {
        var begun = time.GetTimestamp();
        var wasRefused = false;
        for (var attempt = 1; ; attempt++)
        {
            if (await WaitForRoomAsync(call, stop) is var tooLong && tooLong > TimeSpan.Zero)
            {
                return new ConnectorAnswer(Verdict.NotDone, ConnectorCodes.Throttled) { After = tooLong };
            }

            var answer = await TryAsync(call, wasRefused, stop);
            Note(call, answer, attempt);
            var isOver = answer.Verdict is Verdict.Done or Verdict.Refused || (answer.Verdict == Verdict.Unsure && !call.IsRepeatable);
            var wait = WaitAfter(answer, attempt, wasRefused);
            if (isOver || attempt == MostAttempts || wait > Patience || time.GetElapsedTime(begun) + wait > Budget)
            {
                return answer with { After = wait };
            }

            wasRefused = answer.Code == ConnectorCodes.Unauthorised;
            await Task.Delay(wait, time, stop);
        }
    }

    private async Task<TimeSpan> WaitForRoomAsync(ConnectorCall call, CancellationToken stop)
    {
        var since = time.GetTimestamp();
        while (limits.Take(call.Kind, call.Conversation, call.Tenant) is var wait && wait > TimeSpan.Zero)
        {
            if (time.GetElapsedTime(since) + wait > Patience)
            {
                return wait;
            }

            await Task.Delay(wait, time, stop);
        }

        return TimeSpan.Zero;
    }

    private async Task<ConnectorAnswer> TryAsync(ConnectorCall call, bool wasRefused, CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        using var late = new CancellationTokenSource(call.Timeout, time);
        using var giveUp = CancellationTokenSource.CreateLinkedTokenSource(late.Token, stop);
        try
        {
            var token = await tokens.GetAsync(wasRefused, giveUp.Token);
            return await SendAsync(call, token, late.Token, call.IsRepeatable ? giveUp.Token : late.Token);
        }
        catch (BotTokenException failure)
        {
            return new ConnectorAnswer(Verdict.NotDone, ConnectorCodes.NoToken) { Detail = failure.Code };
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return new ConnectorAnswer(Verdict.NotDone, ConnectorCodes.NoToken);
        }
    }

    private async Task<ConnectorAnswer> SendAsync(ConnectorCall call, string? token, CancellationToken late, CancellationToken giveUp)
    {
        try
        {
            using var request = RequestOf(call, token);
            using var client = http.CreateClient(BotFrameworkHttp.ClientName);
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, giveUp);
            return await ReadAsync(call, response, giveUp);
        }
        catch (HttpRequestException failure)
        {
            return ConnectorAnswers.Of(failure);
        }
        catch (IOException)
        {
            return new ConnectorAnswer(Verdict.Unsure, ConnectorCodes.Dropped);
        }
        catch (OperationCanceledException) when (late.IsCancellationRequested)
        {
            return new ConnectorAnswer(Verdict.Unsure, ConnectorCodes.Timeout);
        }
        catch (OperationCanceledException) when (!giveUp.IsCancellationRequested)
        {
            return new ConnectorAnswer(Verdict.NotDone, ConnectorCodes.Unreachable); // the handler gave up connecting
        }
    }

    private static HttpRequestMessage RequestOf(ConnectorCall call, string? token)
    {
        var request = new HttpRequestMessage(call.Method, call.Address);
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        if (call.Body is { } body)
        {
            request.Content = new ByteArrayContent(body);
            request.Content.Headers.ContentType = Json;
        }

        return request;
    }

    private async Task<ConnectorAnswer> ReadAsync(ConnectorCall call, HttpResponseMessage response, CancellationToken giveUp)
    {
        var isRead = call.Method == HttpMethod.Get && response.IsSuccessStatusCode;
        try
        {
            return await BodyAsync(response, call.MostBytes, giveUp) is { } body
                ? ConnectorAnswers.Of(response, body, time.GetUtcNow())
                : isRead
                    ? new ConnectorAnswer(Verdict.Refused, ConnectorCodes.TooLarge) { Status = (int)response.StatusCode }
                    : ConnectorAnswers.Of(response, [], time.GetUtcNow());
        }
        catch (Exception broken) when (!isRead && broken is (IOException or HttpRequestException or OperationCanceledException))
        {
            return ConnectorAnswers.Of(response, [], time.GetUtcNow()); // the status says what was done
        }
    }

    private static async Task<byte[]?> BodyAsync(HttpResponseMessage response, long most, CancellationToken giveUp)
    {
        await using var stream = await response.Content.ReadAsStreamAsync(giveUp);
        using var body = new MemoryStream();
        var chunk = new byte[16 * 1024];
        while (await stream.ReadAsync(chunk, giveUp) is > 0 and var read)
        {
            if (body.Length + read > most)
            {
                return null;
            }

            body.Write(chunk, 0, read);
        }

        return body.ToArray();
    }

    private static TimeSpan WaitAfter(ConnectorAnswer answer, int attempt, bool wasRefused)
    {
        if (answer.Code == ConnectorCodes.NoToken || (answer.Code == ConnectorCodes.Unauthorised && wasRefused))
        {
            return AdminsWait;
        }

        var backoff = Backoff.After(attempt, Random.Shared.NextDouble());
        return answer.After > backoff ? answer.After : backoff;
    }

    private void Note(ConnectorCall call, ConnectorAnswer answer, int attempt)
    {
        if (answer.Code == ConnectorCodes.Throttled)
        {
            limits.Pause(call.Kind, call.Conversation, call.Tenant, answer.After);
        }

        if (answer.Verdict != Verdict.Done)
        {
            LogNotDone(call.Method, answer.Status, answer.Code, answer.Detail, attempt);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Connector call {Method} not done: {Status} {Code} {Detail}, attempt {Attempt}")]
    private partial void LogNotDone(HttpMethod method, int status, string code, string? detail, int attempt);
}
