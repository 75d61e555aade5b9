using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace HelpDeskBot.AdaptiveCards.BlockKit;

/// <summary>Data as Slack carries it: JSON, or <c>=key</c> where it is too long and kept elsewhere.</summary>
static class Kept
{
    const char Mark = '=';

    static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = 1000 };

    /// <summary>Null if it does not fit and nothing keeps it.</summary>
    public static string? Write(JsonObject data, int length, BlockKitOptions options)
    {
        var json = data.ToJsonString(Compact);
        return json.Length <= length ? json : options.Keep is null ? null : Mark + options.Keep(data);
    }

    /// <summary>A choice's value. Empty ones are written too: Slack wants at least one character.</summary>
    public static string? WriteValue(string value, BlockKitOptions options)
    {
        if (value.Length is > 0 and <= Limits.OptionValue && value[0] != Mark)
            return value;
        if (value.Length == 0)
            return Mark.ToString();
        return options.Keep is null ? null : Mark + options.Keep(new JsonObject { ["value"] = value });
    }

    public static JsonObject? Read(string? written, Func<string, JsonObject?> find)
    {
        if (written is null or "")
            return null;
        if (written[0] == Mark)
            return find(written[1..])?.DeepClone() as JsonObject; // the caller adds to it
        try
        {
            return JsonNode.Parse(written, null, new JsonDocumentOptions { AllowDuplicateProperties = false }) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public static string? ReadValue(string? written, Func<string, JsonObject?> find) => written switch
    {
        null or "" => null,
        "=" => "",
        _ when written[0] == Mark => find(written[1..])?["value"]?.ToString(),
        _ => written,
    };
}
