using HelpDeskBot.Desk.Storage;
using HelpDeskBot.Domain;
using HelpDeskBot.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace HelpDeskBot.Desk.People;

/// <summary>Keeps what somebody wants to be told, and when.</summary>
public sealed class ChooseNotifications(HelpDeskDb db)
{
    public Task<NotificationSettings> ReadAsync(Actor actor, CancellationToken stop) =>
        db.People.Where(person => person.Id == actor.Person).Select(person => person.Notifications).SingleAsync(stop);

    /// <summary>The settings as they are kept now.</summary>
    public async Task<Outcome<NotificationSettings>> RunAsync(Actor actor, NotificationSettings settings, CancellationToken stop)
    {
        if (settings.QuietFrom is null != settings.QuietTo is null || (settings.QuietFrom is not null && settings.QuietFrom == settings.QuietTo))
        {
            return new Refusal("notify.hours");
        }

        if (settings.Answer is Pace.Off)
        {
            return new Refusal("notify.answer");
        }

        var person = await db.People.AsTracking().SingleAsync(person => person.Id == actor.Person, stop);
        db.Entry(person).Property(known => known.Notifications).CurrentValue = settings;
        return settings;
    }

    /// <summary>Ends reminders, or brings them back; the rest stays as it was.</summary>
    public async Task RemindAsync(Actor actor, bool isOff, CancellationToken stop)
    {
        var person = await db.People.AsTracking().SingleAsync(person => person.Id == actor.Person, stop);
        db.Entry(person).Property(known => known.Notifications).CurrentValue = person.Notifications with { Reminder = isOff ? Pace.Off : Pace.Now };
    }
}
