using System.Text;
using HelpDeskBot.Desk.Knowledge;

namespace HelpDeskBot.Cards;

/// <summary>The text with which an article begins that a ticket taught: what was seen, room for why, what was done.</summary>
internal static class ArticleTexts
{
    public static string Of(TicketStory story, Words words)
    {
        var text = new StringBuilder().Append("## ").Append(words["article.symptoms"]).Append("\n\n").Append(story.Symptoms)
            .Append("\n\n## ").Append(words["article.cause"]).Append("\n\n## ").Append(words["article.steps"]).Append("\n\n");
        foreach (var (index, step) in story.Steps.Index())
        {
            text.Append(index + 1).Append(". ").Append(step.ReplaceLineEndings("\n").Replace("\n", "\n   ", StringComparison.Ordinal)).Append('\n');
        }

        return text.ToString().TrimEnd();
    }
}
