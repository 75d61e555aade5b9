using HelpDeskBot.Desk.Outbox;
using HelpDeskBot.Desk.Tickets;
using HelpDeskBot.Domain.Tickets;

namespace HelpDeskBot.Cards;

/// <summary>"Dana asks you for HD-7", from the question to what became of it.</summary>
internal sealed class HandOverCard(TicketView view, Words words)
{
    public DataCard Of(int entry)
    {
        var asked = view.HandOvers.Single(known => known.Entry == entry);
        return CardData.Card("ticket-hand-over", new
        {
            number = view.Ticket.Id.ToString(),
            subject = view.Ticket.Subject,
            text = words.Format($"hand_over.{asked.State}", ("name", asked.AskerName), ("ticket", view.Ticket.Id)),
            buttons = asked.State is HandOverState.Asked
                ? new[] { Answer("hand_over.give", Verbs.TicketGive, entry).Primary(), Answer("hand_over.keep", Verbs.TicketKeep, entry) }
                : [],
        });
    }

    // One key for both: the question is answered once.
    private Button Answer(string title, string verb, int entry) =>
        new(words[title], verb, new { ticket = view.Ticket.Id, entry, key = $"hand-over/{view.Ticket.Id}/{entry}" });
}
