using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace HelpDeskBot.Channels.Teams;

/// <summary>
/// Keeps cards within what Teams surely takes. The longest texts are cut first, each to half; what is said in full stays one press away, by the
/// buttons that the card has for it.
/// </summary>
internal static class TeamsPayload
{
    /// <summary>Bytes of a card's JSON.</summary>
    public const int MostBytes = 24 * 1024;

    private const int ShortestCut = 120;
    private static readonly JsonSerializerOptions Wire = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static JsonObject Fit(JsonObject card)
    {
        while (SizeOf(card) > MostBytes && (CutLongest(card) || DropFallback(card) || DropLast(card)))
        {
            // Until it fits, or nothing is left that can be done without.
        }

        return card;
    }

    public static int SizeOf(JsonObject card) => JsonSerializer.SerializeToUtf8Bytes<JsonNode>(card, Wire).Length;

    private static bool CutLongest(JsonObject card)
    {
        var longest = Objects(card)
            .Select(owner => (Owner: owner, Text: owner["text"] is JsonValue value && value.TryGetValue<string>(out var text) ? text : ""))
            .MaxBy(found => found.Text.Length);
        if (longest.Text.Length <= ShortestCut)
        {
            return false;
        }

        longest.Owner["text"] = TeamsActivities.Cut(longest.Text, Math.Max(ShortestCut, longest.Text.Length / 2));
        return true;
    }

    // Clients that need them are old; without them an old client says that it cannot.
    private static bool DropFallback(JsonObject card) => Objects(card).LastOrDefault(owner => owner.ContainsKey("fallback"))?.Remove("fallback") == true;

    private static bool DropLast(JsonObject card)
    {
        if (card["body"] is not JsonArray { Count: > 1 } body)
        {
            return false;
        }

        var last = body.LastOrDefault(element => element?["type"]?.GetValue<string>() != "ActionSet") ?? body[^1];
        return body.Remove(last);
    }

    private static IEnumerable<JsonObject> Objects(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member => member.Key == "data" ? [] : Objects(member.Value)).Prepend(members),
        JsonArray items => items.SelectMany(Objects),
        _ => [],
    };
}
