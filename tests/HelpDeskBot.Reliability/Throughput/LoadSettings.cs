using System.Globalization;

namespace HelpDeskBot.Reliability.Throughput;

/// <summary>How much load, from the environment; the short form unless told otherwise.</summary>
internal sealed record LoadSettings
{
    public required int Seed { get; init; }

    /// <summary>Turns a second.</summary>
    public required int Rate { get; init; }

    /// <summary>Seconds that are measured.</summary>
    public required int Seconds { get; init; }

    /// <summary>Tickets that are there before, with all that belongs to them.</summary>
    public required int Tickets { get; init; }

    /// <summary>95 of 100 turns must take less than this many milliseconds.</summary>
    public required int Limit { get; init; }

    /// <summary>Rounds of the claim storm.</summary>
    public required int Storms { get; init; }

    public static LoadSettings FromEnvironment() => new()
    {
        Seed = Read("HELPDESK_SEED", 4711),
        Rate = Read("HELPDESK_LOAD_RATE", 10),
        Seconds = Read("HELPDESK_LOAD_SECONDS", 10),
        Tickets = Read("HELPDESK_LOAD_TICKETS", 0),
        Limit = Read("HELPDESK_LOAD_P95", 3000),
        Storms = Read("HELPDESK_STORMS", 5),
    };

    private static int Read(string name, int otherwise) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;
}
