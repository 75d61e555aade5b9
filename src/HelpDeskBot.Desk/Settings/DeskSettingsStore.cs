using HelpDeskBot.Desk.Texts;

namespace HelpDeskBot.Desk.Settings;

/// <summary>The settings in force, held in memory; the newest of the versions that the database keeps.</summary>
public sealed class DeskSettingsStore(DeskOptions options)
{
    private readonly Lock _gate = new();
    private volatile InForce? _inForce;

    /// <summary>The settings in force; set before anything else starts.</summary>
    public DeskSettings Current => (_inForce ?? throw new InvalidOperationException("The desk's settings are not loaded yet")).Settings;

    /// <summary>The version in force, counted from 1.</summary>
    public int Version => _inForce?.Version ?? 0;

    /// <summary>The settings that a file gives, with the admin whom the configuration names. Throws <see cref="WrongFileException"/> for a wrong file.</summary>
    internal DeskSettings Read(string yaml, string path)
    {
        var settings = DeskFile.Parse(yaml, path);
        return options.FirstAdmin is { } admin ? settings with { Admins = settings.Admins.Append(admin).ToHashSet() } : settings;
    }

    /// <summary>Takes a version over, unless a newer one is in force.</summary>
    internal void PutInForce(int version, string yaml)
    {
        var settings = Read(yaml, $"desk settings, version {version}");
        lock (_gate)
        {
            if (version > Version)
            {
                _inForce = new InForce(version, settings);
            }
        }
    }

    private sealed record InForce(int Version, DeskSettings Settings);
}
