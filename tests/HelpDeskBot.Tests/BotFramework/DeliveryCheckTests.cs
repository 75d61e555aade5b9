using System.Net;
using System.Text.Json.Nodes;
using HelpDeskBot.BotFramework;
using HelpDeskBot.BotFramework.Schema;
using HelpDeskBot.Tests.Support.Teams;

namespace HelpDeskBot.Tests.BotFramework;

/// <summary>A good token lets in what it is for, from people who are served, and nothing else.</summary>
public class DeliveryCheckTests(BotFixture fixture) : IClassFixture<BotFixture>
{
    private const string Stranger = "99999999-9999-9999-9999-999999999999";

    private TestBot Bot => fixture.Bot;

    public static TheoryData<string, string, string?> Wrong => new()
    {
        { "service_url.mismatch", "serviceUrl", "https://smba.trafficmanager.net/amer/" },
        { "service_url.mismatch", "serviceUrl", "https://smba.trafficmanager.net/emea" },
        { "service_url.mismatch", "serviceUrl", "https://smba.trafficmanager.net/emea/x" },
        { "service_url.mismatch", "serviceUrl", "http://smba.trafficmanager.net/emea/" },
        { "service_url.mismatch", "serviceUrl", "https://smba.trafficmanager.net:443/emea/" },
        { "service_url.mismatch", "serviceUrl", "https://evil.example/" },
        { "service_url.mismatch", "serviceUrl", "http://127.0.0.1:3978/" },
        { "service_url.mismatch", "serviceUrl", "" },
        { "service_url.mismatch", "serviceUrl", " https://smba.trafficmanager.net/emea/" },
        { "channel.not_served", "channelId", "webchat" },
        { "channel.not_served", "channelId", "emulator" },
        { "channel.not_served", "channelId", "directline" },
        { "channel.not_served", "channelId", "MSTEAMS" },
        { "channel.not_served", "channelId", "" },
        { "tenant.not_allowed", "channelData.tenant.id", Stranger },
        { "tenant.not_allowed", "conversation.tenantId", Stranger },
        { "tenant.not_allowed", "conversation.tenantId", "" },
        { "tenant.not_allowed", "conversation.tenantId", "*" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task What_the_token_is_not_for_is_refused(string code, string member, string? value)
    {
        await AssertRefusedAsync(Bot, Deliveries.With(member, value));
        Assert.Contains(Bot.Logs.Lines, line => line.Contains($"Delivery refused: {code}, answered 403", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Somebody_without_a_tenant_is_refused()
    {
        var nobody = Deliveries.With("channelData", null);
        DeliveryForge.Changed(nobody["conversation"]!.AsObject(), "tenantId", null);
        await AssertRefusedAsync(Bot, nobody);
        Assert.Contains(Bot.Logs.Lines, line => line.Contains("tenant.absent", StringComparison.Ordinal));

        var odd = Deliveries.With("channelData.tenant", 7);
        DeliveryForge.Changed(odd["conversation"]!.AsObject(), "tenantId", null);
        await AssertRefusedAsync(Bot, odd);
    }

    [Theory]
    [InlineData("channelData")]
    [InlineData("channelData.tenant")]
    [InlineData("conversation.tenantId")]
    public async Task A_tenant_is_known_from_either_place(string absent)
    {
        await AssertDeliveredAsync(Bot, Deliveries.With(absent, null));
        Assert.Equal(FakeConversations.Tenant, Bot.Backend.Received[^1].Caller.TenantId);
    }

    [Fact]
    public async Task A_host_that_is_not_known_is_refused_even_if_Microsoft_signs_for_it()
    {
        string[] urls = ["https://evil.example/", "http://127.0.0.1:3978/", "http://smba.trafficmanager.net/emea/", "https://smba.trafficmanager.net@evil.example/"];
        foreach (var url in urls)
        {
            var token = new DeliveryForge(Bot.Cloud.Issuer).With("serviceurl", url);
            using var response = await Deliveries.PostAsync(Bot, "Bearer " + token, Deliveries.With("serviceUrl", url));
            await Deliveries.AssertRefusedAsync(response, 403);
        }

        Assert.Contains(Bot.Logs.Lines, line => line.Contains("service_url.not_allowed", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("webchat")]
    [InlineData("MSTEAMS")]
    [InlineData("msteams ")]
    [InlineData("webchat,directline,msteamsx")]
    public async Task A_key_signs_for_the_channels_it_may(string? endorsements)
    {
        await using var bot = await TestBot.StartAsync(clock: new FakeTime());
        bot.Cloud.Issuer.Keys = [bot.Cloud.Issuer.Keys[0] with { Endorsements = endorsements?.Split(',') }];
        await AssertRefusedAsync(bot, Deliveries.Message());
        Assert.Contains(bot.Logs.Lines, line => line.Contains("key.not_endorsed", StringComparison.Ordinal));

        bot.Cloud.Issuer.Keys = [FakeIssuer.NewKey() with { Endorsements = ["webchat", "msteams"] }];
        bot.Time.Pass(TimeSpan.FromMinutes(1));
        await AssertDeliveredAsync(bot, Deliveries.Message());
    }

    [Fact]
    public async Task Several_tenants_can_be_served_in_any_case_of_their_ids()
    {
        const string Other = "abcdefab-cdef-abcd-efab-cdefabcdefab";
        await using var bot = await TestBot.StartAsync(TestBot.Registered with { Tenants = [FakeConversations.Tenant, Other.ToUpperInvariant()] }, new FakeTime());
        await AssertDeliveredAsync(bot, Deliveries.Message());
        var theirs = Deliveries.With("channelData.tenant.id", Other);
        theirs["conversation"]!["tenantId"] = Other;
        await AssertDeliveredAsync(bot, theirs);
    }

    [Fact]
    public async Task What_the_backend_gets_says_who_speaks_where()
    {
        await AssertDeliveredAsync(Bot, Deliveries.Message());
        var (caller, activity) = Bot.Backend.Received[^1];
        Assert.Equal(new BotFrameworkCaller("msteams", "a:amina", "29:amina", FakeConversations.Tenant) { ObjectId = "object-of-amina" }, caller);
        SameJson.Assert(Deliveries.Message(), System.Text.Json.JsonSerializer.SerializeToNode(activity, ActivityJson.Default.Activity));
    }

    private static async Task AssertRefusedAsync(TestBot bot, JsonObject activity)
    {
        var before = bot.Backend.Received.Count;
        using var response = await Deliveries.PostAsync(bot, "Bearer " + new DeliveryForge(bot.Cloud.Issuer).Good(), activity);
        await Deliveries.AssertRefusedAsync(response, 403);
        Assert.Equal(before, bot.Backend.Received.Count);
    }

    private static async Task AssertDeliveredAsync(TestBot bot, JsonObject activity)
    {
        using var response = await Deliveries.PostAsync(bot, "Bearer " + new DeliveryForge(bot.Cloud.Issuer).Good(), activity);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }
}
