using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace HelpDeskBot.Tests.Support;

/// <summary>Steps that many stories share, taken the way a person takes them.</summary>
internal static partial class Stories
{
    /// <summary>Reports a problem and files it; returns its number.</summary>
    public static async Task<string> FilesAsync(
        this TestPerson person, string text, string impact = "Just me", string urgency = "It's hard to work", string? category = null)
    {
        await person.ReportsAsync(text);
        await person.PressesAsync(category ?? person.Last.Buttons.Keys.FirstOrDefault(title => title.StartsWith("Yes, ", StringComparison.Ordinal)) ?? "Something else");
        await person.PressesAsync(impact);
        await person.PressesAsync(urgency);
        var answer = await person.PressesAsync("File it");
        Assert.True(answer.Status == 200, answer.Json);
        return Number().Match(person.Last.Text).Value;
    }

    /// <summary>Says what is wrong and gets to the first question, past any article that is offered.</summary>
    public static async Task ReportsAsync(this TestPerson person, string text)
    {
        await person.SaysAsync(text);
        if (person.Last.Buttons.ContainsKey("Something new"))
        {
            await person.PressesAsync("Something new");
        }

        if (person.Last.Buttons.ContainsKey("Open a ticket"))
        {
            await person.PressesAsync("Open a ticket");
        }
    }

    /// <summary>Opens a form with the newest button of that name and sends one text.</summary>
    public static async Task<Answer> WritesAsync(this TestPerson person, string button, string text, string? on = null) =>
        await (await person.PressesAsync(button, on)).WritesAsync(text);

    /// <summary>Resolves with a reason and a text.</summary>
    public static async Task<Answer> ResolvesAsync(this TestPerson person, string text, string reason = "Solved", string? on = null) =>
        await (await person.PressesAsync("Resolve", on)).SubmitsAsync(new JsonObject { ["reason"] = reason, ["text"] = text });

    /// <summary>Opens the form of an act from More.</summary>
    public static async Task<Answer> OpensAsync(this TestPerson person, string act, string? on = null, string more = "More") =>
        await (await person.PressesAsync(more, on)).ChoosesAsync(act);

    /// <summary>How many of the messages shown contain these words.</summary>
    public static async Task<int> CountsAsync(this TestPerson person, string words)
    {
        await person.ReadAsync();
        return person.Shown.Count(message => message.Text.Contains(words, StringComparison.Ordinal));
    }

    /// <summary>The newest message that contains these words.</summary>
    public static async Task<ShownMessage> SeesAsync(this TestPerson person, string words)
    {
        await person.ReadAsync();
        var found = person.Shown.LastOrDefault(message => message.Text.Contains(words, StringComparison.Ordinal));
        Assert.True(found is not null, $"Nothing shows \"{words}\". Shown:\n{person.Describe()}");
        return found;
    }

    [GeneratedRegex(@"HD-\d+")]
    private static partial Regex Number();
}
