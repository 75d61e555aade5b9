using HelpDeskBot.Desk.Storage;
using HelpDeskBot.Domain;
using HelpDeskBot.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace HelpDeskBot.Desk.People;

/// <summary>Somebody as a channel vouches for them, when they are first met.</summary>
/// <param name="Account">The channel's id of them, unique in the channel and never given to somebody else.</param>
public sealed record Introduction(string Channel, string Account, string Name)
{
    /// <summary>Their address, if the channel has verified it.</summary>
    public string? Email { get; init; }

    /// <summary>The language the channel knows, as a culture name.</summary>
    public string? Locale { get; init; }

    /// <summary>Their time zone, as an IANA name.</summary>
    public string? Zone { get; init; }
}

/// <summary>
/// Makes somebody known who is met for the first time. Who is known by another channel under the same verified address is the same person; that
/// gives no roles, which count only for the identities that the desk's settings name.
/// </summary>
public sealed class MeetPerson(HelpDeskDb db, DeskOptions options, Actors actors)
{
    /// <summary>Who they are; refused for addresses outside the domains that the configuration names.</summary>
    public async Task<Outcome<Actor>> RunAsync(Introduction who, CancellationToken stop)
    {
        if (await actors.FindAsync(who.Channel, who.Account, stop) is { } known)
        {
            return known;
        }

        var email = who.Email?.Trim().ToLowerInvariant();
        if (email is not null && options.MailDomains.Count > 0 && !IsOurs(email))
        {
            return new Refusal("person.outside");
        }

        var person = await LinkedAsync(email, stop) ?? Add(who);
        db.Identities.Add(new IdentityRow { Channel = who.Channel, Account = who.Account, Person = person.Id, Email = email });
        return actors.Of(person, who.Channel, who.Account);
    }

    /// <summary>Somebody known has another name by now.</summary>
    public async Task RenameAsync(PersonId id, string name, CancellationToken stop)
    {
        var person = await db.People.AsTracking().SingleAsync(person => person.Id == id, stop);
        db.Entry(person).CurrentValues.SetValues(person with { Name = name });
    }

    // Only inside our own domains is an address proof of anything.
    private async Task<Person?> LinkedAsync(string? email, CancellationToken stop)
    {
        if (email is null || !IsOurs(email))
        {
            return null;
        }

        var same = await db.Identities.Where(row => row.Email == email).Select(row => row.Person).Distinct().Take(2).ToListAsync(stop);
        return same is [var id] ? await db.People.AsNoTracking().SingleAsync(person => person.Id == id, stop) : null;
    }

    private Person Add(Introduction who)
    {
        var person = new Person(new PersonId(Guid.NewGuid().ToString("N")), who.Name)
        {
            Language = who.Locale ?? Language.Default,
            Zone = who.Zone ?? "Etc/UTC",
        };
        db.People.Add(person);
        return person;
    }

    private bool IsOurs(string email) =>
        options.MailDomains.Contains(email[(email.LastIndexOf('@') + 1)..], StringComparer.OrdinalIgnoreCase);
}
