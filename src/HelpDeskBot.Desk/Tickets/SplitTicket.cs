using HelpDeskBot.Desk.Settings;
using HelpDeskBot.Desk.Storage;
using HelpDeskBot.Domain;
using HelpDeskBot.Domain.People;
using HelpDeskBot.Domain.Routing;
using HelpDeskBot.Domain.Tickets;

namespace HelpDeskBot.Desk.Tickets;

/// <summary>What the part is, and what it is about, which decides whose it is.</summary>
public sealed record SplitTicketCommand(TicketId Ticket, string Subject, string Description, string Category);

/// <summary>Makes a part of a ticket a ticket of its own, for the same requester; both say so.</summary>
public sealed class SplitTicket(TicketDesk desk, Numbers numbers, TicketArrival arrival, DeskSettingsStore settings)
{
    public async Task<Outcome<Ticket>> RunAsync(SplitTicketCommand command, Actor actor, CancellationToken stop)
    {
        if (string.IsNullOrWhiteSpace(command.Subject))
        {
            return new Refusal("ticket.subject_missing");
        }

        if (settings.Current.Category(command.Category) is not { } category)
        {
            return new Refusal("intake.category_missing");
        }

        var id = new TicketId(await numbers.NextAsync(NumberRow.Ticket, stop));
        var whole = await desk.ActAsync(command.Ticket, actor, ticket => ticket.Split(actor, desk.Now, id), stop);
        var filed = await desk.StageAsync(
            before: null, whole.Then(ticket => Filing.File(id, PartOf(ticket, command, category), actor, desk.Now)), actor, default, stop);
        if (filed.Succeeded)
        {
            await arrival.TellLeadsAsync(filed.Value, actor, "announce.filed_gravest", stop);
        }

        return filed;
    }

    private static NewTicket PartOf(Ticket whole, SplitTicketCommand command, Category category) =>
        new(whole.Requester, category.Queue, command.Subject, string.IsNullOrWhiteSpace(command.Description) ? command.Subject : command.Description)
        {
            Type = whole.Type,
            Category = category.Id,
            Impact = whole.Impact,
            Urgency = whole.Urgency,
            ComesFrom = new TicketLink(LinkKind.ChildOf, whole.Id),
            Author = whole.Author,
        };
}
