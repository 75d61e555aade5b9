using HelpDeskBot.Desk.Settings;
using HelpDeskBot.Domain;
using HelpDeskBot.Domain.People;
using HelpDeskBot.Domain.Tickets;

namespace HelpDeskBot.Desk.Tickets;

/// <summary>What it is about; without a type that stays as it is.</summary>
public sealed record SetTicketCategoryCommand(TicketId Ticket, string Category, TicketType? Type = null);

/// <summary>Corrects what a ticket is about.</summary>
public sealed class SetTicketCategory(TicketDesk desk, DeskSettingsStore settings)
{
    public Task<Outcome<Ticket>> RunAsync(SetTicketCategoryCommand command, Actor actor, CancellationToken stop) =>
        desk.ActAsync(
            command.Ticket,
            actor,
            ticket => settings.Current.Category(command.Category) is { } known
                ? ticket.SetCategory(actor, desk.Now, known.Id, command.Type)
                : new Refusal("intake.category_missing"),
            stop);
}
