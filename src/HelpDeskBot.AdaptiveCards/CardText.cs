using System.Text;
using System.Text.Json.Nodes;
using HelpDeskBot.AdaptiveCards.Vocabulary;

namespace HelpDeskBot.AdaptiveCards;

/// <summary>Says a card in plain text, for notifications and for places that show no cards.</summary>
public static class CardText
{
    /// <summary>
    /// The texts of a card from top to bottom, one line each: facts as "title: value", an input as its label and choices,
    /// buttons as "[Title]", images by their alternative text, columns of one line side by side. Markdown stays as written.
    /// Hidden elements and whatever is not in the <see cref="CardVocabulary"/> say nothing; a card that says nothing gives its
    /// fallbackText.
    /// </summary>
    public static string Render(JsonNode? card)
    {
        if (card is not JsonObject item)
            return "";
        var text = Tidy(string.Join('\n', ElementText.Card(item)));
        return text.Length > 0 ? text : Tidy(ElementText.Text(item, "fallbackText"));
    }

    /// <summary>Single spaces, no empty lines, nothing at the ends.</summary>
    static string Tidy(string text)
    {
        var tidy = new StringBuilder(text.Length);
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            var words = line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            if (words.Length > 0)
                tidy.Append(tidy.Length == 0 ? "" : "\n").AppendJoin(' ', words);
        }
        return tidy.ToString();
    }
}
