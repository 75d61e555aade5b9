namespace HelpDeskBot.AdaptiveCards.Expressions;

delegate Value Evaluator(Expr[] arguments, in Scope scope, bool substitute);

/// <summary>
/// A function or operator: the symbol its expressions are shown with, what it returns, how many arguments it takes,
/// their types in order (the last one counts for all that follow), and how it is computed.
/// </summary>
sealed record Function(string Symbol, ExprTypes Returns, int Least, int Most, ExprTypes[] Accepts, Evaluator Evaluate)
{
    /// <summary>Why these arguments cannot be right whatever the data, or null.</summary>
    public string? Refuse(string name, Expr[] arguments)
    {
        if (arguments.Length < Least || arguments.Length > Most)
            return $"'{name}' takes {Expected} argument{(Least == 1 && Most == 1 ? "" : "s")}, not {arguments.Length}";
        for (var i = 0; i < arguments.Length; i++)
            if (!arguments[i].MayBe(Accepts[Math.Min(i, Accepts.Length - 1)]))
                return $"argument {i + 1} of '{name}' must be {Accepts[Math.Min(i, Accepts.Length - 1)]}: {arguments[i]}";
        return null;
    }

    string Expected => Most == Least ? $"{Least}" : Most == int.MaxValue ? $"at least {Least}" : $"{Least} to {Most}";

    /// <summary>Evaluates every argument and checks it before anything is computed; null and the failure if one is refused.</summary>
    public static Value[]? EvaluateAll(
        Expr[] arguments, in Scope scope, bool substitute, Func<Value, string?> refuse, out Value failure)
    {
        var values = new Value[arguments.Length];
        failure = default;
        for (var i = 0; i < arguments.Length; i++)
        {
            values[i] = arguments[i].Evaluate(scope, substitute);
            if (values[i].Kind == ValueKind.Fault)
                failure = values[i];
            else if (values[i].Kind == ValueKind.Error)
                failure = Value.Error($"{arguments[i]} failed");
            else if (refuse(values[i]) is { } why)
                failure = Value.Error($"{arguments[i]} {why}");
            if (failure.IsFailure)
                return null;
        }
        return values;
    }
}
