using System.Text.Json.Nodes;

namespace HelpDeskBot.BotFramework.Schema;

/// <summary>Reads JSON that others sent: it may have any shape, so that what is not there and what is something else are both null.</summary>
internal static class JsonReading
{
    /// <summary>What stands at the end of a path of members.</summary>
    public static JsonNode? At(this JsonNode? node, params ReadOnlySpan<string> path)
    {
        foreach (var member in path)
        {
            node = node is JsonObject members && members.TryGetPropertyValue(member, out var value) ? value : null;
        }

        return node;
    }

    /// <summary>The string at the end of a path of members.</summary>
    public static string? TextAt(this JsonNode? node, params ReadOnlySpan<string> path) =>
        node.At(path) is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    /// <summary>The whole number at the end of a path of members.</summary>
    public static int? NumberAt(this JsonNode? node, params ReadOnlySpan<string> path) =>
        node.At(path) is JsonValue value && value.TryGetValue<int>(out var number) ? number : null;

    /// <summary>The array at the end of a path of members, or an empty one.</summary>
    public static IEnumerable<JsonNode?> ItemsAt(this JsonNode? node, params ReadOnlySpan<string> path) => node.At(path) as JsonArray ?? [];

    /// <summary>The address at the end of a path of members: absolute and https.</summary>
    public static Uri? AddressAt(this JsonNode? node, params ReadOnlySpan<string> path) =>
        Uri.TryCreate(node.TextAt(path), UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps ? address : null;
}
