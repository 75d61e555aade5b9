namespace HelpDeskBot.BotFramework.Connector;

/// <summary>A call to a connector.</summary>
/// <param name="Address">Lies under an address that may be called.</param>
internal sealed record ConnectorCall(HttpMethod Method, Uri Address)
{
    /// <summary>JSON.</summary>
    public byte[]? Body { get; init; }

    /// <summary>Done twice it makes nothing twice.</summary>
    public bool IsRepeatable { get; init; } = Method != HttpMethod.Post;

    public RateKind Kind { get; init; }

    /// <summary>What the limit counts; null where only the tenant counts.</summary>
    public string? Conversation { get; init; }

    public string Tenant { get; init; } = "";

    /// <summary>The most bytes that the answer may have.</summary>
    public long MostBytes { get; init; } = 4 * 1024 * 1024;

    /// <summary>How long one attempt may take.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(10);
}

/// <summary>What is known after an attempt.</summary>
internal enum Verdict
{
    Done,
    Refused,

    /// <summary>Certainly not done, and may be tried again.</summary>
    NotDone,

    /// <summary>Perhaps done.</summary>
    Unsure,
}

/// <summary>What an attempt came to.</summary>
internal sealed record ConnectorAnswer(Verdict Verdict, string Code)
{
    public int Status { get; init; }

    public string? Detail { get; init; }

    /// <summary>How long the service wants to be left alone; zero if it does not say.</summary>
    public TimeSpan After { get; init; }

    public byte[] Body { get; init; } = [];

    public string? ContentType { get; init; }
}
