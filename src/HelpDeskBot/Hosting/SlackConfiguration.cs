using HelpDeskBot.Desk.Storage;
using HelpDeskBot.Slack;

namespace HelpDeskBot.Hosting;

/// <summary>Reads <c>HelpDesk:Slack</c>.</summary>
internal static class SlackConfiguration
{
    public const string Section = "HelpDesk:Slack";
    private static readonly string[] Secrets = ["BotToken", "AppToken", "SigningSecret"];

    /// <summary>The settings there are.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Secrets, .. Secrets.Select(name => name + SecretSetting.FileEnding), "AppId", "Teams", "Address"];

    /// <summary>The app; null where nothing is configured.</summary>
    /// <exception cref="StartupException">A value is missing or cannot be right.</exception>
    public static SlackOptions? Read(IConfiguration configuration)
    {
        var section = configuration.GetSection(Section);
        if (!section.Exists())
        {
            return null;
        }

        var app = Secret(section, "AppToken", "xapp-");
        var signing = Secret(section, "SigningSecret", "");
        if (app is null == signing is null)
        {
            throw new StartupException($"{Section} needs either AppToken (Socket Mode) or SigningSecret (Slack posts to this program), not both.");
        }

        return new SlackOptions
        {
            BotToken = Secret(section, "BotToken", "xoxb-") ?? throw new StartupException($"{Section}:BotToken is missing. It begins with xoxb- and stands under OAuth & Permissions."),
            AppToken = app,
            SigningSecret = signing,
            AppId = Id(section, "AppId", section["AppId"] ?? "", 'A'),
            Teams = Teams(section),
            Addresses = Addresses(section),
        };
    }

    private static HashSet<string> Teams(IConfigurationSection section)
    {
        var teams = section.GetSection("Teams").Get<string[]>() ?? section["Teams"]?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];
        return teams.Length > 0
            ? [.. teams.Select(team => Id(section, "Teams", team, 'T'))]
            : throw new StartupException($"{Section}:Teams is empty. Name the workspaces whose people may come, such as T0123ABCD.");
    }

    // For a Slack on this machine, as tests have it.
    private static SlackAddresses Addresses(IConfigurationSection section)
    {
        if (section["Address"] is not { Length: > 0 } text)
        {
            return new SlackAddresses();
        }

        return Uri.TryCreate(text, UriKind.Absolute, out var address) && address.IsLoopback
            ? new SlackAddresses { Api = new Uri(address, "api/"), Files = address, Hooks = address }
            : throw new StartupException($"{Section}:Address is {text}. Leave it out: only a Slack on this machine has another address.");
    }

    private static string Id(IConfigurationSection section, string name, string id, char first) =>
        id.Length > 1 && id[0] == first && id.All(char.IsAsciiLetterOrDigit)
            ? id
            : throw new StartupException($"{section.Path}:{name} is \"{id}\". Write an id that begins with {first}, such as {first}0123ABCD.");

    private static string? Secret(IConfigurationSection section, string name, string prefix)
    {
        var secret = SecretSetting.Read(section[name], section[name + SecretSetting.FileEnding], $"{section.Path}:{name}");
        return secret?.StartsWith(prefix, StringComparison.Ordinal) is not false
            ? secret
            : throw new StartupException($"{section.Path}:{name} must begin with {prefix}.");
    }
}
