using Microsoft.Playwright;

namespace HelpDeskBot.Tests.Browser;

/// <summary>The web chat as somebody sees it.</summary>
internal sealed class ChatPage
{
    private readonly List<string> _complaints = [];

    public ChatPage(IPage page)
    {
        Page = page;
        page.SetDefaultTimeout(15_000);
        page.PageError += (_, error) => _complaints.Add(error);
        page.Console += (_, message) => _complaints.AddRange(message.Type == "error" ? [message.Text] : Array.Empty<string>());
    }

    public IPage Page { get; }

    /// <summary>What the browser complained about; there should be nothing.</summary>
    public IReadOnlyList<string> Complaints => _complaints;

    public ILocator Chat => Page.GetByTestId("chat-log");

    public ILocator Room => Page.GetByTestId("room-log");

    public ILocator Form => Page.GetByTestId("form-overlay");

    /// <summary>The card of the newest ticket in the room, without its thread.</summary>
    public ILocator RoomCard => Room.Locator(":scope > .message > .card").Last;

    public Task GoAsync(Uri address) => Page.GotoAsync(address.ToString());

    public async Task SaysAsync(string text)
    {
        await Page.GetByTestId("composer").FillAsync(text);
        await Page.Keyboard.PressAsync("Enter");
    }

    public Task PressesAsync(string title, ILocator? within = null) =>
        (within ?? Page.Locator("main")).GetByRole(AriaRole.Button, new() { Name = title, Exact = true }).Last.ClickAsync();

    /// <summary>Opens a form of the room's card, writes, and sends it.</summary>
    public async Task FillsInAsync(string button, string text, string submit)
    {
        await PressesAsync(button, RoomCard);
        await Form.Locator("textarea").Last.FillAsync(text);
        await PressesAsync(submit, Form);
        await Assertions.Expect(Form).ToHaveCountAsync(0);
    }

    public static Task SeesAsync(ILocator where, string text) => Assertions.Expect(where).ToContainTextAsync(text);

    public static Task SeesNoneAsync(ILocator where, string text) => Assertions.Expect(where).Not.ToContainTextAsync(text);

    /// <summary>Keeps a picture of the page where HELPDESK_PICTURES names a folder; the README's come from there.</summary>
    public async Task PictureAsync(string name)
    {
        if (Environment.GetEnvironmentVariable("HELPDESK_PICTURES") is { Length: > 0 } folder)
        {
            await Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, name + ".png"), Animations = ScreenshotAnimations.Disabled });
        }
    }
}
