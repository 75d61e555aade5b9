using System.Text;
using System.Text.Json.Nodes;

namespace HelpDeskBot.Tests.Support.Slack;

/// <summary>Blocks as people read them.</summary>
internal static class BlockReading
{
    /// <summary>All their text, as Slack shows it.</summary>
    public static string TextOf(JsonNode? node)
    {
        var text = new StringBuilder();
        Read(node, text);
        return text.ToString().Trim();
    }

    public static IReadOnlyList<string> Buttons(JsonNode? node) => [.. All(node, "button").Select(button => button["text"]!["text"]!.ToString())];

    /// <summary>The same as a card whose markup is what Slack reads as markup.</summary>
    public static JsonObject AsCard(JsonNode? node) => new()
    {
        ["type"] = "AdaptiveCard",
        ["body"] = new JsonArray([.. All(node, "mrkdwn").Select(text => new JsonObject { ["type"] = "TextBlock", ["text"] = text["text"]!.ToString() })]),
    };

    public static IEnumerable<JsonObject> All(JsonNode? node, string type) => node switch
    {
        JsonObject item => (item["type"]?.ToString() == type ? [item] : Enumerable.Empty<JsonObject>()).Concat(item.SelectMany(pair => All(pair.Value, type))),
        JsonArray items => items.SelectMany(item => All(item, type)),
        _ => [],
    };

    public static string Unescaped(string text) =>
        text.Replace("&lt;", "<", StringComparison.Ordinal).Replace("&gt;", ">", StringComparison.Ordinal).Replace("&amp;", "&", StringComparison.Ordinal);

    private static void Read(JsonNode? node, StringBuilder text)
    {
        if (node is JsonArray items)
        {
            foreach (var item in items)
            {
                Read(item, text);
            }
        }
        else if (node is JsonObject known)
        {
            Read(known, text);
        }
    }

    private static void Read(JsonObject node, StringBuilder text)
    {
        switch (node["type"]?.ToString())
        {
            case "text" or "link":
                text.Append((node["text"] ?? node["url"])!);
                break;
            case "plain_text":
                text.AppendLine(node["text"]!.ToString());
                break;
            case "mrkdwn":
                text.AppendLine(Unescaped(node["text"]!.ToString()));
                break;
            default:
                foreach (var (_, value) in node.Where(pair => pair.Key is "text" or "elements" or "fields" or "label" or "element" or "accessory"))
                {
                    Read(value, text);
                }

                text.AppendLine();
                break;
        }
    }
}
