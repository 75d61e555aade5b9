using HelpDeskBot.Cards;
using HelpDeskBot.Desk.Tickets;
using HelpDeskBot.Domain;
using HelpDeskBot.Domain.Tickets;

namespace HelpDeskBot.Turns;

/// <summary>Messages that belong to a ticket the person has.</summary>
internal sealed class CommentTurns(
    FindConversationTickets find, FindOwnDuplicate duplicate, CommentOnTicket comment, ClosingWords closing, Speaker speaker)
{
    /// <summary>A message in a ticket's thread, or quoting its card, is a comment on it.</summary>
    public async Task<bool> AddQuotedAsync(Turn turn, CancellationToken stop)
    {
        if (turn.Place.Root is not { } root || await find.OfMessageAsync(turn.Place.Conversation, root, stop) is not { } ticket)
        {
            return false;
        }

        await AddAsync(turn, ticket, isCertain: true, stop);
        return true;
    }

    /// <summary>Pictures right after filing belong to what was filed; with words they may be something new.</summary>
    public async Task<bool> AddPicturesAsync(Turn turn, CancellationToken stop)
    {
        if (turn.Files.Count == 0 || turn.IsCut || await find.JustFiledAsync(turn.Actor, stop) is not { } ticket)
        {
            return false;
        }

        await AddAsync(turn, ticket, isCertain: turn.Text.Length == 0, stop);
        return true;
    }

    /// <summary>A message that names no ticket goes to the one that expects an answer; if several do, the person is asked.</summary>
    public async Task<bool> AddExpectedAsync(Turn turn, CancellationToken stop)
    {
        var expecting = await find.ExpectingAsync(turn.Actor, stop);
        switch (expecting)
        {
            case []:
                return false;
            case [var only]:
                await AddAsync(turn, only.Id, isCertain: false, stop);
                return true;
            default:
                speaker.Say(turn.Here, ListCards.WhichTicket(expecting, turn.Message, speaker.WordsFor(turn.Language)));
                return true;
        }
    }

    /// <summary>What the person has an open ticket about already may belong there: they are asked before anything else is offered.</summary>
    public async Task<bool> AskIfKnownAsync(Turn turn, CancellationToken stop)
    {
        if (closing.Are(turn.Text) || await duplicate.RunAsync(turn.Text, turn.Actor, turn.Language, stop) is not { } known)
        {
            return false;
        }

        speaker.Say(turn.Here, ListCards.IsItThis(known, turn.Message, speaker.WordsFor(turn.Language)));
        return true;
    }

    /// <summary>Adds what was said to a ticket and says so.</summary>
    public async Task<Outcome<Ticket>> AddAsync(Turn turn, TicketId ticket, bool isCertain, CancellationToken stop)
    {
        var isClosing = closing.Are(turn.Text) && turn.Files.Count == 0;
        var outcome = await comment.RunAsync(
            new CommentOnTicketCommand(ticket, turn.Text) { Files = turn.Files, IsClosing = isClosing }, turn.Actor, stop);
        if (outcome.Refusal is { } refusal)
        {
            await RefuseAsync(turn, ticket, refusal, isClosing, stop);
            return outcome;
        }

        await find.KeepAsync(turn.Place.Conversation, turn.Message, outcome.Value, stop);
        if (isCertain)
        {
            speaker.Say(turn.Here, "added.text", ("ticket", outcome.Value.Id));
        }
        else
        {
            speaker.Say(turn.Here, ListCards.Added(outcome.Value.Id, turn.Message, speaker.WordsFor(turn.Language)));
        }

        return outcome;
    }

    // What ended long ago is not reopened: the same problem goes on in a new ticket, if it is the same.
    private async Task RefuseAsync(Turn turn, TicketId ticket, Refusal refusal, bool isClosing, CancellationToken stop)
    {
        if (refusal is not { Code: "ticket.closed_for_good" } || !Equals(refusal.Details["ticket"], ticket))
        {
            await speaker.SayAsync(turn.Here, refusal, turn.Language, stop);
        }
        else if (isClosing)
        {
            speaker.Say(turn.Here, "help.welcome");
        }
        else
        {
            speaker.Say(turn.Here, ListCards.IsItBack(ticket, turn.Message, speaker.WordsFor(turn.Language)));
        }
    }
}
