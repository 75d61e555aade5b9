using HelpDeskBot.Tests.Support;
using Microsoft.Playwright;

namespace HelpDeskBot.Tests.Browser;

/// <summary>The main job from end to end, in a real browser.</summary>
public class StoryTests(Chromium chromium)
{
    [Fact]
    public async Task From_a_broken_vpn_to_a_rating_of_two()
    {
        await using var desk = await TestDesk.StartAsync(Database.Sqlite);
        var amina = await chromium.OpenAsync(desk.Address, "amina", 620);
        var chen = await chromium.OpenAsync(desk.Address, "chen");
        var dana = await chromium.OpenAsync(desk.Address, "dana");

        await ReportsAsync(amina);
        await OneClaimsAsync(chen, dana);
        await WorksAsync(chen, amina);
        await ResolvesAsync(chen, amina);
        await RatesAsync(chen, amina);

        foreach (var page in new[] { amina, chen, dana })
        {
            Assert.Empty(page.Complaints);
            await page.Page.Context.CloseAsync();
        }
    }

    private static async Task ReportsAsync(ChatPage amina)
    {
        await amina.SaysAsync("my vpn token is rejected since this morning");
        await ChatPage.SeesAsync(amina.Chat, "The VPN rejects my token or sign-in code");
        await amina.PictureAsync("1-suggestion");
        await amina.PressesAsync("Open a ticket");
        await amina.PressesAsync("Yes, Network, VPN and Wi-Fi");
        await amina.PressesAsync("Just me");
        await amina.PressesAsync("I can't work");
        await ChatPage.SeesAsync(amina.Chat, "Shall I file this?");
        await amina.PictureAsync("2-summary");
        await amina.PressesAsync("File it");
        await ChatPage.SeesAsync(amina.Chat, "HD-1001");
        await ChatPage.SeesAsync(amina.Chat, "Nobody yet");
    }

    private static async Task OneClaimsAsync(ChatPage chen, ChatPage dana)
    {
        await ChatPage.SeesAsync(chen.RoomCard, "New");
        await ChatPage.SeesAsync(chen.RoomCard, "did not help");
        await ChatPage.SeesAsync(dana.RoomCard, "HD-1001");
        await AtTheSameMomentAsync([chen, dana], page => page.PressesAsync("Claim", page.RoomCard));
        await ChatPage.SeesAsync(chen.RoomCard, "In progress");
        await ChatPage.SeesAsync(dana.RoomCard, "In progress");

        var isChens = (await chen.RoomCard.TextContentAsync())!.Contains("Chen Wei", StringComparison.Ordinal);
        var (loser, winner) = isChens ? (dana, "Chen Wei") : (chen, "Dana Novak");
        var alert = loser.Room.GetByRole(AriaRole.Alert);
        await ChatPage.SeesAsync(alert, $"{winner} took HD-1001");
        await loser.PressesAsync("Ask for it", alert);
        await ChatPage.SeesAsync(loser.Form, "Ask for hand-over");
        await loser.Page.Keyboard.PressAsync("Escape");
        await ChatPage.SeesAsync(loser.RoomCard, winner);
        Assert.Equal(1, await chen.Room.GetByRole(AriaRole.Alert).CountAsync() + await dana.Room.GetByRole(AriaRole.Alert).CountAsync());
    }

    // Both presses leave their browsers before either reaches the desk.
    private static async Task AtTheSameMomentAsync(ChatPage[] pages, Func<ChatPage, Task> press)
    {
        const string Presses = "**/activities";
        var underway = new CountdownEvent(pages.Length);
        var released = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        foreach (var page in pages)
        {
            await page.Page.RouteAsync(Presses, async route =>
            {
                if (underway.Signal())
                {
                    released.SetResult();
                }

                await released.Task;
                await route.ContinueAsync();
            });
        }

        await Task.WhenAll(pages.Select(press));
        await released.Task;
        foreach (var page in pages)
        {
            await page.Page.UnrouteAsync(Presses);
        }
    }

    private static async Task WorksAsync(ChatPage chen, ChatPage amina)
    {
        await chen.FillsInAsync("Note", "The third one this week.", "Save");
        await ChatPage.SeesAsync(chen.Room, "The third one this week.");
        await chen.FillsInAsync("Ask requester", "Which token do you use? A picture would help.", "Ask");
        await ChatPage.SeesAsync(chen.RoomCard, "Waiting for requester");
        await ChatPage.SeesAsync(amina.Chat, "Which token do you use?");
        await ChatPage.SeesAsync(amina.Chat, "Waiting for your answer");

        var screenshot = await amina.Page.ScreenshotAsync();
        await amina.Page.GetByLabel("Files", new() { Exact = true }).SetInputFilesAsync(new FilePayload { Name = "token.png", MimeType = "image/png", Buffer = screenshot });
        await amina.SaysAsync("the grey one, like this");
        await ChatPage.SeesAsync(amina.Chat, "Added to HD-1001");
        await ChatPage.SeesAsync(chen.RoomCard, "In progress");
        await ChatPage.SeesAsync(chen.RoomCard, "token.png");
        await ChatPage.SeesAsync(chen.Room, "the grey one, like this");
        await Assertions.Expect(chen.Room.GetByRole(AriaRole.Img, new() { Name = "token.png" })).ToBeVisibleAsync();

        await chen.FillsInAsync("Reply", "Thank you, I am setting it up again.", "Send");
        await ChatPage.SeesAsync(amina.Chat, "Thank you, I am setting it up again.");
        await ChatPage.SeesNoneAsync(amina.Chat, "The third one this week.");
        await chen.PictureAsync("3-room");
    }

    private static async Task ResolvesAsync(ChatPage chen, ChatPage amina)
    {
        await chen.FillsInAsync("Resolve", "I registered your token again. Please sign in once more.", "Resolve");
        await ChatPage.SeesAsync(chen.RoomCard, "Resolved");
        await ChatPage.SeesAsync(chen.RoomCard, "Solved: I registered your token again.");
        await ChatPage.SeesAsync(amina.Chat, "Is it fixed?");
        await amina.PictureAsync("4-fixed");
    }

    private static async Task RatesAsync(ChatPage chen, ChatPage amina)
    {
        await ChatPage.SeesNoneAsync(amina.Chat, "How did it go?");
        await chen.Page.GetByTestId("clock-hour").ClickAsync();
        await chen.Page.GetByTestId("clock-hour").ClickAsync();
        await ChatPage.SeesAsync(amina.Chat, "How did it go?");
        await amina.PressesAsync("2");
        await ChatPage.SeesAsync(amina.Chat, "You gave it 2 of 5");
        await amina.Chat.Locator("textarea").FillAsync("It took the whole morning.");
        await amina.PictureAsync("5-survey");
        await amina.PressesAsync("Send", amina.Chat);
        await ChatPage.SeesAsync(amina.Chat, "Thank you for telling us why");
        await ChatPage.SeesAsync(chen.RoomCard, "2 of 5");
        await ChatPage.SeesAsync(chen.RoomCard, "It took the whole morning.");
    }
}
