using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace HelpDeskBot.AdaptiveCards.Expressions;

/// <summary>JSON.stringify: compact, and escaping only what JSON must.</summary>
static class JsJson
{
    public static string Stringify(JsonNode node)
    {
        var text = new StringBuilder();
        Write(text, node);
        return text.ToString();
    }

    static void Write(StringBuilder text, JsonNode? node)
    {
        switch (node)
        {
            case JsonObject item: WriteObject(text, item); break;
            case JsonArray items: WriteArray(text, items); break;
            default: WriteScalar(text, Value.From(node)); break;
        }
    }

    static void WriteObject(StringBuilder text, JsonObject item)
    {
        text.Append('{');
        for (var i = 0; i < item.Count; i++)
        {
            var (key, value) = item.GetAt(i);
            WriteString(text.Append(i == 0 ? "" : ","), key);
            Write(text.Append(':'), value);
        }
        text.Append('}');
    }

    static void WriteArray(StringBuilder text, JsonArray items)
    {
        text.Append('[');
        for (var i = 0; i < items.Count; i++)
            Write(text.Append(i == 0 ? "" : ","), items[i]);
        text.Append(']');
    }

    static void WriteScalar(StringBuilder text, in Value value)
    {
        if (value.Kind == ValueKind.Text)
            WriteString(text, value.Text);
        else
            text.Append(value.Kind == ValueKind.Number && !double.IsFinite(value.Number) ? "null" : JsText.Of(value));
    }

    static void WriteString(StringBuilder text, string value)
    {
        text.Append('"');
        for (var i = 0; i < value.Length; i++)
            WriteCharacter(text, value, i);
        text.Append('"');
    }

    static void WriteCharacter(StringBuilder text, string value, int i)
    {
        var c = value[i];
        _ = c switch
        {
            '"' => text.Append("\\\""),
            '\\' => text.Append("\\\\"),
            '\b' => text.Append("\\b"),
            '\f' => text.Append("\\f"),
            '\n' => text.Append("\\n"),
            '\r' => text.Append("\\r"),
            '\t' => text.Append("\\t"),
            < ' ' => Escape(text, c),
            _ when char.IsSurrogate(c) && !IsPaired(value, i) => Escape(text, c),
            _ => text.Append(c),
        };
    }

    static bool IsPaired(string value, int i) =>
        char.IsHighSurrogate(value[i])
            ? i + 1 < value.Length && char.IsLowSurrogate(value[i + 1])
            : i > 0 && char.IsHighSurrogate(value[i - 1]);

    static StringBuilder Escape(StringBuilder text, char c) => text.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
}
