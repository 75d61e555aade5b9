namespace HelpDeskBot.AdaptiveCards.Expressions;

/// <summary>Conditions: evaluated lazily, never with substitutions, and an error counts as false.</summary>
static class Logic
{
    public static Value If(Expr[] arguments, in Scope scope, bool substitute)
    {
        var condition = arguments[0].Evaluate(scope, false);
        if (condition.Kind == ValueKind.Fault)
            return condition;
        return arguments[Holds(condition) ? 1 : 2].Evaluate(scope, substitute);
    }

    public static Value Not(Expr[] arguments, in Scope scope, bool substitute)
    {
        var condition = arguments[0].Evaluate(scope, false);
        return condition.Kind == ValueKind.Fault ? condition : Value.Of(!Holds(condition));
    }

    public static Value And(Expr[] arguments, in Scope scope, bool substitute)
    {
        foreach (var argument in arguments)
        {
            var condition = argument.Evaluate(scope, false);
            if (condition.Kind == ValueKind.Fault)
                return condition;
            if (!Holds(condition))
                return Value.Of(false);
        }
        return Value.Of(true);
    }

    /// <summary>An <c>or</c> that finds nothing true is its last argument as it is: false, null or nothing.</summary>
    public static Value Or(Expr[] arguments, in Scope scope, bool substitute)
    {
        var last = Value.Undefined;
        foreach (var argument in arguments)
        {
            last = argument.Evaluate(scope, false);
            if (last.Kind == ValueKind.Fault)
                return last;
            if (Holds(last))
                return Value.Of(true);
        }
        if (last.Kind == ValueKind.Error)
            return last.FailedAsFalse ? Value.Of(false) : Value.Undefined;
        return last;
    }

    static bool Holds(in Value condition) => condition.Kind != ValueKind.Error && condition.IsLogicTrue;
}
