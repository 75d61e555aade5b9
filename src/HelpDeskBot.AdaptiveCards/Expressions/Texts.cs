using System.Text.Json.Nodes;

namespace HelpDeskBot.AdaptiveCards.Expressions;

/// <summary>Functions over texts and collections.</summary>
static class Texts
{
    public static Value Concat(Expr[] arguments, in Scope scope, bool substitute)
    {
        if (Function.EvaluateAll(arguments, scope, substitute, _ => null, out var failure) is not { } values)
            return failure;
        var result = values[0];
        for (var i = 1; i < values.Length; i++)
            result = Concat(result, values[i]);
        return result;
    }

    public static Value Count(Expr[] arguments, in Scope scope, bool substitute)
    {
        var value = Only(arguments, scope, substitute);
        return value.Kind switch
        {
            ValueKind.Text => Value.Of(value.Text.Length),
            ValueKind.Node => Value.Of(value.Array?.Count ?? value.Object!.Count),
            _ => OrFailure(value, "is not a text, array or object"),
        };
    }

    public static Value Length(Expr[] arguments, in Scope scope, bool substitute) =>
        Transform(Only(arguments, scope, substitute), static text => Value.Of(text.Length));

    public static Value ToUpper(Expr[] arguments, in Scope scope, bool substitute) =>
        Transform(Only(arguments, scope, substitute), static text => Value.Of(Casing.ToUpper(text)));

    public static Value ToLower(Expr[] arguments, in Scope scope, bool substitute) =>
        Transform(Only(arguments, scope, substitute), static text => Value.Of(Casing.ToLower(text)));

    public static Value ToText(Expr[] arguments, in Scope scope, bool substitute)
    {
        var value = Only(arguments, scope, substitute);
        if (value.IsFailure)
            return value;
        return Value.Of(value.IsNumber ? JsText.Grouped(value.Number) : JsText.Plain(value));
    }

    /// <summary>A third argument is the separator before the last element.</summary>
    public static Value Join(Expr[] arguments, in Scope scope, bool substitute)
    {
        if (Function.EvaluateAll(arguments, scope, substitute, _ => null, out var failure) is not { } values)
            return failure;
        if (values[0].Array is not { } array)
            return Value.Error($"{arguments[0]} is not an array");
        if (values.Length == 2)
            return Value.Of(JsText.Join(array, Separator(values[1])));
        return Value.Of(array.Count < 3
            ? JsText.Join(array, Separator(values[2]))
            : JsText.Join(array, array.Count - 1, Separator(values[1])) + JsText.Of(values[2]) + JsText.Of(Value.From(array[^1])));
    }

    static Value Concat(in Value left, in Value right)
    {
        if (left.IsNothing && right.IsNothing)
            return Value.Undefined;
        if (left.IsNothing && right.Array is not null)
            return right;
        if (right.IsNothing && left.Array is not null)
            return left;
        if (left.Array is null || right.Array is null)
            return Value.Of(JsText.Plain(left) + JsText.Plain(right));
        return Value.From(new JsonArray([.. left.Array.Concat(right.Array).Select(element => element?.DeepClone())]));
    }

    static Value Only(Expr[] arguments, in Scope scope, bool substitute)
    {
        var value = arguments[0].Evaluate(scope, substitute);
        return value.Kind == ValueKind.Error ? Value.Error($"{arguments[0]} failed") : value;
    }

    /// <summary>Text functions take nothing for an empty text, but refuse null.</summary>
    static Value Transform(in Value value, Func<string, Value> transform) => value.Kind switch
    {
        ValueKind.Text => transform(value.Text),
        ValueKind.Undefined => transform(""),
        _ => OrFailure(value, "is not a text"),
    };

    static Value OrFailure(in Value value, string why) => value.IsFailure ? value : Value.Error($"{JsText.Of(value)} {why}");

    static string Separator(in Value value) => value.Kind == ValueKind.Undefined ? "," : JsText.Of(value);
}
