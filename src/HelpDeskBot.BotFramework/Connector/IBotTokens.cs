namespace HelpDeskBot.BotFramework.Connector;

/// <summary>The tokens with which the bot calls connectors.</summary>
public interface IBotTokens
{
    /// <summary>A token; null in development without an app id, where only this machine is called.</summary>
    /// <param name="wasRefused">The last one was not taken, so another is wanted.</param>
    /// <exception cref="BotTokenException">There is none to be had now.</exception>
    Task<string?> GetAsync(bool wasRefused, CancellationToken stop);
}

/// <summary>No token could be got.</summary>
/// <param name="code">A code for logs and for the admin, such as <c>invalid_client</c>.</param>
public sealed class BotTokenException(string code, Exception? inner = null) : Exception($"No token for the bot: {code}", inner)
{
    public string Code { get; } = code;
}
