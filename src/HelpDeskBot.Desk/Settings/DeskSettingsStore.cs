using HelpDeskBot.Desk.Storage;
using HelpDeskBot.Desk.Work;
using Microsoft.EntityFrameworkCore;

namespace HelpDeskBot.Desk.Settings;

/// <summary>The settings in force, kept in versioned rows and held in memory.</summary>
public sealed class DeskSettingsStore
{
    private volatile DeskSettings? _current;

    /// <summary>The settings in force; set before anything else starts.</summary>
    public DeskSettings Current => _current ?? throw new InvalidOperationException("The desk's settings are not loaded yet");

    /// <summary>Puts a file in force, adding a version if it says something new. Throws <see cref="DeskFileException"/> for a wrong file.</summary>
    internal async Task LoadAsync(HelpDeskDb db, string path, string? firstAdmin, BusinessClock clock, CancellationToken stop)
    {
        var yaml = await File.ReadAllTextAsync(path, stop);
        var settings = DeskFile.Parse(yaml, path);
        var latest = await db.DeskSettings.OrderByDescending(row => row.Version).FirstOrDefaultAsync(stop);
        if (latest?.Yaml != yaml)
        {
            db.DeskSettings.Add(new DeskSettingsRow { Version = (latest?.Version ?? 0) + 1, At = clock.Now, Yaml = yaml });
            await db.SaveChangesAsync(stop);
        }

        _current = firstAdmin is null ? settings : settings with { Admins = settings.Admins.Append(firstAdmin).ToHashSet() };
    }
}
