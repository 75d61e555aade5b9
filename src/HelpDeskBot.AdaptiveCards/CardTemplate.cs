using System.Text.Json.Nodes;
using HelpDeskBot.AdaptiveCards.Expressions;
using HelpDeskBot.AdaptiveCards.Templating;

namespace HelpDeskBot.AdaptiveCards;

/// <summary>An Adaptive Card template, compiled once and expanded with data as often as needed, from any thread.</summary>
/// <remarks>
/// The language is Adaptive Card Templating as npm adaptivecards-templating 2.3.1 expands it, reduced to the functions and operators
/// of <see cref="Functions"/>. Where that engine guesses, this one refuses when compiling: an unclosed <c>${</c>, an empty expression,
/// an unknown function or <c>$name</c>, and a <c>$when</c> that can never be true.
/// Data enters as values only; nothing in it is ever evaluated.
/// </remarks>
public sealed class CardTemplate
{
    readonly TemplateNode root;

    CardTemplate(string name, TemplateNode root)
    {
        Name = name;
        this.root = root;
    }

    public string Name { get; }

    /// <summary>Reads a template.</summary>
    /// <param name="name">What errors call it, usually the file's name.</param>
    /// <param name="json">One JSON object, nested at most 64 levels.</param>
    /// <exception cref="CardTemplateException">The JSON or an expression in it is wrong.</exception>
    public static CardTemplate Compile(string name, string json) => new(name, TemplateCompiler.Compile(name, json));

    /// <summary>Expands the template; the result shares no node with <paramref name="data"/>.</summary>
    /// <param name="data">What <c>$root</c> is; not changed.</param>
    /// <exception cref="CardTemplateException">
    /// An expression that is a whole string failed (a text around it would show the expression instead), a null met a text,
    /// or the template's outermost object did not become exactly one object.
    /// </exception>
    public JsonObject Expand(JsonNode? data)
    {
        var value = Value.From(data);
        return root.TryExpand(new Scope(value, value, null), out var card) && card is JsonObject expanded
            ? expanded
            : throw new CardTemplateException(Name, "$", "the whole must expand to exactly one object; check its $when and $data");
    }
}
