namespace HelpDeskBot.Tests.Support.Teams;

/// <summary>What goes wrong with a call.</summary>
internal abstract record ConnectorFault
{
    private ConnectorFault()
    {
    }

    /// <summary>Whether the call is done although it goes wrong.</summary>
    public bool IsAfterAccept { get; init; }

    /// <summary>The answer is this status.</summary>
    /// <param name="Body">The answer's body.</param>
    public sealed record Status(int Code, string Body = "") : ConnectorFault
    {
        /// <summary>The header as it is sent; null for none.</summary>
        public string? RetryAfter { get; init; }
    }

    /// <summary>The connection breaks off without an answer.</summary>
    public sealed record Drop : ConnectorFault;

    /// <summary>The answer begins, and the connection breaks off in the middle of its body.</summary>
    public sealed record HalfAnswer : ConnectorFault;

    /// <summary>There is no answer until the test lets go.</summary>
    public sealed record Hang : ConnectorFault;

    /// <summary>The answer is another address.</summary>
    public sealed record Redirect(string To) : ConnectorFault;

    /// <summary>The answer is 200 with this body.</summary>
    public sealed record Answer(string Body) : ConnectorFault;

    public static Status Throttled(string? retryAfter) => new(429, Error("Throttled")) { RetryAfter = retryAfter };

    public static Status Of(int code, string error) => new(code, Error(error));

    /// <summary>As Teams says that somebody blocked the bot: JSON in a text in JSON.</summary>
    public static Status Blocked() => new(
        403, """{"errorCode":209,"message":"{\r\n  \"subCode\": \"MessageWritesBlocked\",\r\n  \"details\": \"Thread is blocked from message writes.\"\r\n}"}""");

    public static string Error(string code) => $$$"""{"error":{"code":"{{{code}}}","message":"Not for the log: amina's words"}}""";
}
