using HelpDeskBot.Desk.Storage;
using HelpDeskBot.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace HelpDeskBot.Desk.People;

/// <summary>Keeps whether somebody wants to be reminded.</summary>
public sealed class ChooseReminders(HelpDeskDb db)
{
    public async Task RunAsync(Actor actor, bool isOff, CancellationToken stop)
    {
        var person = await db.People.AsTracking().SingleAsync(person => person.Id == actor.Person, stop);
        db.Entry(person).Property(known => known.HasRemindersOff).CurrentValue = isOff;
    }
}
