using System.Text.Json.Nodes;
using HelpDeskBot.AdaptiveCards;

namespace HelpDeskBot.Tests.Support;

/// <summary>A message as the page shows it.</summary>
internal sealed class ShownMessage(JsonObject activity)
{
    public string Id => activity["id"]!.GetValue<string>();

    public string Type => activity["type"]!.GetValue<string>();

    public bool IsFromBot => activity["from"]!["role"]?.GetValue<string>() == "bot";

    /// <summary>The text, or the plain text of the card.</summary>
    public string Text => (activity["text"] ?? activity["summary"])?.GetValue<string>() ?? "";

    public string Conversation => activity["conversation"]!["id"]!.GetValue<string>();

    public JsonObject? Card => activity["attachments"]?.AsArray()
        .Select(attachment => attachment!["content"] as JsonObject)
        .FirstOrDefault(content => content is not null);

    /// <summary>The actions of the card by their titles.</summary>
    public IReadOnlyDictionary<string, JsonObject> Buttons => Card is null ? new Dictionary<string, JsonObject>() : CardParts.Buttons(Card);

    /// <summary>Names and addresses of the files that came with it.</summary>
    public IReadOnlyList<(string Name, string Url)> Files =>
    [
        .. from attachment in activity["attachments"]?.AsArray() ?? []
           where attachment!["contentUrl"] is not null
           select (attachment["name"]!.GetValue<string>(), attachment["contentUrl"]!.GetValue<string>()),
    ];
}

/// <summary>What a press was answered.</summary>
internal sealed class Answer(TestPerson person, string message, JsonObject body)
{
    public int Status => body["statusCode"]!.GetValue<int>();

    public JsonNode? Value => body["value"];

    public string Json => body.ToJsonString();

    public JsonObject Card => (JsonObject)body["value"]!;

    /// <summary>The card as plain text, with what is typed into it; or the words of the answer.</summary>
    public string Text => (body["value"] is JsonObject card && card.ContainsKey("body")
        ? string.Join('\n', CardParts.Typed(card).Prepend(CardText.Render(card)))
        : $"{body["value"]}").Replace('\u00a0', ' ');

    /// <summary>The code of a refusal.</summary>
    public string? Code => Status == 200 ? null : body["value"]!["code"]!.GetValue<string>();

    /// <summary>The words of a refusal.</summary>
    public string Words => body["value"]!["message"]!.GetValue<string>();

    /// <summary>Fills in the form that opened and sends it.</summary>
    public Task<Answer> SubmitsAsync(JsonObject inputs) => person.PressAsync(message, Submit(), inputs);

    /// <summary>Fills in the form and presses this button of it.</summary>
    public Task<Answer> FillsInAsync(string title, JsonObject inputs) => person.PressAsync(message, CardParts.Buttons(Card)[title], inputs);

    /// <summary>Presses the button of the card or form in the answer.</summary>
    public Task<Answer> ChoosesAsync(string title)
    {
        var buttons = CardParts.Buttons(Card);
        Assert.True(buttons.ContainsKey(title), $"No button {title} in {Json}");
        return person.PressAsync(message, buttons[title]);
    }

    /// <summary>Takes what a refusal offers instead.</summary>
    public Task<Answer> AcceptsAsync() => person.PressAsync(message, CardParts.Buttons(Card["offer"]!).Values.Single());

    public Task<Answer> WritesAsync(string text) => SubmitsAsync(new JsonObject { ["text"] = text });

    private JsonObject Submit() => CardParts.Submit(Card);
}

/// <summary>Finds things in cards.</summary>
internal static class CardParts
{
    /// <summary>The button that sends a form: the only one, or the primary one of several.</summary>
    public static JsonObject Submit(JsonNode card) => Buttons(card).Values is var buttons && buttons.Count() == 1
        ? buttons.Single()
        : buttons.Single(button => button["style"]?.GetValue<string>() == "positive");

    public static IReadOnlyDictionary<string, JsonObject> Buttons(JsonNode card)
    {
        var found = new Dictionary<string, JsonObject>(StringComparer.Ordinal);
        Visit(card, node =>
        {
            if (TypeOf(node) is "Action.Execute" or "Action.Submit" && node["title"] is { } title)
            {
                found.TryAdd(title.GetValue<string>(), node);
            }
        });
        return found;
    }

    /// <summary>The inputs and what stands in them.</summary>
    public static IReadOnlyDictionary<string, string> Inputs(JsonNode? card)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        Visit(card, node =>
        {
            if (TypeOf(node).StartsWith("Input.", StringComparison.Ordinal))
            {
                found[node["id"]!.GetValue<string>()] = node["value"]?.ToString() ?? "";
            }
        });
        return found;
    }

    /// <summary>What stands in the texts of a form.</summary>
    public static IReadOnlyList<string> Typed(JsonNode card)
    {
        var found = new List<string>();
        Visit(card, node =>
        {
            if (node["type"]?.ToString() == "Input.Text" && node["value"] is { } value)
            {
                found.Add(value.ToString());
            }
        });
        return found;
    }

    private static string TypeOf(JsonObject node) => node["type"] is JsonValue value && value.TryGetValue<string>(out var type) ? type : "";

    private static void Visit(JsonNode? node, Action<JsonObject> visit)
    {
        switch (node)
        {
            case JsonObject known:
                visit(known);
                foreach (var (name, value) in known)
                {
                    if (name != "data")
                    {
                        Visit(value, visit);
                    }
                }

                break;
            case JsonArray items:
                foreach (var item in items)
                {
                    Visit(item, visit);
                }

                break;
            default:
                break;
        }
    }
}
