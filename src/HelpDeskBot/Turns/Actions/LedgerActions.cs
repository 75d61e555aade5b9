using HelpDeskBot.Cards;
using HelpDeskBot.Desk.Files;
using HelpDeskBot.Desk.Knowledge;
using HelpDeskBot.Desk.Outbox;
using HelpDeskBot.Desk.Work;

namespace HelpDeskBot.Turns.Actions;

/// <summary>The report of what the articles did, as a file.</summary>
internal sealed class KnowledgeReportActions(ReportKnowledge report, SaveFile files, Speaker speaker, Responses responses) : IActionGroup
{
    private const string FileName = "knowledge-report.csv";

    public IEnumerable<ActionRoute> Routes =>
    [
        ActionRoutes.On<KnowledgeData>(Verbs.KnowledgeReport, (action, _, stop) => ShowAsync(action, stop)),
        ActionRoutes.On<KnowledgeData>(Verbs.KnowledgeReportCsv, (action, _, stop) => SendAsync(action, stop)),
    ];

    private async Task<ActionAnswer> ShowAsync(CardAction action, CancellationToken stop)
    {
        var made = await report.RunAsync(action.Actor, action.Reader.Language, stop);
        if (made.Refusal is { } refusal)
        {
            return await responses.RefusedAsync(refusal, action, stop);
        }

        speaker.Say(action.AsTurn().Here, new KnowledgeCards(speaker.WordsFor(action.Reader.Language), action.Reader).Report(made.Value));
        return new ActionAnswer.Say("");
    }

    private async Task<ActionAnswer> SendAsync(CardAction action, CancellationToken stop)
    {
        var made = await report.RunAsync(action.Actor, action.Reader.Language, stop);
        if (made.Refusal is { } refusal)
        {
            return await responses.RefusedAsync(refusal, action, stop);
        }

        using var content = new MemoryStream(KnowledgeCsv.Of(made.Value));
        var kept = await files.RunAsync(new SaveFileCommand(FileName, content), action.Actor, stop);
        if (kept.Refusal is { } unkept)
        {
            return await responses.RefusedAsync(unkept, action, stop);
        }

        speaker.Say(action.AsTurn().Here, new Line("knowledge.csv_sent") { Files = [kept.Value] });
        return new ActionAnswer.Say("");
    }
}

/// <summary>What is decided about questions that no article answers.</summary>
internal sealed class GapActions(FindGaps gaps, BusinessClock clock, Speaker speaker, Responses responses) : IActionGroup
{
    public IEnumerable<ActionRoute> Routes =>
    [
        ActionRoutes.On<KnowledgeData>(Verbs.KnowledgeGaps, (action, _, stop) => ShowAsync(action, stop)),
        ActionRoutes.On<KnowledgeGapData>(Verbs.KnowledgeGapDismiss, DismissAsync),
    ];

    private async Task<ActionAnswer> ShowAsync(CardAction action, CancellationToken stop)
    {
        var found = await gaps.RunAsync(action.Actor, stop);
        if (found.Refusal is { } refusal)
        {
            return await responses.RefusedAsync(refusal, action, stop);
        }

        speaker.Say(action.AsTurn().Here, Cards(action).Gaps(found.Value, clock.Now));
        return new ActionAnswer.Say("");
    }

    private async Task<ActionAnswer> DismissAsync(CardAction action, KnowledgeGapData data, CancellationToken stop)
    {
        var left = await gaps.DismissAsync(data.Gap, action.Actor, stop);
        return left.Refusal is { } refusal
            ? await responses.RefusedAsync(refusal, action, stop)
            : responses.Answered(Cards(action).Gaps(left.Value, clock.Now), action);
    }

    private KnowledgeCards Cards(CardAction action) => new(speaker.WordsFor(action.Reader.Language), action.Reader);
}
