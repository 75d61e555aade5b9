using HelpDeskBot.Desk.Storage;

namespace HelpDeskBot.Hosting;

/// <summary>A secret stands in its setting, or in the file that the setting of the same name with <c>_FILE</c> behind it names.</summary>
internal static class SecretSetting
{
    public const string FileEnding = "_FILE";

    /// <param name="setting">The whole name of the setting, for the message.</param>
    /// <exception cref="StartupException">The file cannot be read.</exception>
    public static string? Read(string? value, string? file, string setting)
    {
        try
        {
            var secret = (file is { Length: > 0 } ? File.ReadAllText(file) : value)?.Trim();
            return secret is { Length: > 0 } ? secret : null;
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            throw new StartupException($"{setting}{FileEnding} names {file}, which cannot be read. Write the path of a file that holds the secret.");
        }
    }
}
