using System.Text.Json;
using System.Text.Json.Nodes;
using HelpDeskBot.Desk;
using HelpDeskBot.Desk.Outbox;

namespace HelpDeskBot.Cards;

/// <summary>A button: what it says, what it does, and how it looks.</summary>
internal sealed record Button(string Title, string Verb, object Data)
{
    /// <summary>Adaptive Card style: default, positive (the one primary button) or destructive.</summary>
    public string Style { get; init; } = "default";

    public Button Primary() => this with { Style = "positive" };

    public Button Destructive() => this with { Style = "destructive" };
}

/// <summary>Builds the data of cards; values enter as JSON values only.</summary>
internal static class CardData
{
    /// <summary>How much of a message a card shows; a card is at most 24 KB.</summary>
    public const int MessageShown = 4000;

    private const int PartLength = 5000;

    public static DataCard Card(string name, object data) =>
        new(name, (JsonObject)JsonSerializer.SerializeToNode(data, StoredJson.Options)!);

    /// <summary>The description, unless the subject says it all.</summary>
    public static string Description(string subject, string description, int length) =>
        description.Trim() == subject.Trim() ? "" : Cut(description, length);

    /// <summary>A text in pieces of which each fits a card; at least one.</summary>
    public static IReadOnlyList<string> Parts(string text)
    {
        var parts = new List<string>();
        for (var at = 0; at < text.Length;)
        {
            var length = Math.Min(PartLength, text.Length - at);
            length -= length > 1 && char.IsHighSurrogate(text[at + length - 1]) ? 1 : 0;
            parts.Add(text.Substring(at, length));
            at += length;
        }

        return parts.Count == 0 ? [""] : parts;
    }

    /// <summary>The first of several texts, and how many more there are.</summary>
    public static string First(IReadOnlyList<string> texts, int most, string separator) =>
        string.Join(separator, texts.Take(most)) + (texts.Count <= most ? "" : $"{separator}… +{texts.Count - most}");

    /// <summary>A long text cut for a card; the whole of it stays on the ticket.</summary>
    public static string Cut(string text, int length)
    {
        if (text.Length <= length)
        {
            return text;
        }

        var end = char.IsHighSurrogate(text[length - 1]) ? length - 1 : length;
        return text[..end].TrimEnd() + "…";
    }
}
