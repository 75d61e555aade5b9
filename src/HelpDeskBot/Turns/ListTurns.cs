using HelpDeskBot.Cards;
using HelpDeskBot.Desk.Outbox;
using HelpDeskBot.Desk.Tickets;
using HelpDeskBot.Domain;

namespace HelpDeskBot.Turns;

/// <summary>Lists of tickets for agents, in their channel and in person.</summary>
internal sealed class ListTurns(FindTickets find, Speaker speaker) : ITypedTurns
{
    /// <summary>Answers what asks for a list; false if it asks for none, or somebody said it who reads none.</summary>
    public async Task<bool> AnswerAsync(Turn turn, CancellationToken stop)
    {
        if (!turn.Actor.ReadsQueues || ListQuery.Parse(turn, speaker.AllWords(turn.Language)) is not { } query)
        {
            return false;
        }

        var card = query.Refusal is { } unreadable ? unreadable : await CardAsync(query.Value, page: 0, turn, stop);
        if (card.Refusal is { } refusal)
        {
            await speaker.SayAsync(turn.Here, refusal, turn.Language, stop);
        }
        else
        {
            speaker.Say(turn.Here, card.Value);
        }

        return true;
    }

    /// <summary>One page of a list as a card.</summary>
    public async Task<Outcome<DataCard>> CardAsync(TicketQuery query, int page, Turn turn, CancellationToken stop) =>
        (await find.RunAsync(new FindTicketsCommand(query, page, turn.Place.Room), turn.Actor, stop))
            .Select(found => AgentListCards.List(query, found, turn.Reader, speaker.WordsFor(turn.Language)));
}
