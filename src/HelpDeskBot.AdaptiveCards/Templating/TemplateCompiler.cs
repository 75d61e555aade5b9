using System.Text.Json;
using System.Text.Json.Nodes;
using HelpDeskBot.AdaptiveCards.Expressions;

namespace HelpDeskBot.AdaptiveCards.Templating;

/// <summary>Turns the JSON of a template into nodes. The JSON reader's limit of 64 levels bounds every recursion over them.</summary>
static class TemplateCompiler
{
    static readonly JsonDocumentOptions Strict = new() { MaxDepth = 64, AllowDuplicateProperties = false };

    /// <summary>Names the engine keeps for itself: never copied into the card.</summary>
    static readonly string[] Reserved = ["$data", "$when", "$root", "$index", "$host", "$_acTemplateVersion"];

    public static TemplateNode Compile(string name, string json)
    {
        var place = new TemplatePlace(name, "$");
        return Read(json, place) is JsonObject root ? CompileObject(root, place) : throw place.Wrong("a template is a JSON object");
    }

    static JsonNode? Read(string json, TemplatePlace place)
    {
        try
        {
            return JsonNode.Parse(json, documentOptions: Strict);
        }
        catch (JsonException error)
        {
            throw place.Wrong($"bad JSON: {error.Message}", error);
        }
    }

    static TemplateNode Compile(JsonNode? node, TemplatePlace place) => node switch
    {
        JsonObject item => CompileObject(item, place),
        JsonArray items => new ArrayNode([.. items.Select((item, i) => Compile(item, place.Element(i)))]),
        _ => CompileScalar(node, place),
    };

    static ValueNode CompileScalar(JsonNode? node, TemplatePlace place)
    {
        var value = Value.From(node);
        return value.Kind == ValueKind.Text ? TextCompiler.Compile(value.Text, place) : new LiteralNode(value);
    }

    static ObjectNode CompileObject(JsonObject item, TemplatePlace place)
    {
        var properties = item.Where(property => !Reserved.Contains(property.Key));
        return new ObjectNode(
            [.. properties.Select(property => (property.Key, Compile(property.Value, place.Property(property.Key))))],
            item.TryGetPropertyValue("$data", out var data) ? CompileData(data, place.Property("$data")) : null,
            item.TryGetPropertyValue("$when", out var when) ? CompileWhen(when, place.Property("$when")) : null,
            place);
    }

    static ValueNode CompileData(JsonNode? data, TemplatePlace place)
    {
        if (data is null or JsonValue)
            return CompileScalar(data, place);
        // The official engine would hand its own parser's objects to the card here.
        return HasExpression(data)
            ? throw place.Wrong("data written in the template cannot contain expressions; make it one expression")
            : new LiteralNode(Value.From(data));
    }

    static Expr CompileWhen(JsonNode? when, TemplatePlace place)
    {
        if (when is JsonValue && CompileScalar(when, place) is ExpressionNode node)
            return node.Expr;
        throw place.Wrong("must be exactly one ${expression} over data; anything else would always be false");
    }

    static bool HasExpression(JsonNode? node) => node switch
    {
        JsonObject item => item.Any(property => HasExpression(property.Value)),
        JsonArray items => items.Any(HasExpression),
        JsonValue value => value.TryGetValue<string>(out var text) && text.Contains("${", StringComparison.Ordinal),
        _ => false,
    };
}
