using System.Text.Json.Nodes;
using HelpDeskBot.AdaptiveCards.Expressions;

namespace HelpDeskBot.AdaptiveCards.Templating;

/// <summary>One node of a compiled template.</summary>
abstract class TemplateNode
{
    /// <summary>False if the node came to nothing at all, which leaves a property out; null is a value.</summary>
    public abstract bool TryExpand(in Scope scope, out JsonNode? node);

    /// <summary>Adds what the node comes to as elements: arrays are spliced in, nulls left out.</summary>
    public abstract void ExpandInto(JsonArray target, in Scope scope);
}
