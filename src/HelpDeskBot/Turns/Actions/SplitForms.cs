using HelpDeskBot.Cards;
using HelpDeskBot.Desk.Settings;
using HelpDeskBot.Desk.Tickets;
using HelpDeskBot.Domain.Tickets;

namespace HelpDeskBot.Turns.Actions;

/// <summary>The form that makes a part of a ticket a ticket of its own. It begins with what the requester wrote last.</summary>
internal sealed class SplitForms(ActForms forms, SplitTicket split, ListTickets tickets, DeskSettingsStore settings) : IActionGroup
{
    private const int LongestText = 4000;
    private static readonly ActForm Split = new("split", Act.Split, Verbs.TicketSplitForm, Verbs.TicketSplit);

    public IEnumerable<ActionRoute> Routes => forms.Of<TicketSplitData>(
        Split,
        AskAsync,
        (data, action, stop) => split.RunAsync(new SplitTicketCommand(data.Ticket, data.Subject, data.Text, data.Category), action.Actor, stop));

    private async Task<FormFields> AskAsync(OpenForm<TicketSplitData> open, CancellationToken stop) => new(open.Words["form.split_hint"])
    {
        Texts =
        [
            new FormText("subject", open.Words["form.subject"], open.Typed?.Subject ?? "", MaxLength: Filing.SubjectLimit),
            new FormText("text", open.Words["form.description"], open.Typed?.Text ?? await WrittenLastAsync(open, stop), IsMultiline: true, MaxLength: LongestText),
        ],
        Choices =
        [
            new FormChoice(
                "category", open.Words["ticket.category"], open.Typed?.Category ?? open.Ticket.Category,
                settings.Current.Categories.Select(category => new FormOption(category.NameIn(open.Words.Language), category.Id))),
        ],
    };

    private async Task<string> WrittenLastAsync(OpenForm<TicketSplitData> open, CancellationToken stop)
    {
        var shown = await tickets.ShowAsync(open.Ticket.Id, open.Action.Actor, room: null, stop);
        return shown is { Succeeded: true, Value.LastMessage: { ByAgent: false, Entry.Text: { } text } } ? CardData.Cut(text, LongestText) : "";
    }
}
