using HelpDeskBot.Desk.Storage;

namespace HelpDeskBot.Hosting;

/// <summary>The short forms of the command line: <c>--data DIR</c>, <c>--demo</c> and <c>--restored</c>; everything else is configuration as it stands.</summary>
internal static class CommandLine
{
    /// <exception cref="StartupException">It is no option, or its value is missing.</exception>
    public static string[] Expand(string[] args)
    {
        var expanded = new List<string>();
        for (var i = 0; i < args.Length; i++)
        {
            switch (args[i])
            {
                case "--demo":
                    expanded.Add("--HelpDesk:Demo=true");
                    break;
                case "--restored":
                    expanded.Add("--HelpDesk:Restored=true");
                    break;
                case "--data" when i + 1 < args.Length:
                    expanded.Add($"--HelpDesk:Data={args[++i]}");
                    break;
                case var setting when IsOption(setting) && setting.Contains('='):
                    expanded.Add(setting);
                    break;
                case var setting when IsOption(setting) && i + 1 < args.Length && !IsOption(args[i + 1]):
                    expanded.AddRange([setting, args[++i]]);
                    break;
                default:
                    throw new StartupException($"{args[i]} is no option, or its value is missing. ./run.sh --help lists the options.");
            }
        }

        return [.. expanded];
    }

    private static bool IsOption(string argument) => argument.StartsWith("--", StringComparison.Ordinal);
}
