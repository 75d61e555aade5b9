using HelpDeskBot.Domain;
using HelpDeskBot.Domain.People;
using HelpDeskBot.Domain.Tickets;

namespace HelpDeskBot.Desk.Tickets;

/// <summary>Reads the whole text of one entry, for cards that show only its beginning.</summary>
public sealed class ReadEntry(TicketRecords records)
{
    public async Task<Outcome<WholeText>> RunAsync(TicketId id, int sequence, Actor actor, CancellationToken stop)
    {
        var ticket = await records.FindAsync(id, stop);
        if (ticket is null || !TicketAccess.CanRead(ticket, actor))
        {
            return new Refusal("ticket.not_found").With("ticket", id);
        }

        var timeline = await records.TimelineAsync(id, ticket.Version, stop);
        var entry = Corrections.Standing(timeline).FirstOrDefault(entry => entry.Sequence == sequence);
        return entry?.Text is { } text && (entry.IsPublic || TicketAccess.ReadsNotes(actor))
            ? new WholeText(ticket, text)
            : new Refusal("message.not_found");
    }
}

/// <summary>A text of a ticket, uncut.</summary>
public sealed record WholeText(Ticket Ticket, string Text);
