using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace HelpDeskBot.AdaptiveCards.Expressions;

enum ValueKind
{
    Undefined,
    Null,
    Boolean,
    Number,
    Text,
    Node,
    Error,
    Fault,
}

/// <summary>What an expression evaluates to: a JSON value, nothing at all, or the reason why there is none.</summary>
/// <remarks>
/// The two failures differ in who may swallow them: comparisons and logic treat an <see cref="ValueKind.Error"/> as false,
/// a <see cref="ValueKind.Fault"/> ends the whole expression, as an exception does in the JavaScript engine.
/// </remarks>
readonly struct Value
{
    readonly object? reference;

    Value(ValueKind kind, double number = 0, object? reference = null)
    {
        Kind = kind;
        Number = number;
        this.reference = reference;
    }

    public static Value Undefined => default;

    public static Value Null => new(ValueKind.Null);

    public ValueKind Kind { get; }

    public double Number { get; }

    public bool IsTrue => Kind == ValueKind.Boolean && Number != 0;

    /// <summary>Logic takes everything but false, null and nothing for true; so "" and 0 are true.</summary>
    public bool IsLogicTrue => Kind == ValueKind.Boolean ? Number != 0 : !IsNothing;

    public bool IsNothing => Kind is ValueKind.Undefined or ValueKind.Null;

    public bool IsFailure => Kind is ValueKind.Error or ValueKind.Fault;

    /// <summary>The failure of a comparison still answers false to an <c>or</c> that ends with it.</summary>
    public bool FailedAsFalse => Kind == ValueKind.Error && Number != 0;

    /// <summary>An element of something that failed: the engine cannot even show its source in a text.</summary>
    public bool FailedOutright => Kind == ValueKind.Fault && Number != 0;

    /// <summary>NaN is not a number to any function.</summary>
    public bool IsNumber => Kind == ValueKind.Number && !double.IsNaN(Number);

    public bool IsInteger => Kind == ValueKind.Number && double.IsInteger(Number);

    public string Text => (string)reference!;

    public JsonNode Node => (JsonNode)reference!;

    public JsonArray? Array => reference as JsonArray;

    public JsonObject? Object => reference as JsonObject;

    public static Value Of(bool value) => new(ValueKind.Boolean, value ? 1 : 0);

    public static Value Of(double value) => new(ValueKind.Number, value);

    public static Value Of(string value) => new(ValueKind.Text, 0, value);

    public static Value Error(string why, bool asFalse = false) => new(ValueKind.Error, asFalse ? 1 : 0, why);

    public static Value Fault(string why, bool outright = false) => new(ValueKind.Fault, outright ? 1 : 0, why);

    public static Value From(JsonNode? node) => node switch
    {
        null => Null,
        JsonValue value => From(value),
        _ => new Value(ValueKind.Node, 0, node),
    };

    static Value From(JsonValue value) => value.GetValueKind() switch
    {
        JsonValueKind.True => Of(true),
        JsonValueKind.False => Of(false),
        JsonValueKind.String => Of(value.TryGetValue<string>(out var text) ? text : value.Deserialize<string>()!),
        JsonValueKind.Number => Of(value.TryGetValue<double>(out var number)
            ? number
            : double.Parse(value.ToJsonString(), CultureInfo.InvariantCulture)),
        _ => Null,
    };

    /// <summary>A node of its own, free to be placed in a card. JSON knows neither infinities nor a negative zero.</summary>
    public JsonNode? ToNode() => Kind switch
    {
        ValueKind.Boolean => JsonValue.Create(Number != 0),
        ValueKind.Number => double.IsFinite(Number) ? JsonValue.Create(Number == 0 ? 0 : Number) : null,
        ValueKind.Text => JsonValue.Create(Text),
        ValueKind.Node => Node.DeepClone(),
        _ => null,
    };
}
