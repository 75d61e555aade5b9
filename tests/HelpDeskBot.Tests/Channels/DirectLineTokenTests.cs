using System.Net;
using System.Text.Json.Nodes;
using HelpDeskBot.BotFramework.DirectLine;
using HelpDeskBot.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDeskBot.Tests.Channels;

/// <summary>Nothing but a token of ours, in its time and for its conversation, opens anything.</summary>
public class DirectLineTokenTests(DeskFixture fixture) : IClassFixture<DeskFixture>
{
    private const string Conversation = "direct-amina";

    private static readonly Dictionary<string, Func<TokenForge, string>> GoodTokens = new(StringComparer.Ordinal)
    {
        ["as the server makes them"] = forge => forge.Good(),
        ["without typ"] = forge => forge.Sign("""{"alg":"HS256"}""", forge.Payload().ToJsonString()),
        ["with another typ"] = forge => forge.WithHeader(("typ", "at+jwt")),
        ["with a kid, which names no other key"] = forge => forge.WithHeader(("kid", "../../dev/null")),
        ["with a jku, which nobody follows"] = forge => forge.WithHeader(("jku", "http://127.0.0.1:9/keys")),
        ["for several audiences"] = forge => forge.With("aud", new JsonArray("directline", "another")),
        ["without iat"] = forge => forge.With("iat", null),
        ["with a claim nobody knows"] = forge => forge.With("role", "admin"),
        ["in its last minute"] = forge => forge.With("exp", forge.Seconds(60)),
        ["for a year"] = forge => forge.With("exp", forge.Seconds(365 * 86_400)),
        ["since yesterday"] = forge => forge.With("nbf", forge.Seconds(-86_400)),
    };

    public static TheoryData<string> Bad => [.. BadTokens.All.Keys];

    public static TheoryData<string> Good => [.. GoodTokens.Keys];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Bad))]
    public async Task A_bad_token_opens_nothing(string what)
    {
        using var calls = new DirectLineCalls(fixture.Desk, BadTokens.All[what](Forge()), Conversation);
        using var response = await calls.SendAsync("GET", calls.Path("activities"));
        await DirectLineCalls.AssertRefusedAsync(response, response.StatusCode is HttpStatusCode.Unauthorized ? 401 : 403);
    }

    [Theory]
    [MemberData(nameof(Good))]
    public async Task A_good_token_opens_its_conversation(string what)
    {
        using var calls = new DirectLineCalls(fixture.Desk, GoodTokens[what](Forge()), Conversation);
        using var response = await calls.SendAsync("GET", calls.Path("activities"));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public void The_tables_are_as_long_as_they_should_be() => Assert.True(BadTokens.All.Count >= 60 && GoodTokens.Count >= 10);

    [Fact]
    public void A_megabyte_is_no_token()
    {
        var tokens = fixture.Desk.Services.GetRequiredService<DirectLineTokens>();
        Assert.Null(tokens.Validate(new string('a', 1_000_000)));
        Assert.Null(tokens.Validate(new string('.', 1_000_000)));
        Assert.Null(tokens.Validate(Forge().With("sub", new string('a', 1_000_000))));
    }

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(1799, true)]
    [InlineData(1800, false)]
    [InlineData(1801, false)]
    public void A_token_lives_from_its_second_to_its_last_and_clocks_get_no_grace(int after, bool isGood)
    {
        var made = new DateTimeOffset(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);
        var clock = new SetClock { Now = made };
        var tokens = new DirectLineTokens(new DirectLineKey { Value = new byte[32] }, new DirectLineOptions(), clock);
        var caller = new DirectLineCaller("amina", Conversation);
        var (token, stream) = (tokens.Create(caller), tokens.CreateForStream(caller));
        clock.Now = made.AddSeconds(after);
        Assert.Equal(isGood ? caller : null, tokens.Validate(token));
        Assert.Equal(isGood ? caller : null, tokens.ValidateForStream(stream));
    }

    [Fact]
    public void A_streams_token_opens_the_stream_only_and_the_other_the_routes_only()
    {
        var tokens = fixture.Desk.Services.GetRequiredService<DirectLineTokens>();
        var caller = new DirectLineCaller("amina", Conversation);
        Assert.Null(tokens.Validate(tokens.CreateForStream(caller)));
        Assert.Null(tokens.ValidateForStream(tokens.Create(caller)));
    }

    [Theory]
    [InlineData(null, 401)]
    [InlineData("", 401)]
    [InlineData("Bearer", 401)]
    [InlineData("Basic {0}", 401)]
    [InlineData("Token {0}", 401)]
    [InlineData("{0}", 401)]
    [InlineData("BotConnector {0}", 401)]
    [InlineData("bearer {0}", 200)]
    [InlineData("Bearer   {0}", 200)]
    public async Task The_token_comes_as_bearer(string? header, int status)
    {
        using var calls = new DirectLineCalls(fixture.Desk, token: null, Conversation);
        if (header is not null)
        {
            calls.Http.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", header.Replace("{0}", Forge().Good(), StringComparison.Ordinal));
        }

        using var response = await calls.SendAsync("GET", calls.Path("activities"));
        Assert.Equal(status, (int)response.StatusCode);
    }

    [Fact]
    public async Task A_token_of_another_desk_is_not_known_here()
    {
        await using var other = await TestDesk.StartAsync(Database.Sqlite);
        using var there = await DirectLineCalls.GenerateAsync(other, "amina");
        using var here = new DirectLineCalls(fixture.Desk, there.Token, Conversation);
        using var response = await here.SendAsync("GET", here.Path("activities"));
        await DirectLineCalls.AssertRefusedAsync(response, 403, "TokenExpired");
        using var known = await there.Http.GetAsync(there.Path("activities"), Stop);
        Assert.Equal(HttpStatusCode.OK, known.StatusCode);
    }

    private TokenForge Forge() => new(
        fixture.Desk.Services.GetRequiredService<DirectLineKey>().Value,
        "amina",
        Conversation,
        fixture.Desk.Services.GetRequiredService<TimeProvider>().GetUtcNow());

    private sealed class SetClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; }

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
