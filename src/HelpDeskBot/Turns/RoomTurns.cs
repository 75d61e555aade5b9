using HelpDeskBot.Desk.Tickets;
using HelpDeskBot.Domain.Tickets;

namespace HelpDeskBot.Turns;

/// <summary>
/// What agents write in their channel. Under a ticket's card it is a note, unless it begins with "reply:"; elsewhere only commands are
/// answered, since people talk to each other there.
/// </summary>
internal sealed class RoomTurns(
    FindConversationTickets find, NoteOnTicket note, ReplyToTicket reply, CommandTurns commands, Speaker speaker)
{
    public async Task HandleAsync(Turn turn, CancellationToken stop)
    {
        if (turn.Place.Root is { } root && await find.OfMessageAsync(turn.Place.Conversation, root, stop) is { } ticket)
        {
            await WriteAsync(turn, ticket, stop);
            return;
        }

        if (turn.Place.Root is null && await commands.AnswerTypedAsync(turn, stop))
        {
            return;
        }

        if (commands.Read(turn) is { Kind: CommandKind.Status or CommandKind.Help } command)
        {
            await commands.RunAsync(command, turn, draft: null, stop);
        }
    }

    private async Task WriteAsync(Turn turn, TicketId ticket, CancellationToken stop)
    {
        var prefix = speaker.AllWords(turn.Language).Select(words => words["say.reply_prefix"])
            .FirstOrDefault(prefix => turn.Text.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));
        var outcome = prefix is not null
            ? await reply.RunAsync(
                new ReplyToTicketCommand(ticket, turn.Text[prefix.Length..].Trim()) { Files = turn.Files, IsInThread = true }, turn.Actor, stop)
            : await note.RunAsync(
                new NoteOnTicketCommand(ticket, turn.Text) { Files = turn.Files, IsInThread = true }, turn.Actor, stop);
        if (outcome.Refusal is { } refusal)
        {
            await speaker.SayAsync(turn.Here with { Thread = ticket }, refusal, turn.Language, stop);
        }
        else
        {
            await find.KeepAsync(turn.Place.Conversation, turn.Message, outcome.Value, stop);
        }
    }
}
