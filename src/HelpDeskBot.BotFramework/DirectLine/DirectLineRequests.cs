using System.Text.Json;
using HelpDeskBot.BotFramework.Schema;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDeskBot.BotFramework.DirectLine;

/// <summary>Reads what the calls have in common: the caller, the conversation, the activity.</summary>
internal static class DirectLineRequests
{
    private const string Bearer = "Bearer ";
    private const int LongestId = 250;

    public static string? BearerOf(HttpRequest request) =>
        request.Headers.Authorization.ToString() is { } header && header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)
            ? header[Bearer.Length..].Trim()
            : null;

    /// <summary>
    /// The caller, whose token must be for this conversation where the call names one. A token that is there and not good is answered 403, by
    /// which clients know that it has expired.
    /// </summary>
    private static DirectLineCaller Caller(HttpRequest request, string? conversationId = null)
    {
        var tokens = request.HttpContext.RequestServices.GetRequiredService<DirectLineTokens>();
        var token = BearerOf(request)
            ?? throw new DirectLineRefusedException(StatusCodes.Status401Unauthorized, "Unauthorized", "Send a token as bearer");
        var caller = tokens.Validate(token)
            ?? throw new DirectLineRefusedException(StatusCodes.Status403Forbidden, "TokenExpired", "This token is not good, or not any more");
        return conversationId is null || ConversationId.BaseOf(conversationId) == caller.ConversationId
            ? caller
            : throw new DirectLineRefusedException(StatusCodes.Status403Forbidden, "Forbidden", "This token is for another conversation");
    }

    /// <summary>The caller as above, who still belongs in their conversation: people leave teams while their tokens are good.</summary>
    public static async Task<DirectLineCaller> CallerAsync(
        HttpRequest request, IDirectLineBackend backend, CancellationToken stop, string? conversationId = null)
    {
        var caller = Caller(request, conversationId);
        return await backend.BelongsAsync(caller, stop)
            ? caller
            : throw new DirectLineRefusedException(StatusCodes.Status403Forbidden, "Forbidden", "You do not belong in this conversation any more");
    }

    public static long? WatermarkOf(HttpRequest request)
    {
        var text = request.Query["watermark"].ToString();
        if (text.Length == 0)
        {
            return null;
        }

        return long.TryParse(text, out var watermark) && watermark >= 0
            ? watermark
            : throw new DirectLineRefusedException(StatusCodes.Status400BadRequest, "BadArgument", "The watermark is the one of an activity set");
    }

    /// <summary>Refuses a body that does not say it is JSON.</summary>
    public static void RequireJson(HttpRequest request)
    {
        if (!request.HasJsonContentType())
        {
            throw new DirectLineRefusedException(StatusCodes.Status415UnsupportedMediaType, "BadSyntax", "Send JSON as application/json");
        }
    }

    /// <summary>Refuses what cannot be anybody's id; databases refuse it later, less politely.</summary>
    public static string? Id(string? id) => id is null || (id.Length <= LongestId && !id.Any(char.IsControl))
        ? id
        : throw new DirectLineRefusedException(StatusCodes.Status400BadRequest, "BadArgument", $"An id has at most {LongestId} characters, all visible");

    /// <summary>An activity of the caller: <c>from</c> is who the token says, the conversation is the path's or a thread of it.</summary>
    public static async Task<Activity> ActivityAsync(Stream body, DirectLineCaller caller, string path, int limit, CancellationToken stop)
    {
        var activity = await ParseAsync(body, limit, stop);
        var wanted = Id(activity.Conversation?.Id ?? path)!;
        if (ConversationId.BaseOf(wanted) != caller.ConversationId)
        {
            throw new DirectLineRefusedException(StatusCodes.Status400BadRequest, "BadArgument", "The activity names another conversation");
        }

        _ = Id(activity.ReplyToId);
        _ = Id(activity.ChannelData?["clientActivityID"]?.ToString());
        activity.Conversation = new ConversationAccount { Id = wanted.Contains(';', StringComparison.Ordinal) ? wanted : path };
        activity.From = new ChannelAccount { Id = caller.UserId, Name = activity.From?.Name, Role = "user" };
        return activity;
    }

    private static async Task<Activity> ParseAsync(Stream body, int limit, CancellationToken stop)
    {
        using var buffer = new MemoryStream();
        var chunk = new byte[16 * 1024];
        while (await body.ReadAsync(chunk, stop) is > 0 and var read)
        {
            if (buffer.Length + read > limit)
            {
                throw new DirectLineRefusedException(StatusCodes.Status413PayloadTooLarge, "MessageSizeTooBig", $"An activity has at most {limit} bytes");
            }

            buffer.Write(chunk, 0, read);
        }

        return Parse(buffer.GetBuffer().AsSpan(0, (int)buffer.Length));
    }

    private static Activity Parse(ReadOnlySpan<byte> json)
    {
        try
        {
            return ActivityJson.ReadActivity(json) is { Type.Length: > 0 } activity
                ? activity
                : throw new DirectLineRefusedException(StatusCodes.Status400BadRequest, "MissingProperty", "The activity needs a type");
        }
        catch (JsonException)
        {
            throw new DirectLineRefusedException(StatusCodes.Status400BadRequest, "BadSyntax", "The body is not an activity in JSON");
        }
    }
}
