using HelpDeskBot.Desk.Storage;
using HelpDeskBot.Domain;
using Microsoft.EntityFrameworkCore;

namespace HelpDeskBot.Desk.People;

/// <summary>Turns what somebody types about the people of a queue into identities such as <c>webchat:chen</c>, and back.</summary>
public sealed class MembersByName(HelpDeskDb db, PeopleByName people)
{
    private const string Separator = ", ";

    /// <summary>The identities of people given by name or account, separated by commas. A name stands for all accounts of the person.</summary>
    internal async Task<Outcome<IReadOnlyList<string>>> FindAsync(string typed, CancellationToken stop)
    {
        var found = new List<string>();
        foreach (var one in typed.Split([',', ';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (one.Contains(':', StringComparison.Ordinal))
            {
                found.Add(one);
                continue;
            }

            var person = await people.FindAsync(one, stop);
            if (person.Refusal is { } refusal)
            {
                return refusal;
            }

            var identities = await db.Identities.Where(row => row.Person == person.Value.Id).OrderBy(row => row.Channel).ToListAsync(stop);
            found.AddRange(identities.Select(row => $"{row.Channel}:{row.Account}"));
        }

        return found.Distinct().ToList();
    }

    /// <summary>The names of who has these identities; the identity itself of whom nobody knows yet, or whose name others have too.</summary>
    internal async Task<string> NamesAsync(IReadOnlyList<string> identities, CancellationToken stop)
    {
        var names = new List<string>();
        foreach (var identity in identities)
        {
            names.Add(await NameAsync(identity, stop) ?? identity);
        }

        return string.Join(Separator, names.Distinct());
    }

    private async Task<string?> NameAsync(string identity, CancellationToken stop)
    {
        var (channel, account) = identity.Split(':', 2) is [var first, var rest] ? (first, rest) : ("", identity);
        var name = await (
            from row in db.Identities
            join person in db.People on row.Person equals person.Id
            where row.Channel == channel && row.Account == account
            select person.Name).FirstOrDefaultAsync(stop);
        return name is not null && (await people.FindAsync(name, stop)).Succeeded ? name : null;
    }
}
