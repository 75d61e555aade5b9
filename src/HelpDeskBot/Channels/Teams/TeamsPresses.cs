using System.Text.Json;
using System.Text.Json.Nodes;
using HelpDeskBot.BotFramework.Schema;
using HelpDeskBot.BotFramework.Teams;
using HelpDeskBot.Turns;

namespace HelpDeskBot.Channels.Teams;

/// <summary>Reads presses: as Action.Execute says them, and as Action.Submit does, in a message or in a dialog.</summary>
internal static class TeamsPresses
{
    public static CardAction? OfExecute(Activity activity, TeamsPlace place) => CardActionInvoke.Of(activity) is { } invoke
        ? Of(invoke.Verb, invoke.Data as JsonObject, activity, place)
        : null;

    /// <summary>A message that is the press of a client that does not know Action.Execute; null if it is another.</summary>
    public static CardAction? OfSubmit(Activity activity, TeamsPlace place) =>
        activity is { Type: ActivityTypes.Message, Value: JsonObject data } ? OfData(data, activity, place) : null;

    /// <summary>The button that fetched a dialog, or the one in it.</summary>
    public static CardAction? OfData(JsonNode? data, Activity activity, TeamsPlace place) =>
        data is JsonObject members && members[TeamsCards.Verb] is JsonValue value && value.TryGetValue<string>(out var verb)
            ? Of(verb, members, activity, place)
            : null;

    private static CardAction Of(string verb, JsonObject? data, Activity activity, TeamsPlace place)
    {
        var carried = (JsonObject?)data?.DeepClone() ?? [];
        var message = carried[TeamsCards.Message] is JsonValue value && value.TryGetValue<string>(out var opened) ? opened : activity.ReplyToId;
        if (carried[TeamsCards.Key] is { } key)
        {
            carried[TeamsCards.PlainKey] = key.DeepClone();
        }

        foreach (var name in new[] { TeamsCards.Verb, TeamsCards.Message, TeamsCards.Key, "msteams" })
        {
            carried.Remove(name);
        }

        return new CardAction(place.Actor, place.Place, verb, JsonSerializer.SerializeToElement(carried)) { OnMessage = message, Reader = place.Reader };
    }
}
