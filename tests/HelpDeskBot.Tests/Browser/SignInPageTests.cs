using HelpDeskBot.Tests.Support;
using Microsoft.Playwright;

namespace HelpDeskBot.Tests.Browser;

/// <summary>From the chat into the web pages and out of them, in a real browser.</summary>
public class SignInPageTests(Chromium chromium)
{
    [Fact]
    public async Task The_link_in_the_chat_signs_in_and_the_button_above_the_articles_signs_out()
    {
        await using var desk = await TestDesk.StartAsync(Database.Sqlite);
        var amina = await chromium.OpenAsync(desk.Address, "amina");
        await amina.SaysAsync("web pages");
        var link = amina.Chat.GetByRole(AriaRole.Link, new() { Name = "Open the web pages" });
        await amina.Page.GotoAsync((await link.GetAttributeAsync("href"))!);
        Assert.DoesNotContain("#", amina.Page.Url, StringComparison.Ordinal); // nothing to copy out of the address
        await amina.PressesAsync("Sign in");
        await ChatPage.SeesAsync(amina.Page.Locator("header"), "Amina Yusuf");
        await amina.PressesAsync("Sign out", amina.Page.Locator("header"));
        await ChatPage.SeesAsync(amina.Page.Locator("main"), "You are signed out");
        Assert.Empty(amina.Complaints);
        await amina.Page.Context.CloseAsync();
    }
}
