using HelpDeskBot.Desk.Storage;
using HelpDeskBot.Desk.Texts;
using HelpDeskBot.Desk.Work;
using HelpDeskBot.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace HelpDeskBot.Desk.Settings;

/// <summary>The versions of the desk's settings, which only grow in number; going back adds one too.</summary>
public sealed class DeskVersions(HelpDeskDb db, DeskSettingsStore store, BusinessClock clock)
{
    internal Task<DeskSettingsRow?> LatestAsync(CancellationToken stop) =>
        db.DeskSettings.AsNoTracking().OrderByDescending(row => row.Version).FirstOrDefaultAsync(stop);

    internal async Task<int> NewestAsync(CancellationToken stop) => await db.DeskSettings.MaxAsync(row => (int?)row.Version, stop) ?? 0;

    /// <summary>The latest version that came from the file, not from the chat.</summary>
    internal Task<DeskSettingsRow?> LatestOfFileAsync(CancellationToken stop) =>
        db.DeskSettings.AsNoTracking().Where(row => row.By == null).OrderByDescending(row => row.Version).FirstOrDefaultAsync(stop);

    internal Task<DeskSettingsRow?> FindAsync(int version, CancellationToken stop) =>
        db.DeskSettings.AsNoTracking().SingleOrDefaultAsync(row => row.Version == version, stop);

    /// <summary>Everything that forbids these settings: what is wrong with the file, and what does not fit what is stored.</summary>
    /// <param name="by">Whoever changes them, and must still be an admin afterwards; null for the file.</param>
    internal async Task<IReadOnlyList<FileProblem>> ProblemsAsync(string yaml, string path, Actor? by, CancellationToken stop)
    {
        try
        {
            var settings = store.Read(yaml, path);
            List<FileProblem> problems = [.. await InUseAsync(settings, stop), .. await ReadAsync(settings, stop)];
            if (by is not null && !await StaysAdminAsync(by, settings, stop))
            {
                problems.Add(new FileProblem(0, "you would no longer be an admin; keep your account under admins"));
            }

            return problems;
        }
        catch (WrongFileException wrong)
        {
            return wrong.Problems;
        }
    }

    /// <summary>Stages the next version.</summary>
    internal int Stage(DeskSettingsRow? latest, string yaml, PersonId? by, int? restored)
    {
        var version = (latest?.Version ?? 0) + 1;
        db.DeskSettings.Add(new DeskSettingsRow { Version = version, At = clock.Now, By = by, Yaml = yaml, Restored = restored });
        return version;
    }

    // A queue that has tickets stays: its people, its door and its hours are theirs.
    private async Task<IReadOnlyList<FileProblem>> InUseAsync(DeskSettings settings, CancellationToken stop)
    {
        var known = settings.Queues.Select(queue => queue.Id).ToList();
        var missing = await db.Tickets.Where(ticket => !known.Contains(ticket.Queue)).Select(ticket => ticket.Queue).Distinct().ToListAsync(stop);
        return [.. missing.Select(queue => new FileProblem(0, $"the queue {queue} has tickets and must stay; leave it in"))];
    }

    // An article for a group that is no more would be read by nobody.
    private async Task<IReadOnlyList<FileProblem>> ReadAsync(DeskSettings settings, CancellationToken stop)
    {
        var audiences = await db.Articles.Select(article => article.Audience).Distinct().ToListAsync(stop);
        var missing = audiences.SelectMany(names => names).Distinct().Where(name => !settings.IsAudience(name));
        return [.. missing.Select(group => new FileProblem(0, $"articles are for the group {group}, which must stay; leave it in"))];
    }

    private async Task<bool> StaysAdminAsync(Actor actor, DeskSettings settings, CancellationToken stop)
    {
        var identities = await db.Identities.Where(row => row.Person == actor.Person).ToListAsync(stop);
        return identities.Any(row => settings.Admins.Contains($"{row.Channel}:{row.Account}"));
    }
}
