using System.Text.Json;
using System.Text.Json.Nodes;

namespace HelpDeskBot.Reliability.Support;

/// <summary>A message as a client sees it.</summary>
internal sealed class ShownMessage
{
    private readonly JsonObject _activity;

    public ShownMessage(JsonObject activity)
    {
        _activity = activity;
        Card = activity["attachments"]?.AsArray().Select(attachment => attachment!["content"] as JsonObject).FirstOrDefault(card => card is not null);
        Visit(Card);
    }

    public string Id => _activity["id"]!.GetValue<string>();

    public string Type => _activity["type"]!.GetValue<string>();

    public bool IsFromBot => _activity["from"]!["role"]?.GetValue<string>() == "bot";

    public string Text => (_activity["text"] ?? _activity["summary"])?.GetValue<string>() ?? "";

    public JsonObject? Card { get; }

    public List<JsonObject> Buttons { get; } = [];

    /// <summary>The ticket its buttons are about.</summary>
    public string? Ticket => Data("ticket");

    /// <summary>
    /// What the message answers, as its buttons say: offered articles, a question of the intake, or what was understood of a message. Null for
    /// what answers nothing, such as cards of tickets.
    /// </summary>
    public string? Answers
    {
        get
        {
            if (Data("suggestion") is { } suggestion)
            {
                return $"suggestion/{suggestion}";
            }

            if (Data("message") is { } message)
            {
                return $"message/{message}";
            }

            return Data("draft") is { } draft ? $"intake/{draft}/{Data("turn")}" : null;
        }
    }

    /// <summary>The button that sends a form: the only one, or the primary one of several.</summary>
    public JsonObject Submit => Buttons.Count == 1 ? Buttons[0] : Buttons.Single(button => button["style"]?.ToString() == "positive");

    public JsonObject? Button(string verb) => Buttons.Find(button => button["verb"]!.GetValue<string>() == verb);

    public IReadOnlyList<JsonObject> ButtonsOf(string verb) => Buttons.FindAll(button => button["verb"]!.GetValue<string>() == verb);

    private string? Data(string name) => Buttons.Select(button => button["data"]?[name]?.ToString()).FirstOrDefault(value => value is not null);

    private void Visit(JsonNode? node)
    {
        if (node is JsonArray items)
        {
            foreach (var item in items)
            {
                Visit(item);
            }
        }
        else if (node is JsonObject known)
        {
            if (known["type"] is JsonValue type && type.GetValueKind() == JsonValueKind.String && type.GetValue<string>() == "Action.Execute")
            {
                Buttons.Add(known);
            }

            foreach (var (_, value) in known.Where(property => property.Key != "data"))
            {
                Visit(value);
            }
        }
    }
}
