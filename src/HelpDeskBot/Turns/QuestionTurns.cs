using HelpDeskBot.Cards;
using HelpDeskBot.Desk.Knowledge;

namespace HelpDeskBot.Turns;

/// <summary>A new question: articles that may answer it first; where none fits, straight on to the intake.</summary>
internal sealed class QuestionTurns(SuggestArticles suggest, IntakeTurns intake, ClosingWords closing, Speaker speaker)
{
    public async Task AskAsync(Turn turn, CancellationToken stop)
    {
        if (turn.Files.Count == 0 && closing.Are(turn.Text))
        {
            speaker.Say(turn.Here, "help.welcome");
            return;
        }

        if (turn.Text.Length == 0)
        {
            await intake.StartAsync(turn, "", turn.Files, rejected: null, stop);
            return;
        }

        var suggestion = await suggest.RunAsync(turn.Text, turn.Files, turn.Actor, turn.Language, stop);
        if (suggestion.Articles.Count > 0)
        {
            speaker.Say(turn.Here, SuggestionCards.Offer(suggestion, speaker.WordsFor(turn.Language)));
            return;
        }

        await intake.StartAsync(turn, turn.Text, turn.Files, (suggestion.Id, new RejectedSuggestion(turn.Text, turn.Files)), stop);
    }
}
