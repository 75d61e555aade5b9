using System.Net;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using HelpDeskBot.Tests.Support.Teams;

namespace HelpDeskBot.Tests.BotFramework;

/// <summary>One bot for all tests of a class that only deliver to it; two keys are published.</summary>
public sealed class BotFixture : IAsyncLifetime
{
    internal TestBot Bot { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Bot = await TestBot.StartAsync(clock: new FakeTime());
        Bot.Cloud.Issuer.Keys = [.. Bot.Cloud.Issuer.Keys, FakeIssuer.NewKey()];
    }

    public ValueTask DisposeAsync() => Bot.DisposeAsync();
}

/// <summary>Nothing but a token of Microsoft's, for this bot and in its time, lets a delivery in.</summary>
public class DeliveryTokenTests(BotFixture fixture) : IClassFixture<BotFixture>
{
    private static readonly Dictionary<string, Func<DeliveryForge, string>> GoodTokens = new(StringComparer.Ordinal)
    {
        ["as Microsoft makes them"] = forge => forge.Good(),
        ["RS384"] = forge => forge.SignedBy(forge.Header("RS384"), content => DeliveryForge.Rsa(forge.Key.Rsa, content, HashAlgorithmName.SHA384)),
        ["RS512"] = forge => forge.SignedBy(forge.Header("RS512"), content => DeliveryForge.Rsa(forge.Key.Rsa, content, HashAlgorithmName.SHA512)),
        ["by the other key"] = forge =>
            forge.SignedBy(DeliveryForge.Changed(forge.Header(), "kid", forge.Keys[1].Id), content => DeliveryForge.Rsa(forge.Keys[1].Rsa, content)),
        ["without typ and x5t"] = forge => forge.Sign(new JsonObject { ["alg"] = "RS256", ["kid"] = forge.Key.Id }, forge.Payload()),
        ["with a jku, which nobody follows"] = forge => forge.WithHeader("jku", "http://127.0.0.1:9/keys"),
        ["without nbf"] = forge => forge.With("nbf", null),
        ["ended just within five minutes"] = forge => forge.With("exp", forge.Seconds(-299)),
        ["ended five minutes ago"] = forge => forge.With("exp", forge.Seconds(-300)),
        ["begins in five minutes"] = forge => forge.With("nbf", forge.Seconds(300)),
        ["for a year"] = forge => forge.With("exp", forge.Seconds(365 * 86_400)),
        ["for several bots"] = forge => forge.With("aud", new JsonArray("33333333-3333-3333-3333-333333333333", TestBot.AppId)),
        ["with claims nobody knows"] = forge => forge.With("amr", new JsonArray("x")),
        ["with another case of the service URL"] = forge => forge.With("serviceurl", FakeCloud.ServiceUrl.ToUpperInvariant()),
    };

    public static TheoryData<string> Bad => [.. BadDeliveryTokens.All.Keys];

    public static TheoryData<string> Good => [.. GoodTokens.Keys];

    private TestBot Bot => fixture.Bot;

    private DeliveryForge Forge => new(Bot.Cloud.Issuer);

    [Theory]
    [MemberData(nameof(Bad))]
    public async Task A_bad_token_delivers_nothing(string what)
    {
        var before = Bot.Backend.Received.Count;
        using var response = await Deliveries.PostAsync(Bot, "Bearer " + BadDeliveryTokens.All[what](Forge), Deliveries.Message());
        await Deliveries.AssertRefusedAsync(response, 401);
        Assert.Equal(before, Bot.Backend.Received.Count);
    }

    [Theory]
    [MemberData(nameof(Good))]
    public async Task A_good_token_delivers(string what)
    {
        var before = Bot.Backend.Received.Count;
        using var response = await Deliveries.PostAsync(Bot, "Bearer " + GoodTokens[what](Forge), Deliveries.Message());
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(before + 1, Bot.Backend.Received.Count);
    }

    [Fact]
    public void The_tables_are_as_long_as_they_should_be() => Assert.True(BadDeliveryTokens.All.Count >= 60 && GoodTokens.Count >= 10);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Bearer")]
    [InlineData("Bearer ")]
    [InlineData("Basic {0}")]
    [InlineData("{0}")]
    [InlineData("Bearer{0}")]
    [InlineData("Bearer Bearer {0}")]
    [InlineData("BotConnector {0}")]
    [InlineData("Bearer {0}, Bearer {0}")]
    [InlineData("Bearer {0} {0}")]
    public async Task The_token_comes_once_and_as_bearer(string? header)
    {
        using var response = await Deliveries.PostAsync(Bot, header?.Replace("{0}", Forge.Good(), StringComparison.Ordinal), Deliveries.Message());
        await Deliveries.AssertRefusedAsync(response, 401);
    }

    [Theory]
    [InlineData("bearer {0}")]
    [InlineData("BEARER   {0}")]
    public async Task The_scheme_has_any_case(string header)
    {
        using var response = await Deliveries.PostAsync(Bot, header.Replace("{0}", Forge.Good(), StringComparison.Ordinal), Deliveries.Message());
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task Tokens_that_name_no_known_key_make_no_storm_of_questions()
    {
        using var first = await Deliveries.PostAsync(Bot, "Bearer " + Forge.WithHeader("kid", "unknown"), Deliveries.Message());
        var reads = Bot.Cloud.Issuer.Reads;
        for (var number = 0; number < 50; number++)
        {
            using var response = await Deliveries.PostAsync(Bot, "Bearer " + Forge.WithHeader("kid", $"unknown-{number}"), Deliveries.Message());
            await Deliveries.AssertRefusedAsync(response, 401);
        }

        Assert.Equal(reads, Bot.Cloud.Issuer.Reads);
    }

    [Fact]
    public async Task What_is_wrong_is_logged_by_a_code_without_the_token()
    {
        await using var bot = await TestBot.StartAsync(clock: new FakeTime());
        var forge = new DeliveryForge(bot.Cloud.Issuer);
        var expected = new Dictionary<string, string>
        {
            ["token.malformed"] = "a.b.c",
            ["token.algorithm"] = forge.WithHeader("alg", "none"),
            ["token.key_unknown"] = forge.WithHeader("kid", "x"),
            ["token.issuer"] = forge.With("iss", "x"),
            ["token.audience"] = forge.With("aud", "x"),
            ["token.lifetime"] = forge.With("exp", 1),
            ["token.signature"] = forge.WithHeader("alg", "RS512"),
            ["token.service_url"] = forge.With("serviceurl", null),
        };
        using var known = await Deliveries.PostAsync(bot, "Bearer " + forge.Good(), Deliveries.Message());
        foreach (var (code, token) in expected)
        {
            using var response = await Deliveries.PostAsync(bot, "Bearer " + token, Deliveries.Message());
            Assert.Contains(bot.Logs.Lines, line => line.Contains($"Delivery refused: {code}, answered 401", StringComparison.Ordinal));
        }

        var tokens = expected.Values.Append(forge.Good()).Where(token => token.Length > 10).ToList();
        Assert.DoesNotContain(bot.Logs.Lines, line => tokens.Any(token => line.Contains(token, StringComparison.Ordinal)));
        Assert.DoesNotContain(bot.Logs.Lines, line => line.Contains("my vpn is down", StringComparison.Ordinal));
    }
}
