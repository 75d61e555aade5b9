namespace HelpDeskBot.Hosting;

/// <summary>The short forms of the command line: <c>--data DIR</c>, <c>--demo</c> and <c>--restored</c>; everything else is configuration as it stands.</summary>
internal static class CommandLine
{
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
                default:
                    expanded.Add(args[i]);
                    break;
            }
        }

        return [.. expanded];
    }
}
