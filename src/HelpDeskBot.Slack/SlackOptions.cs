using HelpDeskBot.Slack.Payloads;

namespace HelpDeskBot.Slack;

/// <summary>One Slack app as it is installed in an organisation. A class, since a record would print its secrets.</summary>
public sealed class SlackOptions
{
    /// <summary>The bot's token (<c>xoxb-</c>).</summary>
    public required string BotToken { get; init; }

    /// <summary>The app's id (<c>A</c>…): what is delivered for another app is refused.</summary>
    public required string AppId { get; init; }

    /// <summary>The workspaces (<c>T</c>…) whose deliveries are taken.</summary>
    public IReadOnlySet<string> Teams { get; init; } = new HashSet<string>();

    /// <summary>The Enterprise Grid organisations (<c>E</c>…) all of whose workspaces' deliveries are taken.</summary>
    public IReadOnlySet<string> Enterprises { get; init; } = new HashSet<string>();

    /// <summary>What signs requests to our address; null takes none.</summary>
    public string? SigningSecret { get; init; }

    /// <summary>The app-level token (<c>xapp-</c>) of Socket Mode; null without it.</summary>
    public string? AppToken { get; init; }

    public SlackAddresses Addresses { get; init; } = new();

    internal bool Knows(SlackSender from) =>
        from.AppId == AppId && ((from.TeamId is { } team && Teams.Contains(team)) || (from.EnterpriseId is { } enterprise && Enterprises.Contains(enterprise)));
}

/// <summary>Where Slack is. Tokens are sent to these addresses and no others, so they are encrypted or on this machine.</summary>
public sealed record SlackAddresses
{
    /// <summary>The Web API; ends with a slash.</summary>
    public Uri Api { get; init; } = new("https://slack.com/api/");

    public Uri Files { get; init; } = new("https://files.slack.com/");

    /// <summary>Where every <c>response_url</c> is.</summary>
    public Uri Hooks { get; init; } = new("https://hooks.slack.com/");

    internal bool IsFile(Uri address) => IsAt(address, Files);

    internal bool IsHook(Uri address) => IsAt(address, Hooks);

    internal bool IsSocket(Uri address) =>
        address is { Scheme: "wss" } ? Api.IsLoopback || address.Host.EndsWith(".slack.com", StringComparison.Ordinal) : address is { Scheme: "ws", IsLoopback: true } && Api.IsLoopback;

    internal void Check()
    {
        foreach (var address in new[] { Api, Files, Hooks })
        {
            if (address.Scheme != Uri.UriSchemeHttps && !address.IsLoopback)
            {
                throw new ArgumentException($"{address} is neither https nor on this machine");
            }
        }
    }

    private static bool IsAt(Uri address, Uri home) =>
        address.IsAbsoluteUri && address.Scheme == home.Scheme && address.Authority == home.Authority && address.UserInfo.Length == 0;
}
