using HelpDeskBot.Desk.Storage;
using HelpDeskBot.Desk.Texts;
using HelpDeskBot.Domain;
using HelpDeskBot.Domain.People;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HelpDeskBot.Desk.Settings;

/// <summary>A version of the desk's settings. Without <see cref="ByName"/> it came from the file.</summary>
/// <param name="Restored">The earlier version that it went back to.</param>
public sealed record DeskVersion(int Number, Instant At, string? ByName, int? Restored);

/// <summary>Reads the desk's settings, now and then, for admins.</summary>
public sealed class ReadDesk(HelpDeskDb db, DeskVersions versions)
{
    /// <summary>The versions, newest first; the first one is in force.</summary>
    public async Task<Outcome<IReadOnlyList<DeskVersion>>> HistoryAsync(int most, Actor actor, CancellationToken stop)
    {
        if (!actor.IsAdmin)
        {
            return new Refusal("desk.not_admin");
        }

        return await (
            from row in db.DeskSettings
            join person in db.People on row.By equals person.Id into people
            from person in people.DefaultIfEmpty()
            orderby row.Version descending
            select new DeskVersion(row.Version, row.At, person == null ? null : person.Name, row.Restored)).Take(most).ToListAsync(stop);
    }

    /// <summary>The file in force.</summary>
    public async Task<Outcome<string>> TextAsync(Actor actor, CancellationToken stop) =>
        actor.IsAdmin ? (await versions.LatestAsync(stop))!.Yaml : new Refusal("desk.not_admin");

    /// <summary>What a version changed in the one before it.</summary>
    public async Task<Outcome<IReadOnlyList<ChangedLine>>> ChangesAsync(int version, Actor actor, CancellationToken stop)
    {
        if (!actor.IsAdmin || await versions.FindAsync(version, stop) is not { } row)
        {
            return new Refusal(actor.IsAdmin ? "desk.no_version" : "desk.not_admin");
        }

        return TextDiff.Between((await versions.FindAsync(version - 1, stop))?.Yaml ?? "", row.Yaml).ToList();
    }

    /// <summary>What would change if an earlier version were in force again.</summary>
    public async Task<Outcome<DeskCheck>> RestoringAsync(int version, Actor actor, CancellationToken stop)
    {
        if (!actor.IsAdmin || await versions.FindAsync(version, stop) is not { } row)
        {
            return new Refusal(actor.IsAdmin ? "desk.no_version" : "desk.not_admin");
        }

        var latest = (await versions.LatestAsync(stop))!;
        return new DeskCheck(
            latest.Version, await versions.ProblemsAsync(row.Yaml, "desk.yaml", actor, stop), TextDiff.Between(latest.Yaml, row.Yaml));
    }
}
