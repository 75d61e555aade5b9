using HelpDeskBot.Desk.Settings;
using HelpDeskBot.Desk.Storage;
using HelpDeskBot.Desk.Work;
using HelpDeskBot.Domain.People;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HelpDeskBot.Desk.People;

/// <summary>Finds the known people who have a role in a queue.</summary>
public sealed class QueueMembers(HelpDeskDb db, DeskSettingsStore settings, BusinessClock clock)
{
    /// <summary>Everybody who works in the queue, by name.</summary>
    public async Task<IReadOnlyList<Actor>> AgentsAsync(QueueId queue, CancellationToken stop)
    {
        List<PersonId> ids = [.. await WithRoleAsync(queue, QueueRole.Agent, stop), .. await WithRoleAsync(queue, QueueRole.Lead, stop)];
        var people = await db.People.AsNoTracking().Where(person => ids.Contains(person.Id)).ToListAsync(stop);
        var identities = await db.Identities.Where(row => ids.Contains(row.Person)).ToListAsync(stop);
        return
        [
            .. from person in people
               orderby person.Name, person.Id.Value
               select settings.Current.ActorOf(person, identities.Where(row => row.Person == person.Id).Select(row => $"{row.Channel}:{row.Account}")),
        ];
    }

    /// <summary>Those of these people who are away now, with when they will be back, if they said so.</summary>
    public async Task<IReadOnlyDictionary<PersonId, Instant?>> AwayAsync(IEnumerable<PersonId> people, CancellationToken stop)
    {
        var ids = people.ToList();
        var away = await db.People.AsNoTracking().Where(person => ids.Contains(person.Id) && person.IsAway).ToListAsync(stop);
        return away.Where(person => person.IsAwayAt(clock.Now)).ToDictionary(person => person.Id, person => person.BackAt);
    }

    internal Task<IReadOnlyList<PersonId>> WithRoleAsync(QueueId queue, QueueRole role, CancellationToken stop) =>
        PeopleAsync(settings.Current.Queue(queue).Members.Where(member => member.Value == role).Select(member => member.Key), stop);

    /// <summary>Those who look after the articles: who leads a queue, and the admins.</summary>
    internal Task<IReadOnlyList<PersonId>> EditorsAsync(CancellationToken stop)
    {
        var leads = settings.Current.Queues.SelectMany(queue => queue.Members).Where(member => member.Value is QueueRole.Lead);
        return PeopleAsync(leads.Select(member => member.Key).Concat(settings.Current.Admins), stop);
    }

    private async Task<IReadOnlyList<PersonId>> PeopleAsync(IEnumerable<string> accountsOfChannels, CancellationToken stop)
    {
        var identities = accountsOfChannels.ToHashSet(StringComparer.Ordinal);

        // By the two parts, which the database has an index of; what they give too much is left out here.
        var channels = identities.Select(identity => identity.Split(':', 2)[0]).Distinct().ToList();
        var accounts = identities.Select(identity => identity.Split(':', 2)[^1]).Distinct().ToList();
        var rows = await db.Identities.Where(row => channels.Contains(row.Channel) && accounts.Contains(row.Account)).ToListAsync(stop);
        return [.. rows.Where(row => identities.Contains($"{row.Channel}:{row.Account}")).Select(row => row.Person).Distinct()];
    }
}
