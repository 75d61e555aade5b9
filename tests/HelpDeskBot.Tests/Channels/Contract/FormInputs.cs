using System.Text.Json;
using System.Text.Json.Nodes;

namespace HelpDeskBot.Tests.Channels.Contract;

/// <summary>The inputs of a card and what stands in them.</summary>
internal static class FormInputs
{
    public static IReadOnlyDictionary<string, string> Of(JsonNode? node)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        Visit(node, found);
        return found;
    }

    private static void Visit(JsonNode? node, Dictionary<string, string> found)
    {
        switch (node)
        {
            case JsonObject known when known["type"] is JsonValue type && type.GetValueKind() == JsonValueKind.String
                && type.GetValue<string>().StartsWith("Input.", StringComparison.Ordinal):
                found[known["id"]!.GetValue<string>()] = known["value"]?.ToString() ?? "";
                break;
            case JsonObject known:
                foreach (var (_, value) in known)
                {
                    Visit(value, found);
                }

                break;
            case JsonArray items:
                foreach (var item in items)
                {
                    Visit(item, found);
                }

                break;
            default:
                break;
        }
    }
}
