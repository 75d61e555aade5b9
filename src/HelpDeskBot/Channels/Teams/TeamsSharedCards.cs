using System.Text.Json.Nodes;
using HelpDeskBot.BotFramework.Schema;
using HelpDeskBot.BotFramework.Teams;
using HelpDeskBot.Cards;
using HelpDeskBot.Desk.Tickets;
using HelpDeskBot.Domain.Tickets;

namespace HelpDeskBot.Channels.Teams;

/// <summary>
/// A ticket that somebody put into a chat, where requesters and agents may read together. Everybody sees what was shared; the clients of those whom the
/// ticket concerns ask for their own view by themselves.
/// </summary>
internal static class TeamsSharedCards
{
    /// <summary>As many as Teams refreshes a card for.</summary>
    public const int MostReaders = 60;

    private const string Version = "1.5";
    private const string Ticket = "ticket";

    /// <param name="readers">The ids that Teams knows people by.</param>
    public static JsonObject Of(TicketLine line, string state, IEnumerable<string> readers) => new()
    {
        ["type"] = "AdaptiveCard",
        ["version"] = Version,
        ["refresh"] = new JsonObject
        {
            ["action"] = Open(line.Id, "refresh"),
            ["userIds"] = new JsonArray([.. readers.Distinct().Take(MostReaders).Select(reader => JsonValue.Create(reader))]),
        },
        ["body"] = new JsonArray(Block($"{line.Id} · {state}", "small"), Block(line.Subject, "medium")),
    };

    /// <summary>The ticket of the card that asks for a view; null if it is none of these.</summary>
    public static TicketId? TicketOf(Activity activity) =>
        CardActionInvoke.Of(activity) is { Verb: Verbs.TicketShow, Data: JsonObject data } && data[Ticket] is JsonValue value
        && value.TryGetValue<string>(out var text) && TicketId.TryParse(text, provider: null, out var ticket)
            ? ticket
            : null;

    /// <summary>A ticket's card as one person sees it there: to read. What can be done with it is one press away, in their own chat.</summary>
    public static JsonObject ToRead(JsonObject card, TicketId ticket, string open)
    {
        var read = (JsonObject)card.DeepClone();
        read.Remove("actions");
        RemoveActions(read["body"]!.AsArray());
        read["actions"] = new JsonArray(Open(ticket, open));
        return read;
    }

    private static void RemoveActions(JsonArray elements)
    {
        foreach (var element in elements.ToList())
        {
            if (element?["type"]?.GetValue<string>() == "ActionSet")
            {
                elements.Remove(element);
            }

            foreach (var inner in new[] { element?["items"], element?["columns"] }.OfType<JsonArray>())
            {
                RemoveActions(inner);
            }
        }
    }

    private static JsonObject Open(TicketId ticket, string title) => new()
    {
        ["type"] = "Action.Execute",
        ["title"] = title,
        ["verb"] = Verbs.TicketShow,
        ["data"] = new JsonObject { [Ticket] = ticket.ToString() },
    };

    private static JsonObject Block(string text, string size) => new()
    {
        ["type"] = "RichTextBlock",
        ["inlines"] = new JsonArray(new JsonObject { ["type"] = "TextRun", ["text"] = text, ["size"] = size }),
    };
}
