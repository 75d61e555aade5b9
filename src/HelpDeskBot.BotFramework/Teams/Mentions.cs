using System.Net;
using System.Text.Json.Nodes;
using HelpDeskBot.BotFramework.Schema;

namespace HelpDeskBot.BotFramework.Teams;

/// <summary>Somebody who is mentioned in a message.</summary>
/// <param name="Id">Their id for this bot.</param>
/// <param name="Text">How the mention stands in the text, such as <c>&lt;at&gt;Dana&lt;/at&gt;</c>; Teams leaves it out for some names.</param>
public sealed record Mention(string Id, string? Name, string? Text);

/// <summary>
/// Mentions of people and bots. Only the entities say who is mentioned: what looks like a mention in the text may have been typed.
/// </summary>
public static class Mentions
{
    private const int Most = 100;

    /// <summary>Who is mentioned, at most a hundred of them.</summary>
    public static IReadOnlyList<Mention> Of(Activity activity) =>
    [
        .. (from entity in activity.Entities ?? []
            where entity.TextAt("type") == "mention"
            let id = entity.TextAt("mentioned", "id")
            where id is not null
            select new Mention(id, entity.TextAt("mentioned", "name"), entity.TextAt("text"))).Take(Most),
    ];

    /// <summary>Whether the bot that the activity is for is mentioned.</summary>
    public static bool OfRecipient(Activity activity) => activity.Recipient?.Id is { } bot && Of(activity).Any(mention => mention.Id == bot);

    /// <summary>How somebody is mentioned in a text that is sent; the same mark must stand in the text.</summary>
    public static string MarkOf(ChannelAccount account) => $"<at>{WebUtility.HtmlEncode(account.Name ?? account.Id)}</at>";

    /// <summary>The entity that goes with <see cref="MarkOf"/>.</summary>
    public static JsonObject EntityOf(ChannelAccount account) => new()
    {
        ["type"] = "mention",
        ["mentioned"] = new JsonObject { ["id"] = account.Id, ["name"] = account.Name },
        ["text"] = MarkOf(account),
    };
}
