using HelpDeskBot.Desk.Tickets;
using HelpDeskBot.Domain;
using HelpDeskBot.Domain.Tickets;

namespace HelpDeskBot.Turns;

/// <summary>Follows people who edit or delete what they wrote: on the ticket that it went to, else in the report being filled in.</summary>
internal sealed class CorrectionTurns(
    FindConversationTickets find, EditMessage edit, DeleteMessage delete, IntakeTurns intake, Speaker speaker)
{
    public async Task HandleAsync(Turn turn, Correction correction, CancellationToken stop)
    {
        if (await find.EntryOfAsync(turn.Place.Conversation, turn.Message, stop) is not var (ticket, entry))
        {
            await intake.CorrectAsync(turn, correction, stop);
            return;
        }

        var outcome = await RunAsync(turn, correction, ticket, entry, stop);
        if (outcome.Refusal is { } refusal)
        {
            var here = turn.Place.Room is null ? turn.Here : turn.Here with { Thread = ticket };
            await speaker.SayAsync(here, refusal, turn.Language, stop);
        }
        else if (turn.Place.Room is null)
        {
            speaker.Say(turn.Here, correction.IsRemoval ? "added.deleted" : "added.edited", ("ticket", ticket));
        }
    }

    private Task<Outcome<Ticket>> RunAsync(Turn turn, Correction correction, TicketId ticket, int entry, CancellationToken stop)
    {
        if (correction.IsRemoval)
        {
            return delete.RunAsync(new DeleteMessageCommand(ticket, entry), turn.Actor, stop);
        }

        var prefix = speaker.AllWords(turn.Language).Select(words => words["say.reply_prefix"])
            .FirstOrDefault(prefix => turn.Place.Room is not null && turn.Text.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));
        var text = prefix is null ? turn.Text : turn.Text[prefix.Length..].Trim();
        return edit.RunAsync(new EditMessageCommand(ticket, entry, text) { Files = turn.Files }, turn.Actor, stop);
    }
}
