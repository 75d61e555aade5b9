using System.Text.Json.Nodes;
using HelpDeskBot.AdaptiveCards.Expressions;

namespace HelpDeskBot.AdaptiveCards.Templating;

/// <summary>An array of the template.</summary>
sealed class ArrayNode(TemplateNode[] items) : TemplateNode
{
    public override bool TryExpand(in Scope scope, out JsonNode? node)
    {
        var array = new JsonArray();
        ExpandInto(array, scope);
        node = array;
        return true;
    }

    public override void ExpandInto(JsonArray target, in Scope scope)
    {
        foreach (var item in items)
            item.ExpandInto(target, scope);
    }
}
