using System.Text;
using HelpDeskBot.Tests.Conversations;
using HelpDeskBot.Tests.Support;
using Microsoft.Playwright;

namespace HelpDeskBot.Tests.Browser;

/// <summary>An article comes into being in the chat and is read on its page, in a real browser.</summary>
public sealed class ArticlePageTests(Chromium chromium)
{
    // As wide as a page, so that it has to be drawn smaller.
    private const string Drawing = """
        () => {
          const canvas = document.createElement('canvas');
          [canvas.width, canvas.height] = [1400, 420];
          const draw = canvas.getContext('2d');
          draw.fillStyle = '#dfe3f5'; draw.fillRect(0, 0, 1400, 420);
          draw.fillStyle = '#31374d'; draw.fillRect(120, 90, 1160, 240);
          draw.fillStyle = '#f2b33d'; draw.beginPath(); draw.arc(1180, 210, 46, 0, 7); draw.fill();
          return canvas.toDataURL('image/png').split(',')[1];
        }
        """;

    [Fact]
    public async Task A_lead_writes_an_article_in_the_form_and_finds_the_form_empty_afterwards()
    {
        await using var desk = await TestDesk.StartAsync(Database.Sqlite);
        var elif = await chromium.OpenAsync(desk.Address, "elif");
        await elif.SaysAsync(ArticleStories.Menu);
        await elif.PressesAsync("New article", elif.Chat);
        await elif.Form.GetByLabel("Title").FillAsync("The zorblax scanner is dark");
        await elif.Form.GetByLabel("Article, in Markdown").FillAsync("## Try this\n\nPress the **round** button.");
        await Assertions.Expect(elif.Form.GetByLabel("Everyone")).ToBeCheckedAsync();
        await elif.PictureAsync("article-form");
        await elif.PressesAsync("Preview", elif.Form);
        await ChatPage.SeesAsync(elif.Form, "This is how people will see it.");
        await elif.PictureAsync("article-preview");
        await elif.PressesAsync("Publish", elif.Form);
        await ChatPage.SeesAsync(elif.Form, "Published as version 1");
        await elif.Page.Keyboard.PressAsync("Escape");
        await elif.PressesAsync("New article", elif.Chat);
        await Assertions.Expect(elif.Form.GetByLabel("Title")).ToHaveValueAsync("");
        Assert.Contains("round", await desk.As("amina").AsksAsync(), StringComparison.Ordinal);
        Assert.Empty(elif.Complaints);
        await elif.Page.Context.CloseAsync();
    }

    [Fact]
    public async Task An_article_s_page_is_whole_in_every_width_and_colour_and_on_paper()
    {
        await using var desk = await TestDesk.StartAsync(Database.Sqlite);
        await PublishAsync(desk);
        foreach (var (name, width, isDark) in new[] { ("light", 1280, false), ("dark", 1280, true), ("narrow", 360, false) })
        {
            var page = await OpenAsync(desk, width, isDark);
            await Assertions.Expect(page.Page.Locator("article img")).ToBeVisibleAsync();
            Assert.True(await page.Page.EvaluateAsync<bool>("document.querySelector('article img').naturalWidth > 1000"));
            Assert.True(await page.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth"));
            await ChatPage.SeesAsync(page.Page.Locator("aside"), "Related");
            await ChatPage.SeesAsync(page.Page.Locator(".changed"), "Last changed on 23 November 2026");
            await KeepAsync(page, "article-" + name);
            Assert.Empty(page.Complaints);
            await page.Page.Context.CloseAsync();
        }
    }

    [Fact]
    public async Task On_paper_there_is_the_article_alone()
    {
        await using var desk = await TestDesk.StartAsync(Database.Sqlite);
        await PublishAsync(desk);
        var page = await OpenAsync(desk, 794, isDark: true);
        await page.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        foreach (var hidden in new[] { "header", "aside", ".languages" })
        {
            await Assertions.Expect(page.Page.Locator(hidden)).ToBeHiddenAsync();
        }

        Assert.Equal("rgb(255, 255, 255)", await page.Page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor"));
        await KeepAsync(page, "article-print");
        await page.Page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_other_language_is_one_click_away()
    {
        await using var desk = await TestDesk.StartAsync(Database.Sqlite);
        await PublishAsync(desk);
        var page = await OpenAsync(desk, 1280, isDark: false);
        await page.Page.GetByRole(AriaRole.Link, new() { Name = "Deutsch", Exact = true }).ClickAsync();
        await ChatPage.SeesAsync(page.Page.Locator("h1"), "Der Zorblax-Scanner bleibt dunkel");
        await ChatPage.SeesAsync(page.Page.Locator(".changed"), "Zuletzt geändert am 23. November 2026");
        await page.Page.GetByRole(AriaRole.Link, new() { Name = "English", Exact = true }).ClickAsync();
        await ChatPage.SeesAsync(page.Page.Locator("h1"), "The zorblax scanner is dark");
        Assert.Empty(page.Complaints);
        await page.Page.Context.CloseAsync();
    }

    private async Task<ChatPage> OpenAsync(TestDesk desk, int width, bool isDark)
    {
        var page = await chromium.OpenAsync(desk.Address, "amina", width, 900, isDark);
        await page.GoAsync(new Uri(desk.Address, "/kb/zorblax-dark"));
        return page;
    }

    private async Task PublishAsync(TestDesk desk)
    {
        var elif = await chromium.OpenAsync(desk.Address, "elif");
        var picture = Convert.FromBase64String(await elif.Page.EvaluateAsync<string>(Drawing));
        await elif.Page.Context.CloseAsync();
        await SendsAsync(desk, "zorblax-dark.md", English, picture);
        await SendsAsync(desk, "zorblax-dark.de.md", ArticleStories.FileOf("Drücke den runden Knopf.\n\n![Die Lampe](lamp.png)", title: "Der Zorblax-Scanner bleibt dunkel"), picture);
        await desk.As("elif").PublishesAsync("Turn it down.", title: "The zorblax scanner is loud");
    }

    private static async Task SendsAsync(TestDesk desk, string name, string text, byte[] picture)
    {
        await desk.As("elif").SendsFilesAsync([(name, Encoding.UTF8.GetBytes(text)), ("lamp.png", picture)]);
        await desk.As("elif").PressesAsync("Publish");
    }

    private static string English => ArticleStories.FileOf("""
        The lamp stays dark and every scan is black. `ERR_LAMP_0815` may stand on the display.

        ## Try this

        1. Press the **round button** until it clicks.
        2. Look at the lamp:

           ![The scanner from above, its lamp on the right](lamp.png)

        3. Print [the sheet of the maker](https://example.com/manuals/zorblax/2026/lamp-and-more-words-than-fit-on-a-phone.html).

        > Do not open the lid while it is warm.

            zorblax --reset-lamp --wait 30 --and-an-option-that-makes-this-line-longer-than-a-phone-is-wide

        ## Still stuck?

        Open a ticket and tell us what the display says.
        """);

    private static async Task KeepAsync(ChatPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("HELPDESK_PICTURES") is { Length: > 0 } folder)
        {
            await page.Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, name + ".png"), FullPage = true, Animations = ScreenshotAnimations.Disabled });
        }
    }
}
