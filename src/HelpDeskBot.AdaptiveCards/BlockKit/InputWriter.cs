using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using static HelpDeskBot.AdaptiveCards.BlockKit.CardJson;

namespace HelpDeskBot.AdaptiveCards.BlockKit;

/// <summary>
/// Writes inputs. The <c>block_id</c> is the input's id, so that errors land at the field. The <c>action_id</c> is the input's kind and a
/// digest of its first value: Slack keeps what was typed under the same ids, and shows another first value only under another one.
/// </summary>
sealed class InputWriter(BlockKitOptions options, Downgrades downgrades)
{
    readonly HashSet<string> ids = new(StringComparer.Ordinal);
    readonly ChoiceWriter choices = new(options, downgrades);

    public JsonObject? Write(CardInput input)
    {
        var (item, path) = input;
        var id = Text(item, "id");
        if (id.Length is 0 or > Limits.Id || !ids.Add(id))
            return NotShown(path, "an input needs an id of its own, of at most 255 characters");
        if (Element(item, path) is not { } element)
            return NotShown(path, $"{Text(item, "type")} is not shown");
        return new JsonObject
        {
            ["type"] = "input",
            ["block_id"] = id,
            ["label"] = TextObjects.Plain(LabelOf(item, id), Limits.InputLabel),
            ["element"] = element,
            ["optional"] = !Is(item, "isRequired"),
        };
    }

    static string LabelOf(JsonObject item, string id) =>
        new[] { Text(item, "label"), Text(item, "placeholder"), Text(item, "title"), id }.First(text => text.Length > 0);

    JsonObject? Element(JsonObject item, string path) => Text(item, "type") switch
    {
        "Input.Text" => TextInput(item, path),
        "Input.ChoiceSet" => choices.Write(item, path),
        "Input.Toggle" => choices.WriteToggle(item, path),
        "Input.Date" => Picker("datepicker", "initial_date", Valid(item, "yyyy-MM-dd"), item, path),
        "Input.Time" => Picker("timepicker", "initial_time", Valid(item, "HH:mm"), item, path),
        "Input.Number" => Number(item),
        _ => null,
    };

    JsonObject TextInput(JsonObject item, string path)
    {
        var value = Text(item, "value");
        var most = int.TryParse(Text(item, "maxLength"), CultureInfo.InvariantCulture, out var wanted) && wanted > 0 ? wanted : int.MaxValue;
        if (value.Length > Limits.InputText)
            downgrades.CutInputs.Add(Text(item, "id"));
        else if (most > Limits.InputText && most != int.MaxValue)
            downgrades.Add(path, $"{most} characters may be typed; Slack takes {Limits.InputText}");
        var element = Named("plain_text_input", "text", value);
        element["multiline"] = Is(item, "isMultiline");
        element["max_length"] = Math.Max(Math.Min(most, Limits.InputText), Math.Min(value.Length, Limits.InputText));
        if (value.Length > 0)
            element["initial_value"] = downgrades.Cut(value, Limits.InputText, path);
        return WithPlaceholder(element, item);
    }

    JsonObject Picker(string type, string initial, string? value, JsonObject item, string path)
    {
        if (item.ContainsKey("min") || item.ContainsKey("max"))
            downgrades.Add(path, "Slack does not hold people to the first and last that may be picked");
        var element = Named(type, type, value ?? "");
        if (value is not null)
            element[initial] = value;
        return WithPlaceholder(element, item);
    }

    static JsonObject Number(JsonObject item)
    {
        var value = NumberOf(item, "value");
        var element = Named("number_input", "number", value ?? "");
        element["is_decimal_allowed"] = true;
        foreach (var (name, limit) in new[] { ("initial_value", value), ("min_value", NumberOf(item, "min")), ("max_value", NumberOf(item, "max")) })
            if (limit is not null)
                element[name] = limit;
        return WithPlaceholder(element, item);
    }

    static string? NumberOf(JsonObject item, string name) =>
        decimal.TryParse(Text(item, name), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number.ToString(CultureInfo.InvariantCulture)
            : null;

    static string? Valid(JsonObject item, string format) =>
        DateTime.TryParseExact(Text(item, "value"), format, CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? Text(item, "value") : null;

    /// <summary>An element whose id says its kind, its first value, and whatever <see cref="BlockKitAnswers"/> must know beside.</summary>
    public static JsonObject Named(string type, string kind, string value, string more = "") => new()
    {
        ["type"] = type,
        ["action_id"] = $"{kind} {Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(value)))[..8]}{more}",
    };

    public static JsonObject WithPlaceholder(JsonObject element, JsonObject item)
    {
        if (Text(item, "placeholder") is { Length: > 0 } placeholder)
            element["placeholder"] = TextObjects.Plain(placeholder, Limits.Placeholder);
        return element;
    }

    JsonObject? NotShown(string path, string why)
    {
        downgrades.Add(path, why);
        return null;
    }
}
