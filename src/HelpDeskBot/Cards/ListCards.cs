using HelpDeskBot.Desk.Outbox;
using HelpDeskBot.Desk.Tickets;
using HelpDeskBot.Domain.Tickets;

namespace HelpDeskBot.Cards;

/// <summary>Lists to choose from: my tickets, which ticket is meant, what the bot can do.</summary>
internal static class ListCards
{
    public static DataCard MyTickets(IReadOnlyList<TicketLine> tickets, Words words) => CardData.Card("my-tickets", new
    {
        title = words.Format("my_tickets.title", ("count", tickets.Count)),
        tickets = tickets.Select(ticket => new
        {
            number = ticket.Id.ToString(),
            ticket.Subject,
            status = TicketCardData.StatusForRequester(ticket.Status, words),
            owner = ticket.OwnerName ?? words["ticket.nobody_yet"],
            buttons = new[] { new Button(words["my_tickets.open"], Verbs.TicketShow, new { ticket = ticket.Id }) },
        }),
    });

    /// <summary>Several tickets expect an answer: which one is this about? <paramref name="message"/> is what was said.</summary>
    public static DataCard WhichTicket(IReadOnlyList<Ticket> tickets, string message, Words words) => Which("which.question", tickets, message, words);

    /// <summary>They have a ticket that sounds like what was said: does it belong there?</summary>
    public static DataCard IsItThis(Ticket ticket, string message, Words words) => Which("which.known", [ticket], message, words);

    /// <summary>They wrote on a ticket that ended long ago: is it the same problem again?</summary>
    public static DataCard IsItBack(TicketId ticket, string message, Words words) => CardData.Card("choice", new
    {
        subject = "",
        question = words.Format("which.back", ("ticket", ticket)),
        buttons = new[] { new Button(words["which.follow_up"], Verbs.MessageFollowUp, new { ticket, message, key = $"message/{message}" }).Primary() },
        navigation = new[] { new Button(words["which.new"], Verbs.MessageNew, new { message, key = $"message/{message}" }) },
    });

    private static DataCard Which(string question, IReadOnlyList<Ticket> tickets, string message, Words words) => CardData.Card("choice", new
    {
        subject = "",
        question = words[question],
        buttons = tickets.Select(ticket => new Button(
            words.Format("which.ticket", ("ticket", ticket.Id), ("subject", CardData.Cut(ticket.Subject, 60))),
            Verbs.MessageTicket,
            new { ticket = ticket.Id, message, key = $"message/{message}" })),
        navigation = new[] { new Button(words["which.new"], Verbs.MessageNew, new { message, key = $"message/{message}" }) },
    });

    /// <summary>A message went to a ticket; a way out if it was about something else.</summary>
    public static DataCard Added(TicketId ticket, string message, Words words) => CardData.Card("line", new
    {
        text = words.Format("added.text", ("ticket", ticket)),
        buttons = new[] { new Button(words["added.something_new"], Verbs.MessageNew, new { message, key = $"message/{message}/new" }) },
    });

    public static DataCard Help(IReadOnlyList<string> texts, IReadOnlyList<string> commands, Words words) => CardData.Card("help", new
    {
        text = string.Join("\n\n", texts),
        buttons = commands.Select(command => new Button(words[$"command.{command}"], Verbs.CommandRun, new { command })),
    });
}
