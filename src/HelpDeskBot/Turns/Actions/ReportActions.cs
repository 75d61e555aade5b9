using HelpDeskBot.Cards;
using HelpDeskBot.Desk.Files;
using HelpDeskBot.Desk.Work;
using HelpDeskBot.Domain.Tickets;

namespace HelpDeskBot.Turns.Actions;

/// <summary>Somebody's message becomes a report: a form with its words first, then the questions in the direct chat.</summary>
internal sealed class ReportActions(IntakeTurns intake, Drafts drafts, OpenFile files, Speaker speaker, Responses responses) : IActionGroup
{
    public IEnumerable<ActionRoute> Routes =>
    [
        ActionRoutes.On<ReportFormData>(Verbs.ReportForm, (action, data, _) =>
            Task.FromResult(FormOf(action, new ReportData(Guid.NewGuid(), data.Text) { Files = data.Files }, error: ""))),
        ActionRoutes.On<ReportData>(Verbs.Report, StartAsync),
    ];

    private async Task<ActionAnswer> StartAsync(CardAction action, ReportData data, CancellationToken stop)
    {
        var words = speaker.WordsFor(action.Reader.Language);
        if (string.IsNullOrWhiteSpace(data.Text))
        {
            return FormOf(action, data, words["refusal.text.missing"]);
        }

        if (await drafts.FindAsync(action.Actor, stop) is not null)
        {
            return FormOf(action, data, words["form.report_running"]);
        }

        var sent = await files.OwnAsync([.. (data.Files ?? []).Select(file => new AttachmentId(file))], action.Actor, stop);
        await intake.StartAsync(action.AsTurn(), data.Text.Trim(), sent, rejected: null, stop);
        return responses.Said("form.report_done", action);
    }

    private ActionAnswer FormOf(CardAction action, ReportData data, string error)
    {
        var words = speaker.WordsFor(action.Reader.Language);
        return responses.Form(FormCards.Report(data.Nonce, data.Text, data.Files ?? [], words, error), action);
    }
}
