using System.Text.Json.Nodes;
using HelpDeskBot.BotFramework.Schema;

namespace HelpDeskBot.BotFramework.Teams;

/// <summary>The operations that Teams invokes, in <see cref="Activity.Name"/>.</summary>
public static class TeamsInvokes
{
    public const string CardAction = "adaptiveCard/action";
    public const string TaskFetch = "task/fetch";
    public const string TaskSubmit = "task/submit";
    public const string ComposeFetchTask = "composeExtension/fetchTask";
    public const string ComposeSubmitAction = "composeExtension/submitAction";
    public const string ComposeQuery = "composeExtension/query";
    public const string FileConsent = "fileConsent/invoke";
}

/// <summary>A press of Action.Execute, or the automatic refresh of a card.</summary>
/// <param name="Data">What the action carries, with the values of the card's inputs.</param>
/// <param name="IsAutomatic">Nobody pressed: the client asks for the newest card, and may do so often.</param>
public sealed record CardActionInvoke(string Verb, JsonNode? Data, bool IsAutomatic)
{
    /// <summary>The id of the action within its card.</summary>
    public string? ActionId { get; init; }

    /// <summary>The press in an invoke of <see cref="TeamsInvokes.CardAction"/>; null if it is something else.</summary>
    public static CardActionInvoke? Of(Activity activity)
    {
        var value = activity.Value;
        return activity.Name == TeamsInvokes.CardAction
            && value.TextAt("action", "type") is null or "Action.Execute"
            && value.TextAt("action", "verb") is { Length: > 0 } verb
                ? new CardActionInvoke(verb, value.At("action", "data"), value.TextAt("trigger") == "automatic")
                {
                    ActionId = value.TextAt("action", "id"),
                }
                : null;
    }
}

/// <summary>A dialog (task module) is asked for or sent.</summary>
/// <param name="Data">What the button carried, or what was filled in.</param>
public sealed record TaskInvoke(JsonNode? Data)
{
    /// <summary>default, dark or contrast.</summary>
    public string? Theme { get; init; }

    /// <summary>
    /// The request in an invoke of <see cref="TeamsInvokes.TaskFetch"/> or <see cref="TeamsInvokes.TaskSubmit"/>; null if it is something else.
    /// </summary>
    public static TaskInvoke? Of(Activity activity) =>
        activity.Name is TeamsInvokes.TaskFetch or TeamsInvokes.TaskSubmit
            ? new TaskInvoke(activity.Value.At("data")) { Theme = activity.Value.TextAt("context", "theme") }
            : null;
}
