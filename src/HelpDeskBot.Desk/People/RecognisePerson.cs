using HelpDeskBot.Desk.Settings;
using HelpDeskBot.Desk.Storage;
using HelpDeskBot.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace HelpDeskBot.Desk.People;

/// <summary>Finds who a channel's authenticated account is, with the roles the desk's settings give them.</summary>
public sealed class RecognisePerson(HelpDeskDb db, DeskSettingsStore settings)
{
    /// <summary>The actor behind an account, or null for somebody unknown, who gets nothing.</summary>
    public async Task<Actor?> RunAsync(string channel, string account, CancellationToken stop)
    {
        var person = await (
            from identity in db.Identities
            where identity.Channel == channel && identity.Account == account
            join known in db.People on identity.Person equals known.Id
            select known).AsNoTracking().SingleOrDefaultAsync(stop);
        return person is null ? null : ActorOf(person, channel, account);
    }

    /// <summary>A person who acts by this identity. Roles count only for the identity that has them: one that is linked by an address alone has none.</summary>
    internal Actor ActorOf(Person person, string channel, string account)
    {
        var identity = $"{channel}:{account}";
        return settings.Current.ActorOf(person, [identity]) with { Identity = identity };
    }

    /// <summary>A known person with the roles of all their identities, for what they are shown; not for what they do.</summary>
    internal async Task<Actor> ActorOfAsync(Person person, CancellationToken stop)
    {
        var identities = await db.Identities.Where(row => row.Person == person.Id).ToListAsync(stop);
        return settings.Current.ActorOf(person, identities.Select(row => $"{row.Channel}:{row.Account}"));
    }
}
