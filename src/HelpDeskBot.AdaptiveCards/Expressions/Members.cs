using System.Globalization;
using System.Text.Json.Nodes;

namespace HelpDeskBot.AdaptiveCards.Expressions;

/// <summary>Looks inside a value: a property by name whatever its case, an element by position.</summary>
static class Members
{
    /// <summary>A missing property is nothing, not an error.</summary>
    public static Value Property(in Value instance, string name)
    {
        if (instance.Object is { } item)
            return Property(item, name);
        if (instance.Array is { } array)
            return CanonicalIndex(name, array.Count) is { } i ? Value.From(array[i]) : Value.Undefined;
        return instance.Kind == ValueKind.Text && CanonicalIndex(name, instance.Text.Length) is { } at
            ? Value.Of(instance.Text[at].ToString())
            : Value.Undefined;
    }

    /// <summary>The first property in the object's order wins, even over one that matches in case.</summary>
    static Value Property(JsonObject item, string name)
    {
        for (var i = 0; i < item.Count; i++)
        {
            var (key, value) = item.GetAt(i);
            if (key.Equals(name, StringComparison.OrdinalIgnoreCase))
                return Value.From(value);
        }
        return Value.Undefined;
    }

    /// <summary>An element of nothing is nothing; outside an array, or beyond its end, is an error.</summary>
    public static Value Element(in Value instance, double index)
    {
        if (instance.IsNothing)
            return Value.Undefined;
        if (instance.Array is not { } array)
            return Value.Error("only an array has elements by number");
        return index >= 0 && index < array.Count
            ? Value.From(array[(int)index])
            : Value.Error($"element {JsText.OfNumber(index)} is outside the array of {array.Count}");
    }

    /// <summary>JavaScript's parseInt: the number a text begins with.</summary>
    public static int? LeadingInteger(string text)
    {
        var trimmed = text.AsSpan().TrimStart();
        var sign = trimmed.Length > 0 && trimmed[0] is '-' or '+' ? 1 : 0;
        var digits = trimmed[sign..].IndexOfAnyExceptInRange('0', '9');
        var length = digits < 0 ? trimmed.Length : sign + digits;
        if (length == sign)
            return null;
        return int.TryParse(trimmed[..length], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : int.MaxValue;
    }

    static int? CanonicalIndex(string name, int count) =>
        int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var i)
        && i < count
        && i.ToString(CultureInfo.InvariantCulture) == name
            ? i
            : null;
}
