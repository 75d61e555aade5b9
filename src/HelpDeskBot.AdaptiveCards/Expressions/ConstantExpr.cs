using System.Text;

namespace HelpDeskBot.AdaptiveCards.Expressions;

/// <summary>A literal.</summary>
sealed class ConstantExpr(Value value) : Expr(TypeOf(value), 1)
{
    public Value Value { get; } = value;

    public override Value Evaluate(in Scope scope, bool substitute) => Value;

    public override string ToString() => Value.Kind == ValueKind.Text ? Quote(Value.Text) : JsText.Of(Value);

    static ExprTypes TypeOf(in Value value) => value.Kind switch
    {
        ValueKind.Boolean => ExprTypes.Boolean,
        ValueKind.Number => ExprTypes.Number,
        ValueKind.Text => ExprTypes.String,
        _ => ExprTypes.Object,
    };

    /// <summary>Doubles backslashes, then escapes each quote that has no backslash before it.</summary>
    static string Quote(string text)
    {
        var quoted = new StringBuilder("'");
        foreach (var c in text.Replace("\\", "\\\\", StringComparison.Ordinal))
            quoted.Append(c == '\'' && quoted[^1] != '\\' ? "\\'" : c.ToString());
        return quoted.Append('\'').ToString();
    }
}
