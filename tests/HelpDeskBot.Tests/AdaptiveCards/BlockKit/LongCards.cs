using System.Text.Json.Nodes;
using HelpDeskBot.AdaptiveCards;
using HelpDeskBot.Tests.Support;

namespace HelpDeskBot.Tests.AdaptiveCards.BlockKit;

/// <summary>Cards with as much text and as many choices, buttons and lines as a card may hold.</summary>
internal static class LongCards
{
    static readonly string[] Texts = ["text", "title", "value", "label", "placeholder", "altText", "errorMessage"];

    /// <summary>The same card with every text as long as all of them can be, up to the 24 kB of a card.</summary>
    public static JsonNode Lengthened(SampleCard sample)
    {
        for (var length = 8000; ; length = length * 3 / 4)
        {
            var card = sample.Expand();
            Lengthen(card, length);
            if (CardVocabulary.SizeOf(card) <= CardVocabulary.MaxBytes)
                return card;
        }
    }

    static void Lengthen(JsonNode? node, int length)
    {
        if (node is JsonArray items)
            foreach (var item in items)
                Lengthen(item, length);
        if (node is not JsonObject known)
            return;
        foreach (var (name, value) in known.ToList())
            if (name == "data")
                known["data"] = new JsonObject { ["ticket"] = "HD-1042", ["text"] = Long("d", length) };
            else if (value is JsonValue text && Texts.Contains(name) && text.TryGetValue<string>(out var was) && !IsPicked(known, name))
                known[name] = Long(was + " ", length);
            else
                Lengthen(value, length);
    }

    static bool IsPicked(JsonObject item, string name) => name == "value" && item["type"]?.ToString() is "Input.Date" or "Input.Time" or "Input.Number";

    static string Long(string text, int length) => text + string.Concat(Enumerable.Repeat("&<wörd> 👩‍💻 ", (length / 14) + 1));
}
