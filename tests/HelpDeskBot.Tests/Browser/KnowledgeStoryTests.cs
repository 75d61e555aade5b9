using HelpDeskBot.Tests.Support;
using Microsoft.Playwright;

namespace HelpDeskBot.Tests.Browser;

/// <summary>Answers before tickets, counted honestly, and an article that comes from a gap, in a real browser.</summary>
public class KnowledgeStoryTests(Chromium chromium)
{
    private const string Token = "The VPN rejects my token or sign-in code";
    private const string Feeder = "the zorblax goldfish feeder in the lobby hums";

    [Fact]
    public async Task From_an_answer_to_a_false_deflection_and_from_a_gap_to_an_answer()
    {
        await using var desk = await TestDesk.StartAsync(Database.Sqlite);
        var (amina, bruno, farid, chen, elif) = (
            await chromium.OpenAsync(desk.Address, "amina", 620), await chromium.OpenAsync(desk.Address, "bruno", 620),
            await chromium.OpenAsync(desk.Address, "farid", 620), await chromium.OpenAsync(desk.Address, "chen"), await chromium.OpenAsync(desk.Address, "elif"));

        await IsAnsweredAsync(amina);
        await RejectsAsync(bruno, chen);
        await FilesAfterAllAsync(amina);
        await ReadsTheReportAsync(elif);
        await desk.As("dana").FilesAsync(Feeder, category: "Something else");
        await WritesWhatIsMissingAsync(elif);
        await farid.SaysAsync(Feeder);
        await ChatPage.SeesAsync(farid.Chat, "Turn its lid until it clicks");

        foreach (var page in new[] { amina, bruno, farid, chen, elif })
        {
            Assert.Empty(page.Complaints);
            await page.Page.Context.CloseAsync();
        }
    }

    private static async Task IsAnsweredAsync(ChatPage amina)
    {
        await amina.SaysAsync("my vpn token is rejected");
        await ChatPage.SeesAsync(amina.Chat, Token);
        await amina.Chat.GetByRole(AriaRole.Button, new() { Name = "Show more", Exact = true }).First.ClickAsync();
        await ChatPage.SeesAsync(amina.Chat, "Still stuck?");
        await amina.PressesAsync("That solved it");
        await ChatPage.SeesAsync(amina.Chat, "Glad that helped!");
    }

    private static async Task RejectsAsync(ChatPage bruno, ChatPage chen)
    {
        await bruno.SaysAsync("my vpn token is rejected");
        await ChatPage.SeesAsync(bruno.Chat, Token);
        await FilesAsync(bruno);
        await ChatPage.SeesAsync(chen.RoomCard, Token);
        await ChatPage.SeesAsync(chen.RoomCard, "did not help");
        await chen.PictureAsync("9-tried");
    }

    private static async Task FilesAfterAllAsync(ChatPage amina)
    {
        await amina.SaysAsync("my vpn token is rejected again");
        await ChatPage.SeesAsync(amina.Chat.Locator(".card").Last, "These might help:");
        await FilesAsync(amina);
    }

    private static async Task ReadsTheReportAsync(ChatPage elif)
    {
        await elif.SaysAsync("knowledge report");
        await ChatPage.SeesAsync(elif.Chat, "solved 0 · then filed 1");
        await elif.PictureAsync("10-report");
    }

    private static async Task WritesWhatIsMissingAsync(ChatPage elif)
    {
        await elif.SaysAsync("gaps");
        await ChatPage.SeesAsync(elif.Chat, Feeder);
        await elif.Chat.Locator(".card").Last.GetByRole(AriaRole.Button, new() { Name = "Write this article", Exact = true }).Last.ClickAsync();
        await elif.Form.Locator("textarea").Last.FillAsync("Turn its lid until it clicks.");
        await elif.PressesAsync("Preview", elif.Form);
        await elif.PressesAsync("Publish", elif.Form);
        await ChatPage.SeesAsync(elif.Form, "Published as version 1");
        await elif.Page.Keyboard.PressAsync("Escape");
    }

    private static async Task FilesAsync(ChatPage requester)
    {
        await requester.PressesAsync("Open a ticket");
        await requester.PressesAsync("Yes, Network, VPN and Wi-Fi");
        await requester.PressesAsync("Just me");
        await requester.PressesAsync("I can't work");
        await requester.PressesAsync("File it");
        await ChatPage.SeesAsync(requester.Chat, "Nobody yet");
    }
}
