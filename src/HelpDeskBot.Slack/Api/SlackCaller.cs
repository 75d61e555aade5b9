using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Logging;

namespace HelpDeskBot.Slack.Api;

/// <summary>Calls methods of the Web API, each within its limits, and tells what became of them.</summary>
internal sealed partial class SlackCaller(SlackHttp http, SlackOptions options, SlackRateLimits limits, ILogger<SlackCaller> logger)
{
    private const int MostTries = 3;
    private const int MostAnswer = 16 * 1024 * 1024;

    /// <param name="arguments">As a form, which every method takes; null ones are left out.</param>
    /// <param name="channel">Where it posts.</param>
    public async Task<SlackResult<T>> CallAsync<T>(
        SlackMethod method, JsonTypeInfo<T> type, IReadOnlyDictionary<string, string?> arguments, string? channel, CancellationToken stop)
        where T : class
    {
        for (var tries = 1; ; tries++)
        {
            if (await limits.WaitAsync(method, channel, stop) is var wait && wait > TimeSpan.Zero)
            {
                return Logged(method, new SlackResult<T>(SlackOutcome.Later, null, SlackErrors.RateLimited) { RetryAfter = wait });
            }

            var result = await TryAsync(method, type, arguments, stop);
            if (result is { Outcome: SlackOutcome.Later, Error: SlackErrors.RateLimited })
            {
                limits.Block(method, channel, result.RetryAfter);
                if (tries < MostTries)
                {
                    continue;
                }
            }

            return Logged(method, result);
        }
    }

    private async Task<SlackResult<T>> TryAsync<T>(
        SlackMethod method, JsonTypeInfo<T> type, IReadOnlyDictionary<string, string?> arguments, CancellationToken stop)
        where T : class
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(options.Addresses.Api, method.Name));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", method.IsOfApp ? options.AppToken : options.BotToken);
        request.Content = new FormUrlEncodedContent(arguments.Where(pair => pair.Value is not null)!);
        return await http.SendAsync(request, method.IsRepeatable, SlackHttp.CallTimeout, async (response, token) =>
        {
            await response.Content.LoadIntoBufferAsync(MostAnswer, token);
            return Read(method, type, await response.Content.ReadAsByteArrayAsync(token));
        }, stop);
    }

    private static SlackResult<T> Read<T>(SlackMethod method, JsonTypeInfo<T> type, byte[] json)
        where T : class
    {
        try
        {
            var head = JsonSerializer.Deserialize(json, ApiJson.Default.AnswerHead) ?? throw new JsonException();
            var error = head.Error ?? "";
            var outcome = head.Ok ? SlackOutcome.Ok : SlackErrors.Of(error, method);
            return outcome is SlackOutcome.Ok
                ? new SlackResult<T>(outcome, JsonSerializer.Deserialize(json, type), "")
                : new SlackResult<T>(outcome, null, error) { RetryAfter = SlackErrors.WaitOf(error, outcome), Details = head.ResponseMetadata?.Messages ?? [] };
        }
        catch (JsonException)
        {
            return new SlackResult<T>(SlackErrors.Lost(method), null, "unreadable") { RetryAfter = SlackHttp.Settling };
        }
    }

    private SlackResult<T> Logged<T>(SlackMethod method, SlackResult<T> result)
        where T : class
    {
        if (!result.IsOk)
        {
            LogNotDone(method.Name, result.Outcome, result.Error);
        }

        return result;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Slack {Method}: {Outcome}, {Error}")]
    private partial void LogNotDone(string method, SlackOutcome outcome, string error);
}
