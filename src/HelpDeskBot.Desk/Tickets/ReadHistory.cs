using HelpDeskBot.Desk.Storage;
using HelpDeskBot.Domain;
using HelpDeskBot.Domain.People;
using HelpDeskBot.Domain.Tickets;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HelpDeskBot.Desk.Tickets;

/// <summary>One entry of a history as it stands: with the text of its last edit, and none if it was taken back; and the ticket around it.</summary>
public sealed record HistoryStep(TimelineEntry Entry, Ticket? Before, Ticket After);

/// <summary>A ticket with everything that happened to it, oldest first, and the names of the people in it.</summary>
public sealed record HistoryView(Ticket Ticket, IReadOnlyList<HistoryStep> Steps, IReadOnlyDictionary<PersonId, string> Names, Instant Now);

/// <summary>Reads the history of a ticket for who reads what agents write to each other.</summary>
public sealed class ReadHistory(HelpDeskDb db, TicketGate gate, TicketRecords records)
{
    public async Task<Outcome<HistoryView>> RunAsync(TicketId id, Actor actor, CancellationToken stop)
    {
        var found = await gate.FindAsync(id, actor, stop);
        if (found.Refusal is { } unreadable)
        {
            return unreadable;
        }

        if (!TicketAccess.ReadsNotes(found.Value, actor))
        {
            return new Refusal("act.agents_only");
        }

        var steps = Steps(await records.TimelineAsync(id, found.Value.Version, stop));
        var people = steps.SelectMany(step => new[] { step.Entry.By, step.After.Owner }).OfType<PersonId>().Distinct().ToList();
        var names = await db.People.Where(person => people.Contains(person.Id)).ToDictionaryAsync(person => person.Id, person => person.Name, stop);
        return new HistoryView(found.Value, steps, names, gate.Now);
    }

    private static List<HistoryStep> Steps(IReadOnlyList<TimelineEntry> history)
    {
        var standing = Corrections.Standing(history).ToDictionary(entry => entry.Sequence);
        var steps = new List<HistoryStep>();
        Ticket? before = null;
        foreach (var entry in history)
        {
            var after = Timeline.Apply(before, entry);
            steps.Add(new HistoryStep(standing.GetValueOrDefault(entry.Sequence) ?? entry with { Text = null }, before, after));
            before = after;
        }

        return steps;
    }
}
