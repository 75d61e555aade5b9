using System.Text.RegularExpressions;

namespace HelpDeskBot.Tests.Support;

/// <summary>The web pages as somebody sees them who came through the link in their chat.</summary>
internal static partial class WebPages
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Signs in, and gives what then opens pages in their name.</summary>
    public static async Task<HttpClient> SignsInAsync(this TestDesk desk, string account)
    {
        await desk.As(account).SaysAsync("web pages");
        var browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = desk.Address };
        using var enter = new HttpRequestMessage(HttpMethod.Post, "/sign-in")
        {
            Content = new FormUrlEncodedContent([KeyValuePair.Create("link", Secret().Match(desk.As(account).Last.Text).Value)]),
        };
        enter.Headers.Add("Origin", desk.Address.GetLeftPart(UriPartial.Authority));
        var entered = await browser.SendAsync(enter, Stop);
        browser.DefaultRequestHeaders.Add("Cookie", Assert.Single(entered.Headers.GetValues("Set-Cookie")).Split(';')[0]);
        return browser;
    }

    [GeneratedRegex("(?<=/sign-in#)[0-9a-f]{64}")]
    private static partial Regex Secret();
}
