using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace HelpDeskBot.AdaptiveCards.Expressions;

/// <summary>Values as JavaScript writes them, because cards must read the same whichever engine expanded them.</summary>
static class JsText
{
    /// <summary>ECMA-262 ToString: arrays join their elements with commas, objects have no useful text.</summary>
    public static string Of(in Value value) => value.Kind switch
    {
        ValueKind.Undefined => "undefined",
        ValueKind.Null => "null",
        ValueKind.Boolean => value.IsTrue ? "true" : "false",
        ValueKind.Number => OfNumber(value.Number),
        ValueKind.Text => value.Text,
        ValueKind.Node when value.Array is { } array => Join(array, ","),
        _ => "[object Object]",
    };

    /// <summary>Array.prototype.join: null elements are empty.</summary>
    public static string Join(JsonArray array, string separator) => Join(array, array.Count, separator);

    public static string Join(JsonArray array, int count, string separator)
    {
        var text = new StringBuilder();
        for (var i = 0; i < count; i++)
        {
            var element = Value.From(array[i]);
            text.Append(i == 0 ? "" : separator).Append(element.IsNothing ? "" : Of(element));
        }
        return text.ToString();
    }

    /// <summary>What <c>string()</c> and <c>concat()</c> make of a value: nothing is empty, arrays and objects are compact JSON.</summary>
    public static string Plain(in Value value) => value.Kind switch
    {
        ValueKind.Undefined or ValueKind.Null => "",
        ValueKind.Node => JsJson.Stringify(value.Node),
        _ => Of(value),
    };

    /// <summary>ECMA-262 Number::toString: the shortest digits that read back as the same number.</summary>
    public static string OfNumber(double number)
    {
        if (!double.IsFinite(number))
            return double.IsNaN(number) ? "NaN" : number > 0 ? "Infinity" : "-Infinity";
        if (double.IsInteger(number) && Math.Abs(number) < 1e15)
            return ((long)number).ToString(CultureInfo.InvariantCulture);
        var (digits, point) = ShortestDigits(Math.Abs(number));
        return (number < 0 ? "-" : "") + Place(digits, point);
    }

    /// <summary>The significant digits d1d2…dk and n such that the number is 0.d1d2…dk × 10^n.</summary>
    static (string Digits, int Point) ShortestDigits(double positive)
    {
        var text = positive.ToString("R", CultureInfo.InvariantCulture);
        var e = text.IndexOf('E', StringComparison.Ordinal);
        var exponent = e < 0 ? 0 : int.Parse(text.AsSpan(e + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var mantissa = e < 0 ? text : text[..e];
        var dot = mantissa.IndexOf('.', StringComparison.Ordinal);
        var whole = dot < 0 ? mantissa.Length : dot;
        var all = dot < 0 ? mantissa : mantissa.Remove(dot, 1);
        var leading = all.Length - all.TrimStart('0').Length;
        return (all.Trim('0'), whole + exponent - leading);
    }

    static string Place(string digits, int point) => point switch
    {
        > 21 or < -5 => Exponential(digits, point - 1),
        <= 0 => "0." + new string('0', -point) + digits,
        _ when digits.Length <= point => digits.PadRight(point, '0'),
        _ => digits.Insert(point, "."),
    };

    static string Exponential(string digits, int exponent) =>
        (digits.Length == 1 ? digits : digits.Insert(1, "."))
        + (exponent < 0 ? "e-" : "e+")
        + Math.Abs(exponent).ToString(CultureInfo.InvariantCulture);

    /// <summary>How <c>string()</c> writes a number: d3-format's <c>",.Nf"</c> with N digits after the point, in English.</summary>
    public static string Grouped(double number)
    {
        var text = OfNumber(number);
        var dot = text.IndexOf('.', StringComparison.Ordinal);
        // The engine counts all characters after the point, an exponent included, so that 1.5e-7 becomes "0.0000".
        var precision = dot < 0 ? 0 : Math.Min(20, text.Length - dot - 1);
        if (!double.IsFinite(number) || Math.Abs(number) >= 1e21)
            return text.Replace('-', '\u2212');
        var grouped = Math.Abs(number).ToString("N" + precision.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        var negative = number < 0 && grouped.AsSpan().ContainsAnyInRange('1', '9');
        return negative ? "\u2212" + grouped : grouped;
    }
}
