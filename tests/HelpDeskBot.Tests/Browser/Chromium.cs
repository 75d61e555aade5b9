using HelpDeskBot.Tests.Browser;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Chromium))]

namespace HelpDeskBot.Tests.Browser;

/// <summary>One browser for the whole run; every person has a window of their own in it.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private const string Program = "/usr/bin/chromium";

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Program, Args = ["--no-sandbox"] });
    }

    public async ValueTask DisposeAsync()
    {
        await (_browser?.DisposeAsync() ?? ValueTask.CompletedTask);
        _playwright?.Dispose();
    }

    /// <summary>The page of somebody at this desk. What goes wrong in it is collected in <see cref="ChatPage.Complaints"/>.</summary>
    internal async Task<ChatPage> OpenAsync(Uri desk, string person, int width = 1280, int height = 860, bool isDark = false, string locale = "en-US", Func<IPage, Task>? beforehand = null)
    {
        var context = await _browser!.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = height },
            Locale = locale,
            ColorScheme = isDark ? ColorScheme.Dark : ColorScheme.Light,
        });
        var page = new ChatPage(await context.NewPageAsync());
        await (beforehand?.Invoke(page.Page) ?? Task.CompletedTask);
        await page.GoAsync(new Uri(desk, "/?as=" + person));
        return page;
    }
}
