using HelpDeskBot.Desk.Storage;
using HelpDeskBot.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace HelpDeskBot.Desk.People;

/// <summary>Gives people's names.</summary>
public sealed class NamesOfPeople(HelpDeskDb db)
{
    public async Task<string> OfAsync(PersonId id, CancellationToken stop) =>
        await db.People.Where(person => person.Id == id).Select(person => person.Name).SingleOrDefaultAsync(stop) ?? id.Value;
}
