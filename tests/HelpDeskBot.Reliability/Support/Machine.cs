namespace HelpDeskBot.Reliability.Support;

/// <summary>The machine that a measurement ran on.</summary>
internal static class Machine
{
    /// <summary>How many threads wanted a processor in the last minute; what else ran there blurs the figures.</summary>
    public static string LoadAverage() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown";
}
