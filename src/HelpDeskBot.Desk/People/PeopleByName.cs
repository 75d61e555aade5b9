using HelpDeskBot.Desk.Storage;
using HelpDeskBot.Domain;
using HelpDeskBot.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace HelpDeskBot.Desk.People;

/// <summary>Finds a person by what somebody types: an id, a whole name, or the beginning of one.</summary>
public sealed class PeopleByName(HelpDeskDb db)
{
    private const int MostNamed = 5;

    public async Task<Outcome<Person>> FindAsync(string typed, CancellationToken stop)
    {
        var (id, name) = (new PersonId(typed.Trim()), typed.Trim().ToUpperInvariant());
#pragma warning disable CA1304, CA1311, CA1862 // The database compares.
        var found = await db.People.AsNoTracking()
            .Where(person => person.Id == id || person.Name.ToUpper().StartsWith(name))
            .OrderBy(person => person.Name)
            .Take(MostNamed + 1)
            .ToListAsync(stop);
#pragma warning restore CA1304, CA1311, CA1862
        var exact = found.Where(person => person.Id == id || person.Name.Equals(typed.Trim(), StringComparison.OrdinalIgnoreCase)).ToList();
        return (exact.Count == 1 ? exact : found) switch
        {
            [var only] => only,
            [] => new Refusal("person.unknown").With("name", typed.Trim()),
            var several => new Refusal("person.several").With("names", string.Join(", ", several.Take(MostNamed).Select(person => person.Name))),
        };
    }
}
