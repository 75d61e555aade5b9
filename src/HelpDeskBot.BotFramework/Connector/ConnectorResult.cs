namespace HelpDeskBot.BotFramework.Connector;

/// <summary>What became of a call, as far as the caller has to know.</summary>
public enum ConnectorOutcome
{
    /// <summary>The service did it.</summary>
    Done,

    /// <summary>The service will never do it; the same again is no use.</summary>
    Refused,

    /// <summary>Nothing was done, and it may be done later.</summary>
    Later,

    /// <summary>It may have been done, and nobody can tell: only of what makes something new, which repeating would make twice.</summary>
    Unknown,
}

/// <summary>What became of a call to the connector.</summary>
/// <param name="Code">One of <see cref="ConnectorCodes"/>.</param>
public sealed record ConnectorResult<T>(ConnectorOutcome Outcome, string Code)
{
    /// <summary>What the service answered; only of what is done.</summary>
    public T? Value { get; init; }

    /// <summary>When to try again; only of what may be done later.</summary>
    public TimeSpan After { get; init; }

    /// <summary>The HTTP status; 0 if there was no answer.</summary>
    public int Status { get; init; }

    /// <summary>The service's own code, such as <c>MessageWritesBlocked</c>.</summary>
    public string? Detail { get; init; }
}

/// <summary>Why calls are not done.</summary>
public static class ConnectorCodes
{
    public const string Done = "connector.done";

    /// <summary>Refused: the person blocked or muted the bot, or removed it.</summary>
    public const string Blocked = "connector.blocked";

    /// <summary>Refused: the bot is not installed for this person or in this conversation.</summary>
    public const string NotInstalled = "connector.not_installed";

    /// <summary>Refused: the tenant's admin does not allow the bot.</summary>
    public const string Disabled = "connector.disabled";

    /// <summary>Refused, and not said why.</summary>
    public const string Forbidden = "connector.forbidden";

    /// <summary>Refused: conversation, message or member do not exist, or not any more.</summary>
    public const string Gone = "connector.gone";

    /// <summary>Refused: more bytes than the service takes, or than the caller wants.</summary>
    public const string TooLarge = "connector.too_large";

    /// <summary>Refused: the activity cannot be shown as one message; text and card are two, and two cannot be edited.</summary>
    public const string BadSyntax = "connector.bad_syntax";

    /// <summary>Refused: the service does not take what was sent.</summary>
    public const string BadRequest = "connector.bad_request";

    /// <summary>Refused: this channel cannot do that.</summary>
    public const string NotSupported = "connector.not_supported";

    /// <summary>Refused here: the address is not one of those that are called, or an id would change it.</summary>
    public const string BadAddress = "connector.bad_address";

    /// <summary>Later: too many calls, by the service's count or by ours.</summary>
    public const string Throttled = "connector.throttled";

    /// <summary>Later: the service, or this conversation, has too much to do.</summary>
    public const string Busy = "connector.busy";

    /// <summary>Later: no connection could be made.</summary>
    public const string Unreachable = "connector.unreachable";

    /// <summary>Later: the service does not take the bot's token; an admin has to look.</summary>
    public const string Unauthorised = "connector.unauthorised";

    /// <summary>Later: no token could be got; an admin has to look.</summary>
    public const string NoToken = "connector.no_token";

    /// <summary>Unknown, or later where repeating is safe: no answer in time.</summary>
    public const string Timeout = "connector.timeout";

    /// <summary>Unknown, or later where repeating is safe: the connection broke off.</summary>
    public const string Dropped = "connector.dropped";

    /// <summary>Unknown, or later where repeating is safe: the service failed, and may have failed after it did its work.</summary>
    public const string ServerError = "connector.server_error";
}
