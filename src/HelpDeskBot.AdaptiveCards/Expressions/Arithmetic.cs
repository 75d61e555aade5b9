namespace HelpDeskBot.AdaptiveCards.Expressions;

/// <summary>Sums and products, folded from the left; <c>+</c> joins texts.</summary>
static class Arithmetic
{
    public static Value Add(Expr[] arguments, in Scope scope, bool substitute) =>
        Fold(arguments, scope, substitute, RefuseForAdd, static (a, b) => Sum(a, b));

    public static Value Subtract(Expr[] arguments, in Scope scope, bool substitute) =>
        Fold(arguments, scope, substitute, RefuseNonNumber, static (a, b) => Value.Of(a.Number - b.Number));

    public static Value Multiply(Expr[] arguments, in Scope scope, bool substitute) =>
        Fold(arguments, scope, substitute, RefuseNonNumber, static (a, b) => Value.Of(a.Number * b.Number));

    public static Value Divide(Expr[] arguments, in Scope scope, bool substitute) =>
        Fold(arguments, scope, substitute, RefuseNonNumber, static (a, b) => Quotient(a, b));

    public static Value Modulo(Expr[] arguments, in Scope scope, bool substitute) =>
        Fold(arguments, scope, substitute, RefuseNonInteger, static (a, b) => b.Number == 0
            ? Value.Error("the remainder of a division by zero is not defined")
            : Value.Of(a.Number % b.Number));

    static Value Fold(
        Expr[] arguments, in Scope scope, bool substitute, Func<Value, string?> refuse, Func<Value, Value, Value> step)
    {
        if (Function.EvaluateAll(arguments, scope, substitute, refuse, out var failure) is not { } values)
            return failure;
        var result = values[0];
        for (var i = 1; i < values.Length && !result.IsFailure; i++)
            result = step(result, values[i]);
        return result;
    }

    static Value Sum(in Value left, in Value right)
    {
        if (left.IsNumber && right.IsNumber)
            return Value.Of(left.Number + right.Number);
        if ((left.IsNothing && right.IsNumber) || (right.IsNothing && left.IsNumber))
            return Value.Error("a number and nothing cannot be added");
        return Value.Of((left.IsNothing ? "" : JsText.Of(left)) + (right.IsNothing ? "" : JsText.Of(right)));
    }

    /// <summary>Whole numbers divide to the whole number below.</summary>
    static Value Quotient(in Value left, in Value right)
    {
        if (right.Number == 0)
            return Value.Error("a division by zero is not defined");
        var quotient = left.Number / right.Number;
        return Value.Of(left.IsInteger && right.IsInteger ? Math.Floor(quotient) : quotient);
    }

    static string? RefuseForAdd(Value value) =>
        value.Kind is ValueKind.Text or ValueKind.Undefined || value.IsNumber ? null : "is neither a number nor a text";

    static string? RefuseNonNumber(Value value) => value.IsNumber ? null : "is not a number";

    static string? RefuseNonInteger(Value value) => value.IsInteger ? null : "is not a whole number";
}
