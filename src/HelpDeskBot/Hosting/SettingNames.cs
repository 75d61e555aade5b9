using System.Reflection;
using HelpDeskBot.Desk.Storage;

namespace HelpDeskBot.Hosting;

/// <summary>Refuses settings that nothing reads: a misspelt one would be without effect, and nobody would notice.</summary>
internal static class SettingNames
{
    /// <exception cref="StartupException">A setting is none of ours.</exception>
    public static void Check(IConfiguration configuration)
    {
        Check(configuration.GetSection("HelpDesk"), [.. Of<HelpDeskOptions>(), ConfigurationPath.GetSectionKey(SlackConfiguration.Section)]);
        Check(configuration.GetSection(TeamsConfiguration.Section), Of<TeamsOptions>());
        Check(configuration.GetSection(SlackConfiguration.Section), SlackConfiguration.Names);
    }

    private static string[] Of<TOptions>() =>
        [.. typeof(TOptions).GetProperties().Select(property => property.GetCustomAttribute<ConfigurationKeyNameAttribute>()?.Name ?? property.Name)];

    private static void Check(IConfigurationSection section, IReadOnlyList<string> known)
    {
        if (section.GetChildren().Select(child => child.Key).Except(known, StringComparer.OrdinalIgnoreCase).FirstOrDefault() is { } unknown)
        {
            throw new StartupException($"{section.Path}:{unknown} is no setting. There are: {string.Join(", ", known)}.");
        }
    }
}
