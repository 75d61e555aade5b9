using System.Net;
using System.Net.Http.Json;
using HelpDeskBot.Tests.Support;

namespace HelpDeskBot.Tests.Channels;

/// <summary>Choosing who one is exists on this machine's own addresses, in development, only.</summary>
public class LocalModeTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task On_this_machine_in_development_people_are_offered()
    {
        await using var desk = await TestDesk.StartAsync(Database.Sqlite);
        Assert.Contains("Amina Yusuf", await desk.Http.GetStringAsync("/api/local", Stop), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--environment=Production")]
    [InlineData("--environment=Staging")]
    [InlineData("--urls=http://0.0.0.0:0")]
    [InlineData("--urls=http://*:0")]
    [InlineData("--urls=http://127.0.0.1:0;http://[::]:0")]
    [InlineData("--Kestrel:Endpoints:Http:Url=http://0.0.0.0:0")]
    public async Task Anywhere_else_nobody_chooses_who_they_are(string argument)
    {
        await using var desk = await TestDesk.StartAsync(Database.Sqlite, argument);
        Assert.Equal(HttpStatusCode.Forbidden, (await desk.Http.GetAsync("/api/local", Stop)).StatusCode);
        var token = await desk.Http.PostAsJsonAsync("/v3/directline/tokens/generate", new { user = new { id = "farid" } }, Stop);
        Assert.Equal(HttpStatusCode.Forbidden, token.StatusCode);
    }

    [Fact]
    public async Task Without_demo_nobody_moves_the_clock()
    {
        await using var desk = await TestDesk.StartAsync(Database.Sqlite, "--HelpDesk:Demo=false");
        Assert.Equal(HttpStatusCode.NotFound, (await desk.Http.PostAsJsonAsync("/demo/clock", new { advance = "PT1H" }, Stop)).StatusCode);
    }

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task It_says_that_it_is_well(string path)
    {
        await using var desk = await TestDesk.StartAsync(Database.Sqlite);
        Assert.Equal(HttpStatusCode.OK, (await desk.Http.GetAsync(path, Stop)).StatusCode);
    }
}
