namespace HelpDeskBot.AdaptiveCards.Expressions;

/// <summary>Comparisons: a missing or unsuitable argument makes them false; two values that cannot be ordered are an error.</summary>
static class Comparisons
{
    public static Value Equal(Expr[] arguments, in Scope scope, bool substitute) =>
        Compare(arguments, scope, _ => null, static (a, b) => Value.Of(Equality.AreEqual(a, b)));

    public static Value NotEqual(Expr[] arguments, in Scope scope, bool substitute) =>
        Compare(arguments, scope, _ => null, static (a, b) => Value.Of(!Equality.AreEqual(a, b)));

    public static Value Greater(Expr[] arguments, in Scope scope, bool substitute) =>
        Compare(arguments, scope, RefuseNothing, static (a, b) => Order(a, b, static order => order > 0));

    public static Value GreaterOrEqual(Expr[] arguments, in Scope scope, bool substitute) =>
        Compare(arguments, scope, RefuseNothing, static (a, b) => Order(a, b, static order => order >= 0));

    public static Value Less(Expr[] arguments, in Scope scope, bool substitute) =>
        Compare(arguments, scope, RefuseNothing, static (a, b) => Order(a, b, static order => order < 0));

    public static Value LessOrEqual(Expr[] arguments, in Scope scope, bool substitute) =>
        Compare(arguments, scope, RefuseNothing, static (a, b) => Order(a, b, static order => order <= 0));

    public static Value Exists(Expr[] arguments, in Scope scope, bool substitute) =>
        Compare(arguments, scope, RefuseNothing, static (_, _) => Value.Of(true));

    public static Value Empty(Expr[] arguments, in Scope scope, bool substitute) =>
        Compare(arguments, scope, RefuseScalar, static (a, _) => Value.Of(IsEmpty(a)));

    static Value Compare(Expr[] arguments, in Scope scope, Func<Value, string?> refuse, Func<Value, Value, Value> compare)
    {
        var values = Function.EvaluateAll(arguments, scope, false, refuse, out var failure);
        if (values is null)
            return failure.Kind == ValueKind.Fault ? failure : Value.Of(false);
        return compare(values[0], values[^1]);
    }

    static Value Order(in Value left, in Value right, Func<int, bool> holds)
    {
        if (left.IsNumber && right.IsNumber)
            return Value.Of(holds(left.Number.CompareTo(right.Number)));
        return left.Kind == ValueKind.Text && right.Kind == ValueKind.Text
            ? Value.Of(holds(string.CompareOrdinal(left.Text, right.Text)))
            : Value.Error("only two numbers or two texts can be ordered", asFalse: true);
    }

    static string? RefuseNothing(Value value) => value.IsNothing ? "is null" : null;

    static string? RefuseScalar(Value value) =>
        value.Kind is ValueKind.Boolean or ValueKind.Number ? "is not a text, array or object" : null;

    static bool IsEmpty(in Value value) => value.Kind switch
    {
        ValueKind.Text => value.Text.Length == 0,
        ValueKind.Node => (value.Array?.Count ?? value.Object?.Count) == 0,
        _ => true,
    };
}
