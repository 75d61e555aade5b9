namespace HelpDeskBot.AdaptiveCards.Expressions;

/// <summary><c>instance[index]</c>: an element by number or a property by name.</summary>
sealed class ElementExpr(Expr instance, Expr index) : Expr(ExprTypes.Object, 1 + Math.Max(instance.Depth, index.Depth))
{
    public Expr Instance => instance;

    public Expr Index => index;

    public override Value Evaluate(in Scope scope, bool substitute)
    {
        var container = instance.Evaluate(scope, substitute);
        if (container.IsFailure)
            return Value.Fault($"{instance} failed", container.Kind == ValueKind.Error);
        var at = index.Evaluate(scope, false);
        if (at.IsFailure)
            return Value.Fault($"{index} failed", at.Kind == ValueKind.Error);
        if (at.IsInteger)
            return Members.Element(container, at.Number);
        return at.Kind == ValueKind.Text
            ? Members.Property(container, at.Text)
            : Value.Error($"{index} is neither a whole number nor a text");
    }

    public override string ToString() => $"{instance}[{index}]";
}
