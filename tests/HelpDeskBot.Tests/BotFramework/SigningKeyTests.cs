using System.Net;
using HelpDeskBot.BotFramework.Authentication;
using HelpDeskBot.Tests.Support.Teams;
using Microsoft.AspNetCore.Http;

namespace HelpDeskBot.Tests.BotFramework;

/// <summary>Microsoft's keys come, change, and cannot be read for a while.</summary>
public class SigningKeyTests
{
    private const string KeysUrl = "https://login.botframework.com/v1/.well-known/keys";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Keys_are_read_once_for_many_deliveries()
    {
        await using var bot = await TestBot.StartAsync(clock: new FakeTime());
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => AssertDeliversAsync(bot, 200)));
        Assert.Equal(1, bot.Cloud.Issuer.Reads);
    }

    [Fact]
    public async Task A_new_key_is_known_with_its_first_delivery_and_an_old_one_is_forgotten()
    {
        await using var bot = await TestBot.StartAsync(clock: new FakeTime());
        await AssertDeliversAsync(bot, 200);
        var old = new DeliveryForge(bot.Cloud.Issuer).Good();
        bot.Cloud.Issuer.Keys = [FakeIssuer.NewKey()];
        bot.Time.Pass(SigningKeys.Pause);
        await AssertDeliversAsync(bot, 200);
        Assert.Equal(2, bot.Cloud.Issuer.Reads);
        using var response = await Deliveries.PostAsync(bot, "Bearer " + old, Deliveries.Message());
        await Deliveries.AssertRefusedAsync(response, 401);
    }

    [Fact]
    public async Task A_new_key_is_asked_for_at_most_twice_a_minute()
    {
        await using var bot = await TestBot.StartAsync(clock: new FakeTime());
        await AssertDeliversAsync(bot, 200);
        bot.Cloud.Issuer.Keys = [FakeIssuer.NewKey()];
        bot.Time.Pass(SigningKeys.Pause - TimeSpan.FromTicks(1));
        await AssertDeliversAsync(bot, 401);
        Assert.Equal(1, bot.Cloud.Issuer.Reads);
        bot.Time.Pass(TimeSpan.FromTicks(1));
        await AssertDeliversAsync(bot, 200);
    }

    [Fact]
    public async Task Keys_are_read_again_every_day_and_no_delivery_waits_for_that()
    {
        await using var bot = await TestBot.StartAsync(clock: new FakeTime());
        await AssertDeliversAsync(bot, 200);
        await bot.Cloud.Issuer.AskedAsync();
        bot.Time.Pass(SigningKeys.Fresh - TimeSpan.FromTicks(1));
        await AssertDeliversAsync(bot, 200);
        Assert.Equal(1, bot.Cloud.Issuer.Reads);

        var answered = new TaskCompletionSource();
        bot.Cloud.Issuer.Instead = _ => answered.Task;
        bot.Time.Pass(TimeSpan.FromTicks(1));
        await AssertDeliversAsync(bot, 200);
        await bot.Cloud.Issuer.AskedAsync();
        await AssertDeliversAsync(bot, 200);
        answered.SetResult();
        Assert.Equal(2, bot.Cloud.Issuer.Reads);
    }

    public static TheoryData<string> Outages => [.. Troubles.Keys];

    private static Dictionary<string, Func<HttpContext, Task>> Troubles { get; } = new(StringComparer.Ordinal)
    {
        ["500"] = context => Answer(context, 500, ""),
        ["404"] = context => Answer(context, 404, ""),
        ["a broken connection"] = context =>
        {
            context.Abort();
            return Task.CompletedTask;
        },
        ["no JSON"] = context => Answer(context, 200, "<html>"),
        ["nothing"] = context => Answer(context, 200, ""),
        ["no keys"] = context => Answer(context, 200, IsMetadata(context) ? Metadata(KeysUrl) : """{"keys":[]}"""),
        ["keys that are none"] = context =>
            Answer(context, 200, IsMetadata(context) ? Metadata(KeysUrl) : """{"keys":[{"kty":"oct","kid":"a","k":"AAAA"},{"kty":"RSA"}]}"""),
        ["keys without TLS"] = context => Answer(context, 200, Metadata("http://login.botframework.com/v1/.well-known/keys")),
        ["keys of nobody"] = context => Answer(context, 200, Metadata("https://evil.example/keys")),
        ["another address"] = context =>
        {
            context.Response.Headers.Location = "https://evil.example/";
            return Answer(context, 302, "");
        },
        ["a flood"] = context => Answer(context, 200, new string(' ', 3 * 1024 * 1024)),
    };

    [Theory]
    [MemberData(nameof(Outages))]
    public async Task While_keys_cannot_be_read_the_last_ones_stay_good(string what)
    {
        await using var bot = await TestBot.StartAsync(clock: new FakeTime());
        await AssertDeliversAsync(bot, 200);
        var known = bot.Cloud.Issuer.Keys;
        bot.Cloud.Issuer.Instead = Troubles[what];
        for (var day = 1; day <= 3; day++)
        {
            bot.Time.Pass(SigningKeys.Fresh);
            while (bot.Logs.Lines.Count(line => line.Contains("Signing keys cannot be read", StringComparison.Ordinal)) < day)
            {
                await AssertDeliversAsync(bot, 200); // the attempt of the day before may not be quite over at the first
            }
        }

        bot.Cloud.Issuer.Keys = [FakeIssuer.NewKey()];
        bot.Time.Pass(SigningKeys.Pause);
        await AssertDeliversAsync(bot, 401); // nobody can tell whether it is Microsoft's
        bot.Cloud.Issuer.Keys = known;
        await AssertDeliversAsync(bot, 200);

        bot.Cloud.Issuer.Instead = null;
        bot.Cloud.Issuer.Keys = [FakeIssuer.NewKey()];
        bot.Time.Pass(SigningKeys.Pause);
        await AssertDeliversAsync(bot, 200);
    }

    [Theory]
    [MemberData(nameof(Outages))]
    public async Task Before_any_keys_were_read_nothing_is_let_in_and_it_may_come_again(string what)
    {
        await using var bot = await TestBot.StartAsync(clock: new FakeTime());
        bot.Cloud.Issuer.Instead = Troubles[what];
        await AssertDeliversAsync(bot, 503);
        await AssertDeliversAsync(bot, 503);
        Assert.Equal(1, bot.Cloud.Issuer.Reads);
        Assert.Empty(bot.Backend.Received);

        bot.Cloud.Issuer.Instead = null;
        bot.Time.Pass(SigningKeys.FirstPause);
        await AssertDeliversAsync(bot, 200);
    }

    [Fact]
    public async Task Keys_that_do_not_come_in_time_are_not_waited_for()
    {
        await using var bot = await TestBot.StartAsync(clock: new FakeTime());
        var answered = new TaskCompletionSource();
        bot.Cloud.Issuer.Instead = _ => answered.Task;
        var delivering = AssertDeliversAsync(bot, 503);
        await bot.Cloud.Issuer.AskedAsync();
        bot.Time.Pass(TimeSpan.FromSeconds(5));
        await delivering;
        answered.SetResult();
    }

    private static async Task AssertDeliversAsync(TestBot bot, int status)
    {
        using var response = await Deliveries.PostAsync(bot, "Bearer " + new DeliveryForge(bot.Cloud.Issuer).Good(), Deliveries.Message());
        Assert.Equal((HttpStatusCode)status, response.StatusCode);
    }

    private static bool IsMetadata(HttpContext context) => context.Request.Path == "/v1/.well-known/openidconfiguration";

    private static string Metadata(string keys) => $$"""{"issuer":"https://api.botframework.com","jwks_uri":"{{keys}}"}""";

    private static Task Answer(HttpContext context, int status, string body)
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsync(body, Stop);
    }
}
