using HelpDeskBot.Desk.Settings;
using HelpDeskBot.Desk.Storage;
using HelpDeskBot.Domain;
using HelpDeskBot.Domain.People;
using HelpDeskBot.Domain.Tickets;

namespace HelpDeskBot.Desk.Tickets;

/// <summary>Which macro on which ticket.</summary>
public sealed record RunMacroCommand(TicketId Ticket, string Macro);

/// <summary>One act that a macro does, with the text it writes.</summary>
public sealed record MacroStep(MacroAct Act, string Text);

/// <summary>What a macro does to a ticket, and the ticket as it is afterwards.</summary>
public sealed record MacroResult(Macro Macro, Ticket Ticket, IReadOnlyList<MacroStep> Steps);

/// <summary>
/// Does all acts of a macro on a ticket, or none: what one act refuses takes the others back. Each is decided as if it came alone, with the
/// rights of whoever asks; what is so already is left out.
/// </summary>
public sealed class RunMacro(HelpDeskDb db, TicketDesk desk, TicketGate gate, CannedReplies canned, UndoWindow undo)
{
    private static readonly HashSet<string> AlreadySo = ["ticket.already_yours", "ticket.nothing_to_change", "tag.nothing"];

    /// <summary>The macros there are.</summary>
    public IReadOnlyList<Macro> All => canned.Macros;

    public async Task<Outcome<MacroResult>> RunAsync(RunMacroCommand command, Actor actor, CancellationToken stop)
    {
        if (All.FirstOrDefault(known => known.Id == command.Macro) is not { } macro)
        {
            return new Refusal("macro.unknown");
        }

        var steps = new List<MacroStep>();
        Outcome<Ticket> last = new Refusal("macro.unknown");
        foreach (var act in macro.Acts)
        {
            var outcome = await DoAsync(act, command.Ticket, actor, steps, stop);
            if (outcome.Succeeded)
            {
                last = outcome;
            }
            else if (!AlreadySo.Contains(outcome.Refusal!.Code))
            {
                db.ChangeTracker.Clear();
                return outcome.Refusal;
            }
            else if (steps.Count == 0)
            {
                last = outcome;
            }
        }

        return last.Select(ticket => new MacroResult(macro, ticket, steps));
    }

    /// <summary>What it would do, or why it cannot. Changes nothing.</summary>
    public async Task<Outcome<MacroResult>> PreviewAsync(RunMacroCommand command, Actor actor, CancellationToken stop)
    {
        var outcome = await RunAsync(command, actor, stop);
        db.ChangeTracker.Clear();
        return outcome;
    }

    private async Task<Outcome<Ticket>> DoAsync(MacroAct act, TicketId id, Actor actor, List<MacroStep> steps, CancellationToken stop)
    {
        var found = await gate.FindAsync(id, actor, stop);
        if (found.Refusal is { } unreadable)
        {
            return unreadable;
        }

        var text = await TextOfAsync(act, found.Value, actor, stop);
        var outcome = await desk.ActAsync(id, actor, ticket => Decide(act, ticket, text, actor), stop);
        if (outcome.Succeeded)
        {
            steps.Add(new MacroStep(act, text));
        }

        if (outcome.Succeeded && act is MacroAct.Reply)
        {
            undo.Open(outcome.Value);
        }

        return outcome;
    }

    private async Task<string> TextOfAsync(MacroAct act, Ticket ticket, Actor actor, CancellationToken stop) => act switch
    {
        MacroAct.Reply reply => await canned.MakeOutAsync(reply.Text, ticket, actor, stop),
        MacroAct.Resolve resolve => await canned.MakeOutAsync(resolve.Text, ticket, actor, stop),
        MacroAct.Note note => note.Text,
        MacroAct.Tag tag => tag.Tags,
        MacroAct.Category category => category.Id,
        _ => "",
    };

    private Outcome<Decision> Decide(MacroAct act, Ticket ticket, string text, Actor actor) => act switch
    {
        MacroAct.Claim => ticket.Claim(actor, desk.Now),
        MacroAct.Category category => ticket.SetCategory(actor, desk.Now, category.Id),
        MacroAct.Weigh weigh => ticket.Weigh(actor, desk.Now, weigh.Impact, weigh.Urgency),
        MacroAct.Tag => ticket.Tag(actor, desk.Now, text, ""),
        MacroAct.Note => ticket.Note(actor, desk.Now, text, []),
        MacroAct.Reply => ticket.Reply(actor, desk.Now, text, []),
        MacroAct.Resolve resolve => ticket.Resolve(actor, desk.Now, resolve.Reason, text, statusVersion: null),
        _ => throw new InvalidOperationException($"Nothing does {act.GetType().Name}"),
    };
}
