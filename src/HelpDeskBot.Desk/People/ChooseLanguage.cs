using HelpDeskBot.Desk.Storage;
using HelpDeskBot.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace HelpDeskBot.Desk.People;

/// <summary>Keeps the language a person asked for; from then on it counts more than what their channel says.</summary>
public sealed class ChooseLanguage(HelpDeskDb db)
{
    public async Task RunAsync(Actor actor, string language, CancellationToken stop)
    {
        var person = await db.People.AsTracking().SingleAsync(person => person.Id == actor.Person, stop);
        db.Entry(person).Property(known => known.ChosenLanguage).CurrentValue = language;
    }
}
