using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace HelpDeskBot.Tests.Support.Slack;

/// <summary>
/// Reads blocks and texts as Slack's clients do, and finds everything in them that does something: mentions, links, pictures and formats. It
/// rather finds too much than too little, and knows nothing of the code that wrote them.
/// </summary>
internal static partial class LiveTokens
{
    /// <summary>What is live in blocks, views, or anything else that holds them.</summary>
    public static IReadOnlyList<string> In(JsonNode? node) => node switch
    {
        JsonObject item => [.. InObject(item)],
        JsonArray items => [.. items.SelectMany(In)],
        _ => [],
    };

    /// <summary>What is live in the text of a message, whose formats are switched off.</summary>
    public static IReadOnlyList<string> InMessageText(string text) => [.. Angles().Matches(text).Select(match => match.Value)];

    /// <summary>Whether it calls people or channels, or leads to where no link may: never allowed, whoever wrote it.</summary>
    public static bool IsCall(string token) => Call().IsMatch(token);

    private static IEnumerable<string> InObject(JsonObject item) => item["type"]?.ToString() switch
    {
        "mrkdwn" => InMarkup(Text(item), item["verbatim"]?.GetValue<bool>() == true),
        "plain_text" => item["emoji"]?.GetValue<bool>() == false ? [] : Emoji().Matches(Text(item)).Select(match => match.Value),
        "text" => [],
        "link" => [$"<{item["url"]}>"],
        "user" or "usergroup" or "channel" or "broadcast" or "team" => [$"<@{item["type"]}>"],
        "emoji" or "date" or "color" => [$":{item["type"]}:"],
        _ => item.Where(pair => pair.Key is not ("value" or "private_metadata")).SelectMany(pair => In(pair.Value)),
    };

    private static IEnumerable<string> InMarkup(string text, bool isVerbatim)
    {
        var decoded = text.Replace("&gt;", ">", StringComparison.Ordinal);
        return Angles().Matches(text).Concat(Formats().Matches(text)).Concat(Emoji().Matches(text)).Concat(Quotes().Matches(decoded))
            .Concat(isVerbatim ? [] : Automatic().Matches(text))
            .Select(match => match.Value);
    }

    private static string Text(JsonObject item) => item["text"]!.GetValue<string>();

    [GeneratedRegex("<[^<>]*>")]
    private static partial Regex Angles();

    [GeneratedRegex(@"([*_~`])[^\n]*?\S[^\n]*?\1")]
    private static partial Regex Formats();

    [GeneratedRegex(@":[\w+'-]+:")]
    private static partial Regex Emoji();

    [GeneratedRegex(@"^\s*>.*", RegexOptions.Multiline)]
    private static partial Regex Quotes();

    [GeneratedRegex(@"https?://\S+|@(here|channel|everyone)|#\w+|\S+@\S+\.\S+")]
    private static partial Regex Automatic();

    [GeneratedRegex(@"^<[!@#]|^<(?!https?:)")]
    private static partial Regex Call();
}
