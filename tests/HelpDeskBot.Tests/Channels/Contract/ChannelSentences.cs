using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace HelpDeskBot.Tests.Channels.Contract;

/// <summary>What people do at every channel, in the words of a story.</summary>
internal static partial class ChannelSentences
{
    /// <summary>The newest message that has these words.</summary>
    public static async Task<SeenMessage> SeesAsync(this IChannelPerson person, string words)
    {
        var seen = await person.LooksAsync();
        var found = seen.LastOrDefault(message => message.Text.Contains(words, StringComparison.Ordinal));
        Assert.True(found is not null, $"Nothing shows \"{words}\". Seen:\n{string.Join('\n', seen.Select(message => $"- {message.Text.ReplaceLineEndings(" / ")}"))}");
        return found;
    }

    /// <summary>How many messages have these words.</summary>
    public static async Task<int> CountsAsync(this IChannelPerson person, string words) =>
        (await person.LooksAsync()).Count(message => message.Text.Contains(words, StringComparison.Ordinal));

    /// <summary>How many messages of the bot have these words.</summary>
    public static async Task<int> ToldAsync(this IChannelPerson person, string words) =>
        (await person.LooksAsync()).Count(message => message.IsFromBot && message.Text.Contains(words, StringComparison.Ordinal));

    /// <summary>The last thing that the bot said.</summary>
    public static async Task<SeenMessage> LastAsync(this IChannelPerson person) => (await person.LooksAsync()).Last(message => message.IsFromBot);

    /// <summary>Opens a form with the newest button of that name and sends one text.</summary>
    public static async Task<PressAnswer> WritesAsync(this IChannelPerson person, string button, string text, string? on = null)
    {
        var form = await person.PressesAsync(button, on);
        Assert.True(form.What == Pressed.Form, form.ToString());
        return await person.SendsAsync(form, new JsonObject { ["text"] = text });
    }

    public static async Task<PressAnswer> ResolvesAsync(this IChannelPerson person, string text) =>
        await person.SendsAsync(await person.PressesAsync("Resolve"), new JsonObject { ["reason"] = "Solved", ["text"] = text });

    /// <summary>Says what is wrong and gets to the first question, past any article that is offered.</summary>
    public static async Task ReportsAsync(this IChannelPerson person, string text)
    {
        await person.SaysAsync(text);
        foreach (var button in new[] { "Something new", "Open a ticket" })
        {
            if ((await person.LastAsync()).Buttons.Contains(button))
            {
                await person.PressesAsync(button);
            }
        }
    }

    /// <summary>Reports a problem and files it; returns its number.</summary>
    public static async Task<string> FilesAsync(this IChannelPerson person, string text, string? category = null)
    {
        await person.ReportsAsync(text);
        var proposed = (await person.LastAsync()).Buttons.FirstOrDefault(title => title.StartsWith("Yes, ", StringComparison.Ordinal));
        await person.PressesAsync(category ?? proposed ?? "Something else");
        await person.PressesAsync("Just me");
        await person.PressesAsync("It's hard to work");
        var answer = await person.PressesAsync("File it");
        Assert.True(answer.What == Pressed.Done, answer.ToString());
        return Number().Match((await person.LastAsync()).Text).Value;
    }

    [GeneratedRegex(@"HD-\d+")]
    private static partial Regex Number();
}
