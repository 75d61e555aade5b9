using HelpDeskBot.Tests.Support;
using Microsoft.Playwright;

namespace HelpDeskBot.Tests.Browser;

/// <summary>The page itself: safe with what people write, usable with a keyboard and on a phone, and nothing typed is lost.</summary>
public sealed class PageTests(Chromium chromium) : IAsyncLifetime
{
    private TestDesk _desk = null!;

    public async ValueTask InitializeAsync() => _desk = await TestDesk.StartAsync(Database.Sqlite);

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [Fact]
    public async Task What_people_write_is_never_markup()
    {
        const string Attack = "<img src=x onerror=\"window.hacked=1\"> [click](javascript:window.hacked=1) **bold** {{DATE(2020-01-01,SHORT)}} ${subject}";
        await _desk.As("amina").FilesAsync("qzx " + Attack, category: "Something else");
        var chen = await chromium.OpenAsync(_desk.Address, "chen");
        await ChatPage.SeesAsync(chen.RoomCard, Attack);
        await chen.FillsInAsync("Note", Attack, "Save");
        await ChatPage.SeesAsync(chen.Room.Locator(".thread"), Attack);
        Assert.Null(await chen.Page.EvaluateAsync<int?>("window.hacked ?? null"));
        Assert.Equal(0, await chen.Room.Locator("a[href^=javascript], img[src=x]").CountAsync());
        Assert.Empty(chen.Complaints);
    }

    [Fact]
    public async Task Half_written_words_survive_a_reload_and_a_closed_form()
    {
        await _desk.As("amina").FilesAsync("qzx the tray is stuck");
        var chen = await chromium.OpenAsync(_desk.Address, "chen");
        await chen.PressesAsync("Reply", chen.RoomCard);
        await chen.Form.Locator("textarea").FillAsync("Half of my ans");
        await chen.Page.Keyboard.PressAsync("Escape");
        await chen.PressesAsync("Reply", chen.RoomCard);
        await Assertions.Expect(chen.Form.Locator("textarea")).ToHaveValueAsync("Half of my ans");
        await chen.Page.Keyboard.PressAsync("Escape");

        await chen.Page.GetByTestId("composer").FillAsync("my own prob");
        await chen.Page.ReloadAsync();
        await Assertions.Expect(chen.Page.GetByTestId("composer")).ToHaveValueAsync("my own prob");
    }

    [Fact]
    public async Task A_file_that_is_not_taken_says_why_and_the_words_stay()
    {
        var amina = await chromium.OpenAsync(_desk.Address, "amina");
        await amina.Page.GetByLabel("Files", new() { Exact = true })
            .SetInputFilesAsync(new FilePayload { Name = "tool.exe", MimeType = "application/x-msdownload", Buffer = [0x4D, 0x5A] });
        await amina.SaysAsync("this does not start");
        await ChatPage.SeesAsync(amina.Chat.GetByRole(AriaRole.Alert), "tool.exe is a kind of file we don't take");
        await Assertions.Expect(amina.Page.GetByTestId("composer")).ToHaveValueAsync("this does not start");
        Assert.Equal(0, await amina.Page.GetByText("Not sent. Try again").CountAsync());
    }

    [Fact]
    public async Task What_is_said_before_the_conversation_is_open_or_after_its_token_ran_out_arrives()
    {
        var opening = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var amina = await chromium.OpenAsync(_desk.Address, "amina", beforehand: page => page.RouteAsync("**/tokens/generate", async route =>
        {
            await opening.Task;
            await route.ContinueAsync();
        }));
        await amina.SaysAsync("qzx the tray is stuck");
        opening.SetResult();
        await ChatPage.SeesAsync(amina.Chat, "What is it about?");

        var isRefused = false;
        await amina.Page.RouteAsync("**/activities", route =>
        {
            var refuses = !isRefused;
            isRefused = true;
            return refuses ? route.FulfillAsync(new() { Status = 403, Body = """{"error":{"code":"TokenExpired","message":"over"}}""" }) : route.ContinueAsync();
        });
        await amina.SaysAsync("cancel");
        await ChatPage.SeesAsync(amina.Chat, "Nothing was filed");
        Assert.True(isRefused);
    }

    [Fact]
    public async Task What_is_typed_into_a_card_stays_when_the_card_is_drawn_again()
    {
        await _desk.As("amina").FilesAsync("qzx the tray is stuck");
        await _desk.InRoom("chen").ResolvesAsync("I oiled it.");
        await _desk.PassesAsync("PT2H");
        await _desk.As("amina").PressesAsync("2");
        var amina = await chromium.OpenAsync(_desk.Address, "amina");
        await amina.Chat.Locator("textarea").PressSequentiallyAsync("It took");
        await amina.Page.EvaluateAsync("document.querySelector('.theme').click()"); // draws every card again, and takes no focus
        await amina.Page.Keyboard.TypeAsync(" days");
        await Assertions.Expect(amina.Chat.Locator("textarea")).ToHaveValueAsync("It took days");
    }

    [Fact]
    public async Task The_keyboard_is_enough_to_file()
    {
        var amina = await chromium.OpenAsync(_desk.Address, "amina");
        await amina.SaysAsync("qzx the tray is stuck");
        foreach (var title in new[] { "Something else", "Just me", "I can work", "File it" })
        {
            await amina.Chat.GetByRole(AriaRole.Button, new() { Name = title, Exact = true }).Last.FocusAsync();
            await amina.Page.Keyboard.PressAsync("Enter");
        }

        await ChatPage.SeesAsync(amina.Chat, "HD-1001");
        Assert.Equal("log", await amina.Chat.GetAttributeAsync("role"));
        Assert.Equal("polite", await amina.Chat.GetAttributeAsync("aria-live"));
    }

    [Fact]
    public async Task On_a_phone_one_conversation_shows_at_a_time_and_nothing_is_wider_than_the_screen()
    {
        await _desk.As("amina").FilesAsync("qzx the tray is stuck " + new string('x', 300));
        var dana = await chromium.OpenAsync(_desk.Address, "dana", 390, 800, isDark: true);
        await Assertions.Expect(dana.RoomCard).ToBeVisibleAsync();
        await Assertions.Expect(dana.Chat).ToBeHiddenAsync();
        await dana.Page.GetByRole(AriaRole.Tab, new() { Name = "Chat" }).ClickAsync();
        await Assertions.Expect(dana.Chat).ToBeVisibleAsync();
        await Assertions.Expect(dana.Room).ToBeHiddenAsync();
        await dana.Page.GetByRole(AriaRole.Tab, new() { Name = "IT Support" }).ClickAsync();
        Assert.True(await dana.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
        await dana.PictureAsync("6-phone");
    }

    [Fact]
    public async Task What_happened_while_the_connection_was_lost_is_there_afterwards()
    {
        var chen = await chromium.OpenAsync(_desk.Address, "chen");
        await ChatPage.SeesAsync(chen.Room, "New tickets appear here.");
        await chen.Page.Context.SetOfflineAsync(true);
        await chen.SaysAsync("qzx am I alone?");
        await Assertions.Expect(chen.Page.GetByText("Not sent. Try again")).ToBeVisibleAsync();
        await _desk.As("amina").FilesAsync("qzx the tray is stuck");
        await chen.Page.Context.SetOfflineAsync(false);
        await chen.PressesAsync("Not sent. Try again");
        await ChatPage.SeesAsync(chen.RoomCard, "HD-1001");
        await ChatPage.SeesAsync(chen.Chat, "What is it about?");
        Assert.Equal(1, await chen.Chat.Locator(".message.mine").CountAsync());
    }

    [Fact]
    public async Task Choosing_who_one_is_is_the_way_in()
    {
        var page = await chromium.OpenAsync(_desk.Address, "");
        await page.Page.GetByTestId("person-bruno").ClickAsync();
        await ChatPage.SeesAsync(page.Page.Locator("main"), "Tell me what is wrong");
        Assert.Equal(0, await page.Room.CountAsync());
    }
}
