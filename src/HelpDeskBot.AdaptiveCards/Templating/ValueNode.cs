using System.Text.Json.Nodes;
using HelpDeskBot.AdaptiveCards.Expressions;

namespace HelpDeskBot.AdaptiveCards.Templating;

/// <summary>A place of the template whose value is computed: a literal, an expression, or a text with expressions in it.</summary>
abstract class ValueNode : TemplateNode
{
    public abstract Value Evaluate(in Scope scope);

    public override bool TryExpand(in Scope scope, out JsonNode? node)
    {
        var value = Evaluate(scope);
        node = value.ToNode();
        return value.Kind != ValueKind.Undefined;
    }

    public override void ExpandInto(JsonArray target, in Scope scope)
    {
        var value = Evaluate(scope);
        if (value.Kind == ValueKind.Null)
            return;
        if (value.Array is not { } elements)
        {
            target.Add(value.ToNode());
            return;
        }
        foreach (var element in elements)
            target.Add(Value.From(element).ToNode());
    }
}

/// <summary>A value that needs no data.</summary>
sealed class LiteralNode(Value value) : ValueNode
{
    public override Value Evaluate(in Scope scope) => value;
}

/// <summary>A string that is exactly one expression: it keeps the type of its value, and cannot hide a failure.</summary>
sealed class ExpressionNode(Expr expr, TemplatePlace place) : ValueNode
{
    public Expr Expr => expr;

    public override Value Evaluate(in Scope scope)
    {
        var value = expr.Evaluate(scope, true);
        return value.IsFailure ? throw place.Wrong($"${{{expr}}}: {value.Text}") : value;
    }
}
