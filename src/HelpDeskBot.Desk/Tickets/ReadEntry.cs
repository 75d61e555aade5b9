using HelpDeskBot.Domain;
using HelpDeskBot.Domain.People;
using HelpDeskBot.Domain.Tickets;

namespace HelpDeskBot.Desk.Tickets;

/// <summary>Reads the whole text of one entry, for cards that show only its beginning.</summary>
public sealed class ReadEntry(TicketRecords records, TicketGate gate)
{
    public async Task<Outcome<WholeText>> RunAsync(TicketId id, int sequence, Actor actor, CancellationToken stop)
    {
        var found = await gate.FindAsync(id, actor, stop);
        if (found.Refusal is { } refusal)
        {
            return refusal;
        }

        var ticket = found.Value;
        var timeline = await records.TimelineAsync(id, ticket.Version, stop);
        var entry = Corrections.Standing(timeline).FirstOrDefault(entry => entry.Sequence == sequence);
        return entry?.Text is { } text && (entry.IsPublic || TicketAccess.ReadsNotes(ticket, actor))
            ? new WholeText(ticket, text)
            : new Refusal("message.not_found");
    }
}

/// <summary>A text of a ticket, uncut.</summary>
public sealed record WholeText(Ticket Ticket, string Text);
