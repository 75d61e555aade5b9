namespace HelpDeskBot.AdaptiveCards.Expressions;

/// <summary>
/// A property by name, after any chain of names and elements. The whole chain is one path, because a missing property is
/// reported (and shown) by the path that led to it.
/// </summary>
sealed class AccessorExpr : Expr
{
    readonly string name;
    readonly Expr? left;
    readonly Expr? origin;
    readonly DataPath? fixedPath;

    public AccessorExpr(string name, Expr? left)
        : base(ExprTypes.Object, 1 + (left?.Depth ?? 0))
    {
        this.name = name;
        this.left = left;
        origin = Origin(left);
        fixedPath = HasFixedPath(left) ? new DataPath(BuildPath(default, false, out _)!) : null;
    }

    public override Value Evaluate(in Scope scope, bool substitute)
    {
        var path = fixedPath;
        if (path is null)
        {
            if (BuildPath(scope, substitute, out var failure) is not { } text)
                return failure;
            path = new DataPath(text);
        }
        var value = Follow(path, scope, substitute);
        return substitute && value.Kind == ValueKind.Undefined ? Value.Of("${" + path.Text + "}") : value;
    }

    public override string ToString() => left is null ? name : $"{left}.{name}";

    Value Follow(DataPath path, in Scope scope, bool substitute)
    {
        if (origin is null)
            return path.From(scope);
        var start = origin.Evaluate(scope, substitute);
        return start.IsFailure ? start : path.From(start);
    }

    string? BuildPath(in Scope scope, bool substitute, out Value failure)
    {
        failure = default;
        var path = name;
        for (var step = left; step is AccessorExpr or ElementExpr; step = LeftOf(step))
        {
            if (step is AccessorExpr accessor)
                path = accessor.name + "." + path;
            else if (Subscript(((ElementExpr)step).Index, scope, substitute, out failure) is { } subscript)
                path = subscript + "." + path;
            else
                return null;
        }
        return path.Replace(".[", "[", StringComparison.Ordinal);
    }

    static string? Subscript(Expr index, in Scope scope, bool substitute, out Value failure)
    {
        var value = index.Evaluate(scope, substitute);
        failure = value.Kind == ValueKind.Fault ? value : Value.Error($"{index} is neither a whole number nor a text");
        if (value.IsFailure)
            return null;
        var text = JsText.Of(value);
        if (Members.LeadingInteger(text) is not null)
            return $"[{text}]";
        return value.Kind == ValueKind.Text ? $"['{text}']" : null;
    }

    static Expr? LeftOf(Expr step) => step is AccessorExpr accessor ? accessor.left : ((ElementExpr)step).Instance;

    static Expr? Origin(Expr? expr)
    {
        while (expr is AccessorExpr or ElementExpr)
            expr = LeftOf(expr);
        return expr;
    }

    static bool HasFixedPath(Expr? expr)
    {
        for (; expr is AccessorExpr or ElementExpr; expr = LeftOf(expr))
            if (expr is ElementExpr { Index: not ConstantExpr { Value.Kind: ValueKind.Text or ValueKind.Number } })
                return false;
        return true;
    }
}
