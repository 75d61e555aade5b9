using System.Text;
using System.Text.Json.Nodes;
using HelpDeskBot.AdaptiveCards;

namespace HelpDeskBot.Cards;

/// <summary>
/// Keeps cards within what every channel takes. Cards cut what is long themselves and offer the whole of it; what still does not fit, in scripts
/// that need many bytes, loses the ends of its longest texts. What somebody typed into a form stays.
/// </summary>
internal static class CardSize
{
    private const int Shortest = 60;

    /// <summary>Shortens the longest texts of a card, in place, until it fits.</summary>
    public static void Fit(JsonObject card)
    {
        if (CardVocabulary.SizeOf(card) <= CardVocabulary.MaxBytes)
        {
            return;
        }

        var texts = new PriorityQueue<JsonObject, int>();
        foreach (var element in Texts(card))
        {
            texts.Enqueue(element, -Bytes(element));
        }

        while (texts.TryDequeue(out var longest, out _) && TextOf(longest).Length > Shortest && CardVocabulary.SizeOf(card) > CardVocabulary.MaxBytes)
        {
            longest["text"] = CardData.Cut(TextOf(longest), TextOf(longest).Length * 3 / 4);
            texts.Enqueue(longest, -Bytes(longest));
        }
    }

    private static IEnumerable<JsonObject> Texts(JsonNode? node) => node switch
    {
        JsonObject element => (element["type"]?.ToString() is "TextBlock" or "TextRun" ? [element] : Array.Empty<JsonObject>())
            .Concat(element.SelectMany(property => Texts(property.Value))),
        JsonArray items => items.SelectMany(Texts),
        _ => [],
    };

    private static string TextOf(JsonObject element) => element["text"]!.GetValue<string>();

    private static int Bytes(JsonObject element) => Encoding.UTF8.GetByteCount(TextOf(element));
}
