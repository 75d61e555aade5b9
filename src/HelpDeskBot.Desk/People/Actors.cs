using HelpDeskBot.Desk.Settings;
using HelpDeskBot.Desk.Storage;
using HelpDeskBot.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace HelpDeskBot.Desk.People;

/// <summary>Makes actors of known people: who they are, with the roles that the desk's settings give them.</summary>
public sealed class Actors(HelpDeskDb db, DeskSettingsStore settings)
{
    /// <summary>Who acts by an account; null for somebody unknown.</summary>
    internal async Task<Actor?> FindAsync(string channel, string account, CancellationToken stop)
    {
        var person = await (
            from identity in db.Identities
            where identity.Channel == channel && identity.Account == account
            join known in db.People on identity.Person equals known.Id
            select known).AsNoTracking().SingleOrDefaultAsync(stop);
        return person is null ? null : Of(person, channel, account);
    }

    /// <summary>A person who acts by this account. Roles count only for the account that has them: one that is linked by an address alone has none.</summary>
    internal Actor Of(Person person, string channel, string account)
    {
        var identity = $"{channel}:{account}";
        return settings.Current.ActorOf(person, [identity]) with { Identity = identity };
    }

    /// <summary>A known person with the roles of all their accounts, for what they are shown; not for what they do.</summary>
    internal async Task<Actor> ReaderAsync(Person person, CancellationToken stop)
    {
        var identities = await db.Identities.Where(row => row.Person == person.Id).ToListAsync(stop);
        return settings.Current.ActorOf(person, identities.Select(row => $"{row.Channel}:{row.Account}"));
    }
}
