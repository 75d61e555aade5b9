using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace HelpDeskBot.Channels.Teams;

/// <summary>
/// Keeps what is sent within what Teams surely takes. The longest texts are cut first, each to half; what is said in full stays one press away, by the
/// buttons that the card has for it. What somebody typed into a form is never cut.
/// </summary>
internal static class TeamsPayload
{
    /// <summary>Bytes of all that is sent to show something, as JSON.</summary>
    public const int MostBytes = 24 * 1024;

    /// <summary>Bytes of a card's JSON: the rest is for what stands around it.</summary>
    public const int MostOfCard = 22 * 1024;

    private const int ShortestCut = 120;
    private static readonly JsonSerializerOptions Wire = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Shortens a card, in place, until it fits or only what cannot be done without is left.</summary>
    public static JsonObject Fit(JsonObject card)
    {
        while (!Fits(card) && (CutLongest(card) || DropFallback(card) || DropLast(card)))
        {
            // Once more.
        }

        return card;
    }

    public static bool Fits(JsonObject card) => SizeOf(card) <= MostOfCard;

    /// <summary>The beginning of a text, if all of it takes more bytes of JSON.</summary>
    public static string Cut(string text, int mostBytes)
    {
        var cut = text;
        while (SizeOf(cut) is var size && size > mostBytes)
        {
            cut = Shorter(cut, Math.Min(cut.Length - 1, (int)((long)cut.Length * mostBytes / size)));
        }

        return cut;
    }

    /// <summary>The beginning of a text, if it has more characters.</summary>
    public static string Shorter(string text, int longest)
    {
        if (text.Length <= longest)
        {
            return text;
        }

        var end = char.IsHighSurrogate(text[longest - 2]) ? longest - 2 : longest - 1;
        return text[..end] + "…";
    }

    private static int SizeOf(JsonObject card) => JsonSerializer.SerializeToUtf8Bytes<JsonNode>(card, Wire).Length;

    private static int SizeOf(string text) => JsonEncodedText.Encode(text, Wire.Encoder).EncodedUtf8Bytes.Length;

    private static bool CutLongest(JsonObject card)
    {
        var longest = Objects(card)
            .Where(owner => TextOf(owner).Length > ShortestCut)
            .MaxBy(owner => Encoding.UTF8.GetByteCount(TextOf(owner)));
        if (longest is null)
        {
            return false;
        }

        longest["text"] = Shorter(TextOf(longest), Math.Max(ShortestCut, TextOf(longest).Length / 2));
        return true;
    }

    // Clients that need them are old; without them an old client says that it cannot.
    private static bool DropFallback(JsonObject card) => Objects(card).LastOrDefault(owner => owner.ContainsKey("fallback"))?.Remove("fallback") == true;

    private static bool DropLast(JsonObject card)
    {
        var body = card["body"] as JsonArray ?? [];
        var last = body.Skip(1).Where(element => !HasInput(element)).OrderBy(element => TypeOf(element) != "ActionSet").LastOrDefault();
        return last is not null && body.Remove(last);
    }

    private static bool HasInput(JsonNode? element) => Objects(element).Any(part => TypeOf(part).StartsWith("Input.", StringComparison.Ordinal));

    private static string TypeOf(JsonNode? element) => element?["type"] is JsonValue value && value.TryGetValue<string>(out var type) ? type : "";

    private static string TextOf(JsonObject owner) => owner["text"] is JsonValue value && value.TryGetValue<string>(out var text) ? text : "";

    private static IEnumerable<JsonObject> Objects(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member => member.Key == "data" ? [] : Objects(member.Value)).Prepend(members),
        JsonArray items => items.SelectMany(Objects),
        _ => [],
    };
}
