using System.Net;
using System.Text.RegularExpressions;
using HelpDeskBot.Desk.People;
using HelpDeskBot.Desk.Work;
using HelpDeskBot.Domain.People;
using HelpDeskBot.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDeskBot.Tests.Channels;

/// <summary>The web pages open to whom a chat vouches for, through a link that works once.</summary>
public partial class SignInTests
{
    private const string Own = "http://127.0.0.1:3978";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task A_link_from_the_chat_is_used_up_by_its_button_and_by_nothing_else(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        await desk.As("amina").SaysAsync("Web pages");
        var link = Link().Match(desk.As("amina").Last.Text);
        Assert.True(link.Success, desk.As("amina").Last.Text);
        Assert.DoesNotContain("?", link.Value, StringComparison.Ordinal); // servers and previews see nothing of the secret
        using var browser = Browser(desk);
        for (var preview = 0; preview < 3; preview++)
        {
            Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/sign-in", Stop)).StatusCode);
        }

        var origin = desk.Address.GetLeftPart(UriPartial.Authority);
        foreach (var foreign in new[] { "https://evil.example", "null", null })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await EntersAsync(browser, link.Groups["secret"].Value, foreign)).StatusCode);
        }

        var entered = await EntersAsync(browser, link.Groups["secret"].Value, origin);
        Assert.Equal((HttpStatusCode.SeeOther, "/kb"), (entered.StatusCode, entered.Headers.Location!.ToString()));
        var cookie = Assert.Single(entered.Headers.GetValues("Set-Cookie"));
        Assert.StartsWith("__Host-helpdesk=", cookie, StringComparison.Ordinal);
        foreach (var rule in new[] { "; path=/", "; secure", "; httponly", "; samesite=lax", "; max-age=43200" })
        {
            Assert.Contains(rule, cookie, StringComparison.OrdinalIgnoreCase);
        }

        Assert.DoesNotContain("domain", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(HttpStatusCode.Gone, (await EntersAsync(browser, link.Groups["secret"].Value, origin)).StatusCode);
        Assert.Contains("Amina Yusuf", await PageAsync(browser, "/kb", cookie), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task Without_a_session_nothing_is_shown_and_it_ends_by_signing_out(Database database)
    {
        await using var desk = await StartInProductionAsync(database);
        using var browser = Browser(desk);
        foreach (var path in new[] { "/kb", "/kb/vpn-token", "/kb/no-such-article" })
        {
            var refused = await browser.GetAsync(path, Stop);
            Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
            Assert.Contains("Please sign in", await refused.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        }

        var cookie = await SignsInAsync(desk, browser);
        Assert.Contains("Amina Yusuf", await PageAsync(browser, "/kb", cookie), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await PostsAsync(browser, "/sign-out", "https://evil.example", cookie)).StatusCode);
        Assert.Contains("Amina Yusuf", await PageAsync(browser, "/kb", cookie), StringComparison.Ordinal);
        Assert.Contains("signed out", await (await PostsAsync(browser, "/sign-out", Own, cookie)).Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        Assert.Contains("Please sign in", await PageAsync(browser, "/kb", cookie), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task A_session_ends_after_two_idle_hours_and_after_twelve_in_any_case(Database database)
    {
        await using var desk = await StartInProductionAsync(database);
        using var browser = Browser(desk);
        var idle = await SignsInAsync(desk, browser);
        var busy = await SignsInAsync(desk, browser);
        for (var hour = 0; hour < 11; hour++)
        {
            await desk.PassesAsync("PT1H");
            Assert.Contains("Amina Yusuf", await PageAsync(browser, "/kb", busy), StringComparison.Ordinal);
        }

        Assert.Contains("Please sign in", await PageAsync(browser, "/kb", idle), StringComparison.Ordinal);
        await desk.PassesAsync("PT1H");
        Assert.Contains("Please sign in", await PageAsync(browser, "/kb", busy), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task A_link_lasts_five_minutes_and_until_there_is_a_newer_one(Database database)
    {
        await using var desk = await StartInProductionAsync(database);
        using var browser = Browser(desk);
        var (first, second) = (await InviteAsync(desk), await InviteAsync(desk));
        Assert.Equal(HttpStatusCode.Gone, (await EntersAsync(browser, first, Own)).StatusCode);
        await desk.PassesAsync("PT5M");
        Assert.Equal(HttpStatusCode.Gone, (await EntersAsync(browser, second, Own)).StatusCode);
        Assert.Equal(HttpStatusCode.Gone, (await EntersAsync(browser, new string('a', 64), Own)).StatusCode);
        Assert.Equal(HttpStatusCode.Gone, (await EntersAsync(browser, new string('a', 100_000), Own)).StatusCode);
        Assert.DoesNotContain(await desk.ReadAsync(db => db.WebAccess.Select(row => row.Digest).ToListAsync()), digest => digest == first || digest == second);
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task Of_many_who_use_a_link_at_once_one_gets_in(Database database)
    {
        await using var desk = await StartInProductionAsync(database);
        using var browser = Browser(desk);
        var link = await InviteAsync(desk);
        var entered = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => EntersAsync(browser, link, Own)));
        Assert.Single(entered, response => response.StatusCode == HttpStatusCode.SeeOther);
        Assert.Equal(11, entered.Count(response => response.StatusCode == HttpStatusCode.Gone));
    }

    private static async Task<TestDesk> StartInProductionAsync(Database database)
    {
        var desk = await TestDesk.StartAsync(database, "--environment=Production", "--HelpDesk:Address=" + Own);
        await desk.Services.GetRequiredService<UnitOfWork>().RunAsync(
            (services, token) => services.GetRequiredService<RegisterPerson>()
                .RunAsync(new RegisterPersonCommand("webchat", "amina", new Person(new PersonId("amina"), "Amina Yusuf")), token),
            Stop);
        return desk;
    }

    private static Task<string> InviteAsync(TestDesk desk) => desk.Services.GetRequiredService<UnitOfWork>().RunAsync(
        (services, token) => services.GetRequiredService<WebSignIn>().InviteAsync(new Actor(new PersonId("amina"), "Amina Yusuf") { Identity = "webchat:amina" }, token), Stop);

    private static async Task<string> SignsInAsync(TestDesk desk, HttpClient browser) =>
        Assert.Single((await EntersAsync(browser, await InviteAsync(desk), Own)).Headers.GetValues("Set-Cookie"));

    private static HttpClient Browser(TestDesk desk) =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = desk.Address };

    private static async Task<HttpResponseMessage> EntersAsync(HttpClient browser, string link, string? origin)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/sign-in") { Content = new FormUrlEncodedContent([KeyValuePair.Create("link", link)]) };
        if (origin is not null)
        {
            request.Headers.Add("Origin", origin);
        }

        return await browser.SendAsync(request, Stop);
    }

    private static async Task<HttpResponseMessage> PostsAsync(HttpClient browser, string path, string origin, string cookie)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path);
        request.Headers.Add("Origin", origin);
        request.Headers.Add("Cookie", cookie.Split(';')[0]);
        return await browser.SendAsync(request, Stop);
    }

    private static async Task<string> PageAsync(HttpClient browser, string path, string cookie)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("Cookie", cookie.Split(';')[0]);
        var response = await browser.SendAsync(request, Stop);
        Assert.Equal("no-store", response.Headers.CacheControl!.ToString());
        return await response.Content.ReadAsStringAsync(Stop);
    }

    [GeneratedRegex(@"http://[^)\s]*/sign-in#(?<secret>[0-9a-f]{64})")]
    private static partial Regex Link();
}
