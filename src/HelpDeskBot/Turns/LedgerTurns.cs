using HelpDeskBot.Cards;
using HelpDeskBot.Desk.Knowledge;
using HelpDeskBot.Desk.Outbox;
using HelpDeskBot.Desk.Work;
using HelpDeskBot.Domain;
using HelpDeskBot.Domain.Knowledge;

namespace HelpDeskBot.Turns;

/// <summary>Shows leads and admins, in their own chat, what the articles did and which ones are missing.</summary>
internal sealed class LedgerTurns(ReportKnowledge report, FindGaps gaps, BusinessClock clock, Speaker speaker) : ITypedTurns
{
    /// <summary>False if neither was asked for, or not by who may see it.</summary>
    public async Task<bool> AnswerAsync(Turn turn, CancellationToken stop)
    {
        if (turn.Place.Room is not null || !KnowledgeAccess.Edits(turn.Actor))
        {
            return false;
        }

        var cards = new KnowledgeCards(speaker.WordsFor(turn.Language), turn.Reader);
        if (speaker.IsSaid(turn, "knowledge.say_report"))
        {
            await ShowAsync(turn, (await report.RunAsync(turn.Actor, turn.Language, stop)).Select(cards.Report), stop);
            return true;
        }

        if (speaker.IsSaid(turn, "knowledge.say_gaps"))
        {
            await ShowAsync(turn, (await gaps.RunAsync(turn.Actor, stop)).Select(found => cards.Gaps(found, clock.Now)), stop);
            return true;
        }

        return false;
    }

    private async Task ShowAsync(Turn turn, Outcome<DataCard> card, CancellationToken stop)
    {
        if (card.Refusal is { } refusal)
        {
            await speaker.SayAsync(turn.Here, refusal, turn.Language, stop);
        }
        else
        {
            speaker.Say(turn.Here, card.Value);
        }
    }
}
