using HelpDeskBot.Desk.Storage;
using HelpDeskBot.Desk.Work;
using HelpDeskBot.Domain;
using HelpDeskBot.Domain.People;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HelpDeskBot.Desk.People;

/// <summary>Keeps that an agent is away, until a day (in their time zone) or until they say they are back.</summary>
public sealed class ChooseAway(HelpDeskDb db, BusinessClock clock)
{
    /// <summary>When they will be back, if they said so.</summary>
    public async Task<Outcome<Instant?>> LeaveAsync(Actor actor, LocalDate? until, CancellationToken stop)
    {
        var person = await FindAsync(actor, stop);
        var back = until is { } day ? DateTimeZoneProviders.Tzdb[person.Zone].AtStartOfDay(day).ToInstant() : (Instant?)null;
        if (back <= clock.Now)
        {
            return new Refusal("away.past");
        }

        Set(person, isAway: true, back);
        return back;
    }

    /// <summary>False if they were not away.</summary>
    public async Task<bool> ReturnAsync(Actor actor, CancellationToken stop)
    {
        var person = await FindAsync(actor, stop);
        var wasAway = person.IsAwayAt(clock.Now);
        if (wasAway)
        {
            Set(person, isAway: false, back: null);
        }

        return wasAway;
    }

    private Task<Person> FindAsync(Actor actor, CancellationToken stop) =>
        db.People.AsTracking().SingleAsync(person => person.Id == actor.Person, stop);

    private void Set(Person person, bool isAway, Instant? back)
    {
        db.Entry(person).Property(known => known.IsAway).CurrentValue = isAway;
        db.Entry(person).Property(known => known.BackAt).CurrentValue = back;
    }
}
