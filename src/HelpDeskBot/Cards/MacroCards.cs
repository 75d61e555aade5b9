using HelpDeskBot.Desk.Outbox;
using HelpDeskBot.Desk.Settings;
using HelpDeskBot.Desk.Tickets;
using HelpDeskBot.Domain.Tickets;

namespace HelpDeskBot.Cards;

/// <summary>The macros to choose from, what one would do, and what it did.</summary>
internal sealed class MacroCards(DeskSettings settings, Words words)
{
    public DataCard Choose(Ticket ticket, IReadOnlyList<Macro> macros) => CardData.Card("form-more", new
    {
        title = words.Format("macro.title", ("ticket", ticket.Id)),
        subject = ticket.Subject,
        buttons = macros.Select(macro => new Button(macro.Name.In(words.Language), Verbs.TicketMacroForm, new { ticket = ticket.Id, macro = macro.Id })),
    });

    /// <summary>What will be done, with the one button that does it.</summary>
    public DataCard Preview(MacroResult result, Guid nonce) => Steps(
        result,
        words.Format("macro.preview", ("name", result.Macro.Name.In(words.Language)), ("ticket", result.Ticket.Id)),
        [new Button(words["bulk.do"], Verbs.TicketMacro, new { ticket = result.Ticket.Id, macro = result.Macro.Id, key = Keys.OfForm(nonce) }).Primary()]);

    public DataCard Done(MacroResult result) =>
        Steps(result, words.Format("macro.done", ("name", result.Macro.Name.In(words.Language)), ("ticket", result.Ticket.Id)), []);

    private DataCard Steps(MacroResult result, string title, Button[] buttons) => CardData.Card("bulk", new
    {
        title,
        text = result.Ticket.Subject,
        lines = result.Steps.Select(step => new { line = LineOf(step) }),
        buttons,
    });

    private string LineOf(MacroStep step) => step.Act switch
    {
        MacroAct.Claim => words["macro.act_claim"],
        MacroAct.Category category => words.Format("macro.act_category", ("category", settings.Category(category.Id)?.NameIn(words.Language) ?? category.Id)),
        MacroAct.Weigh weigh => words.Format("macro.act_weigh", ("impact", words[$"impact.{weigh.Impact}"]), ("urgency", words[$"urgency.{weigh.Urgency}"])),
        MacroAct.Tag => words.Format("macro.act_tag", ("text", step.Text)),
        MacroAct.Note => words.Format("macro.act_note", ("text", step.Text)),
        MacroAct.Reply => words.Format("macro.act_reply", ("text", step.Text)),
        MacroAct.Resolve resolve => words.Format("macro.act_resolve", ("reason", words[$"resolution.{resolve.Reason}"]), ("text", step.Text)),
        _ => "",
    };
}
