namespace HelpDeskBot.AdaptiveCards.Expressions;

/// <summary>A function or an operator with its arguments.</summary>
sealed class CallExpr(Function function, Expr[] arguments)
    : Expr(function.Returns, 1 + arguments.Select(argument => argument.Depth).DefaultIfEmpty(0).Max())
{
    public Function Function { get; } = function;

    public IReadOnlyList<Expr> Arguments => arguments;

    public override Value Evaluate(in Scope scope, bool substitute) => Function.Evaluate(arguments, scope, substitute);

    public override string ToString()
    {
        var infix = !char.IsAsciiLetter(Function.Symbol[0]) && arguments.Length >= 2;
        return infix
            ? $"({string.Join($" {Function.Symbol} ", arguments.AsEnumerable())})"
            : $"{Function.Symbol}({string.Join(", ", arguments.AsEnumerable())})";
    }
}
