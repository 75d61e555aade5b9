using System.Globalization;

namespace HelpDeskBot.Reliability.Support;

/// <summary>How often to kill, and the seed of everything random; both can be set in the environment.</summary>
internal sealed record RunSettings(int Seed, int Kills)
{
    private const int DefaultKills = 10;

    public static RunSettings FromEnvironment() =>
        new(Read("HELPDESK_SEED") ?? Random.Shared.Next(1, 1_000_000), Read("HELPDESK_KILLS") ?? DefaultKills);

    private static int? Read(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;
}
