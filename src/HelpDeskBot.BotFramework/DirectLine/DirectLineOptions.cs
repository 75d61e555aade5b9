namespace HelpDeskBot.BotFramework.DirectLine;

/// <summary>How the endpoint behaves.</summary>
public sealed record DirectLineOptions
{
    /// <summary>Tokens are given without a secret to whoever asks: for development on one's own machine.</summary>
    public bool LocalMode { get; init; }

    /// <summary>What a caller must present as bearer to get a token outside local mode; null gives none to anybody.</summary>
    public string? Secret { get; init; }

    public TimeSpan TokenLifetime { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>Largest activity, in bytes.</summary>
    public int MaxActivityBytes { get; init; } = 6 * 1024 * 1024;

    /// <summary>Most activities in one set.</summary>
    public int PageSize { get; init; } = 100;

    /// <summary>Most messages of a conversation that somebody who opens it gets at once.</summary>
    public int SnapshotSize { get; init; } = 500;

    /// <summary>How often a silent stream says that it is alive.</summary>
    public TimeSpan KeepAlive { get; init; } = TimeSpan.FromSeconds(20);
}

/// <summary>The key that signs tokens, set by the host before the first request; kept by it, tokens survive a restart.</summary>
public sealed class DirectLineKey
{
    /// <summary>At least 32 bytes.</summary>
    public byte[] Value { get; set; } = [];
}
