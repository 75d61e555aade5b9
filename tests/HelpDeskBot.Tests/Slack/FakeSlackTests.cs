using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using HelpDeskBot.Tests.Support.Slack;

namespace HelpDeskBot.Tests.Slack;

/// <summary>The fake is as strict as Slack's pages say, or the tests beside it would prove nothing.</summary>
public class FakeSlackTests
{
    private readonly ManualTime _time = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_channel_takes_a_post_a_second()
    {
        await using var slack = await FakeSlack.StartAsync(_time);
        var (a, b) = (slack.AddChannel("a").Id, slack.AddChannel("b").Id);
        Assert.Equal(200, await StatusAsync(slack, "chat.postMessage", ("channel", a), ("text", "x")));
        Assert.Equal(429, await StatusAsync(slack, "chat.postMessage", ("channel", a), ("text", "x")));
        Assert.Equal(200, await StatusAsync(slack, "chat.postMessage", ("channel", b), ("text", "x")));
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(200, await StatusAsync(slack, "chat.postMessage", ("channel", a), ("text", "x")));
    }

    [Fact]
    public async Task A_method_takes_the_calls_of_its_tier()
    {
        await using var slack = await FakeSlack.StartAsync(_time);
        var channel = slack.AddChannel("a").Id;
        for (var call = 0; call < 50; call++)
        {
            Assert.Equal(200, await StatusAsync(slack, "conversations.info", ("channel", channel)));
        }

        using var response = await CallAsync(slack, "conversations.info", ("channel", channel));
        Assert.Equal(HttpStatusCode.TooManyRequests, response.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(60), response.Headers.RetryAfter!.Delta);
        slack.Limits.AreOn = false;
        Assert.Equal(200, await StatusAsync(slack, "conversations.info", ("channel", channel)));
    }

    [Theory]
    [InlineData("""[{"type":"rich_text","elements":[{"type":"rich_text_section","elements":[{"type":"text","text":"x"}]}]}]""", """[{"type":"divider"}]""", "block_mismatch")]
    [InlineData("""[{"type":"divider"}]""", """[{"type":"rich_text","elements":[{"type":"rich_text_section","elements":[{"type":"text","text":"x"}]}]}]""", null)]
    [InlineData("""[{"type":"divider"}]""", """[{"type":"header","text":{"type":"mrkdwn","text":"x"}}]""", "invalid_blocks")]
    public async Task A_message_is_changed_as_Slack_allows(string before, string after, string? error)
    {
        await using var slack = await FakeSlack.StartAsync(_time);
        var channel = slack.AddChannel("a");
        await StatusAsync(slack, "chat.postMessage", ("channel", channel.Id), ("text", "x"), ("blocks", before));
        using var response = await CallAsync(slack, "chat.update", ("channel", channel.Id), ("ts", channel.Messages[0].Ts), ("text", "y"), ("blocks", after));
        var answer = JsonNode.Parse(await response.Content.ReadAsStringAsync(Stop))!;
        Assert.Equal((error is null, error), (answer["ok"]!.GetValue<bool>(), answer["error"]?.ToString()));
    }

    private static async Task<int> StatusAsync(FakeSlack slack, string method, params (string Name, string Value)[] fields)
    {
        using var response = await CallAsync(slack, method, fields);
        return (int)response.StatusCode;
    }

    private static async Task<HttpResponseMessage> CallAsync(FakeSlack slack, string method, params (string Name, string Value)[] fields)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(slack.Options.Addresses.Api, method));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", slack.Options.BotToken);
        request.Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        return await http.SendAsync(request, Stop);
    }
}
