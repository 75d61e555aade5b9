using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using HelpDeskBot.AdaptiveCards.Vocabulary;

namespace HelpDeskBot.AdaptiveCards;

/// <summary>The elements that cards may use: few enough that every channel can show every card.</summary>
/// <remarks>
/// TextBlock, RichTextBlock, FactSet, ColumnSet, Container, Image, ActionSet, the inputs Text, ChoiceSet, Toggle, Date, Time and
/// Number, Action.Execute and Action.OpenUrl; Action.Submit only as the fallback of an Action.Execute. Properties are those of
/// https://adaptivecards.io/schemas/1.5.0/adaptive-card.json.
/// </remarks>
public static class CardVocabulary
{
    /// <summary>How long a card may be, in bytes as <see cref="SizeOf"/> counts them.</summary>
    public const int MaxBytes = 24 * 1024;

    static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = 1000 };

    /// <summary>Everything in a card that is outside the vocabulary; empty for a good card.</summary>
    public static IReadOnlyList<CardProblem> Check(JsonNode? card)
    {
        var check = new VocabularyCheck();
        check.Card(card);
        if (card is not null && SizeOf(card) is var size and > MaxBytes)
            check.Problems.Add(new CardProblem("$", $"{size} bytes; a card has at most {MaxBytes}"));
        return check.Problems;
    }

    /// <summary>The bytes of a card as compact JSON in UTF-8, where only what must be escaped is.</summary>
    public static int SizeOf(JsonNode card) => JsonSerializer.SerializeToUtf8Bytes(card, Compact).Length;

    /// <summary>
    /// Every text of a card that renderers read as Markdown, with its path. What people typed belongs in none of them:
    /// expand a template with marked strings and look for the marks here.
    /// </summary>
    public static IReadOnlyList<(string Path, string Text)> MarkdownTexts(JsonNode? card)
    {
        var texts = new List<(string, string)>();
        MarkdownSearch.Collect(card, "$", texts);
        return texts;
    }
}
