using HelpDeskBot.BotFramework.Schema;

namespace HelpDeskBot.BotFramework.DirectLine;

/// <summary>Who calls, as their token says.</summary>
/// <param name="ConversationId">The conversation the token is for, without a thread.</param>
public sealed record DirectLineCaller(string UserId, string ConversationId);

/// <summary>Whether somebody may open a conversation.</summary>
public sealed record DirectLineOpening
{
    private DirectLineOpening()
    {
    }

    /// <summary>The conversation that was opened; null if it was refused.</summary>
    public string? ConversationId { get; private init; }

    /// <summary>Why not.</summary>
    public DirectLineRefusedException? Refusal { get; private init; }

    public static DirectLineOpening Opened(string conversationId) => new() { ConversationId = conversationId };

    public static DirectLineOpening Refused(int status, string code, string message) =>
        new() { Refusal = new DirectLineRefusedException(status, code, message) };
}

/// <summary>Activities as JSON, and the watermark behind the last of them.</summary>
public sealed record ActivityPage(IReadOnlyList<string> Activities, long Watermark);

/// <summary>A call is refused: an HTTP status, a code for programs, words for people.</summary>
public sealed class DirectLineRefusedException(int status, string code, string message) : Exception(message)
{
    public int Status { get; } = status;

    public string Code { get; } = code;
}

/// <summary>
/// What stands behind the endpoint: durable conversations and the bot. Resolved from the services of each request. Any member may throw
/// <see cref="DirectLineRefusedException"/>.
/// </summary>
public interface IDirectLineBackend
{
    /// <summary>Opens a conversation; null is the user's own with the bot, always the same one.</summary>
    Task<DirectLineOpening> OpenAsync(string userId, string? userName, string? conversationId, CancellationToken stop);

    /// <summary>Whether somebody who opened a conversation may still read and write there. Asked with every call, so it must be cheap.</summary>
    Task<bool> BelongsAsync(DirectLineCaller caller, CancellationToken stop);

    /// <summary>With a watermark: what happened after it, at most <paramref name="limit"/>. Without: what the conversation shows now.</summary>
    Task<ActivityPage> ReadAsync(string conversationId, long? watermark, int limit, CancellationToken stop);

    /// <summary>
    /// Takes an activity; durable before it returns its id. The same <c>channelData.clientActivityID</c> again changes nothing and returns the
    /// same id.
    /// </summary>
    Task<string> ReceiveAsync(DirectLineCaller caller, Activity activity, CancellationToken stop);

    /// <summary>Answers an invoke.</summary>
    Task<AdaptiveCardInvokeResponse> InvokeAsync(DirectLineCaller caller, Activity activity, CancellationToken stop);

    /// <summary>Keeps a file; the stream is read once.</summary>
    Task<Attachment> SaveFileAsync(DirectLineCaller caller, string name, Stream content, CancellationToken stop);
}
