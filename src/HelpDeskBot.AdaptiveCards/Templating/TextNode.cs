using System.Text;
using HelpDeskBot.AdaptiveCards.Expressions;

namespace HelpDeskBot.AdaptiveCards.Templating;

/// <summary>A text with expressions in it. One that fails stays visible as its own source; one that is null is refused.</summary>
sealed class TextNode(IReadOnlyList<Expr> parts, TemplatePlace place) : ValueNode
{
    public override Value Evaluate(in Scope scope)
    {
        var text = new StringBuilder();
        foreach (var part in parts)
        {
            var value = part.Evaluate(scope, true);
            if (value.IsNothing)
                throw place.Wrong($"${{{part}}} is null, which a text cannot show; use if(exists(…), …)");
            if (value.FailedOutright && part is ElementExpr)
                throw place.Wrong($"${{{part}}}: {value.Text}");
            text.Append(value.IsFailure ? $"${{{part}}}" : JsText.Of(value));
        }
        return Value.Of(text.ToString());
    }
}
