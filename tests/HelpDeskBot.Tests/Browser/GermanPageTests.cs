using System.Text.RegularExpressions;
using HelpDeskBot.Tests.Support;

namespace HelpDeskBot.Tests.Browser;

/// <summary>In a German browser the page's own words are German too.</summary>
public partial class GermanPageTests(Chromium chromium)
{
    private static readonly string Scripts = Path.Combine(RepositoryFolder.Root, "src", "HelpDeskBot", "wwwroot");

    [Fact]
    public async Task Chat_room_and_choice_of_people_are_German()
    {
        await using var desk = await TestDesk.StartAsync(Database.Sqlite);
        var chen = await chromium.OpenAsync(desk.Address, "chen", locale: "de-DE");
        await ChatPage.SeesAsync(chen.Page.Locator("main"), "Sag mir in eigenen Worten, was nicht geht.");
        await ChatPage.SeesAsync(chen.Page.Locator("main"), "Neue Tickets erscheinen hier.");
        await chen.PressesAsync("Hilfe");
        await ChatPage.SeesAsync(chen.Chat, "Meine Tickets");
        Assert.Equal("de", await chen.Page.Locator("html").GetAttributeAsync("lang"));
        Assert.Equal("Was geht nicht?", await chen.Page.GetByTestId("composer").GetAttributeAsync("placeholder"));
        await chen.PressesAsync("Wechseln", chen.Page.Locator("header"));
        await ChatPage.SeesAsync(chen.Page.Locator("main"), "Wer bist du?");
        Assert.Empty(chen.Complaints);
        await chen.Page.Context.CloseAsync();
    }

    [Fact]
    public void Every_text_of_the_page_has_German_words_and_every_German_word_is_used()
    {
        var sources = Directory.EnumerateFiles(Path.Combine(Scripts, "js"), "*.js").ToDictionary(path => Path.GetFileName(path), File.ReadAllText);
        var page = File.ReadAllText(Path.Combine(Scripts, "index.html"));
        var german = Entry().Matches(sources["words.js"]).Select(match => match.Groups["text"].Value).ToHashSet();
        var said = sources.Values.SelectMany(source => Said().Matches(source)).Select(match => match.Groups["text"].Value)
            .Concat(SaidByPage().Matches(page).Select(match => match.Groups["text"].Value))
            .Concat(["employee", "agent", "lead", "admin"]) // roles, as the server names them
            .ToHashSet();
        Assert.Empty(said.Except(german));
        Assert.Empty(german.Except(said));
    }

    [GeneratedRegex("^  \"(?<text>[^\"]+)\": \"", RegexOptions.Multiline)]
    private static partial Regex Entry();

    [GeneratedRegex(@"\bsay\('(?<text>[^']+)'")]
    private static partial Regex Said();

    [GeneratedRegex("data-say>(?<text>[^<]+)<|aria-label=\"(?<text>[^\"]+)\" data-say-label")]
    private static partial Regex SaidByPage();
}
