using System.Text.Json.Nodes;
using HelpDeskBot.AdaptiveCards.Expressions;

namespace HelpDeskBot.AdaptiveCards.Templating;

/// <summary>An object of the template, with its <c>$data</c> (an array repeats it) and its <c>$when</c> (false removes it).</summary>
sealed class ObjectNode((string Key, TemplateNode Node)[] properties, ValueNode? data, Expr? when, TemplatePlace place) : TemplateNode
{
    /// <summary>Removed is null; repeated once is the object itself; repeated more often an array.</summary>
    public override bool TryExpand(in Scope scope, out JsonNode? node)
    {
        var inner = Enter(scope);
        if (inner.Repeats is not null)
        {
            var array = new JsonArray();
            Repeat(inner.Repeats, array, scope);
            node = array.Count > 1 ? array : TakeFirst(array);
        }
        else
            node = Remains(inner.Scope) ? Build(inner.Scope) : null;
        return true;
    }

    public override void ExpandInto(JsonArray target, in Scope scope)
    {
        var inner = Enter(scope);
        if (inner.Repeats is not null)
            Repeat(inner.Repeats, target, scope);
        else if (Remains(inner.Scope))
            target.Add((JsonNode)Build(inner.Scope));
    }

    (Scope Scope, JsonArray? Repeats) Enter(in Scope scope)
    {
        if (data is null)
            return (scope, null);
        var value = data.Evaluate(scope);
        return value.Kind == ValueKind.Undefined ? (scope, null) : (scope with { Data = value }, value.Array);
    }

    void Repeat(JsonArray elements, JsonArray target, in Scope scope)
    {
        for (var i = 0; i < elements.Count; i++)
        {
            var inner = new Scope(scope.Root, Value.From(elements[i]), i);
            if (Remains(inner))
                target.Add((JsonNode)Build(inner));
        }
    }

    /// <summary>Only true keeps the object; what cannot be computed counts as false.</summary>
    bool Remains(in Scope scope)
    {
        if (when is null)
            return true;
        var value = when.Evaluate(scope, false);
        return value.Kind == ValueKind.Fault ? throw place.Wrong($"$when ${{{when}}}: {value.Text}") : value.IsTrue;
    }

    JsonObject Build(in Scope scope)
    {
        var result = new JsonObject();
        foreach (var (key, property) in properties)
            if (property.TryExpand(scope, out var node))
                result.Add(key, node);
        return result;
    }

    static JsonNode? TakeFirst(JsonArray array)
    {
        if (array.Count == 0)
            return null;
        var first = array[0];
        array.RemoveAt(0);
        return first;
    }
}
