using System.Net;
using System.Text.Json.Nodes;
using HelpDeskBot.Slack;
using HelpDeskBot.Slack.Payloads;
using HelpDeskBot.Tests.Support.Slack;

namespace HelpDeskBot.Tests.Slack;

/// <summary>What comes over HTTP is put down, then acknowledged.</summary>
public class RouteTests
{
    private static readonly JsonObject Form = (JsonObject)JsonNode.Parse("""
        {"type":"modal","callback_id":"v","title":{"type":"plain_text","text":"Reply"},"submit":{"type":"plain_text","text":"Send"},"private_metadata":"{}",
         "blocks":[{"type":"input","block_id":"text","label":{"type":"plain_text","text":"Text"},"element":{"type":"plain_text_input","action_id":"text 1"}},
                   {"type":"actions","elements":[{"type":"button","action_id":"v 0","text":{"type":"plain_text","text":"Fill"},"value":"{}"}]}]}
        """)!;

    [Fact]
    public async Task A_message_reaches_the_backend()
    {
        await using var app = await SlackApp.StartAsync();
        var amina = app.Slack.As("Amina");
        var said = await amina.SaysAsync("my <vpn> & token");
        var delivery = Assert.Single(app.Backend.Effects);
        Assert.Equal(("T1", ((EventCallback)delivery.Payload).EventId), (delivery.Team, delivery.Key));
        var message = Assert.IsType<MessageEvent>(((EventCallback)delivery.Payload).Event);
        Assert.Equal((amina.Direct.Id, "im", amina.Id, said.Ts, "my &lt;vpn&gt; &amp; token"), (message.Channel, message.ChannelType, message.Message.User, message.Message.Ts, message.Message.Text));
        Assert.Equal(delivery.Payload.DeliveryKey, SlackPayloads.Read(delivery.Json)!.DeliveryKey);
    }

    [Fact]
    public async Task What_could_not_be_put_down_comes_again_and_is_taken_once()
    {
        await using var app = await SlackApp.StartAsync();
        app.Backend.FailNext(2);
        var telling = app.Slack.As("Amina").SaysAsync("hello");
        await app.PassTimeUntilAsync(telling); // the second retry is a minute away
        Assert.Equal(3, app.Backend.Calls);
        Assert.Single(app.Backend.Effects);
    }

    [Fact]
    public async Task Events_twice_and_out_of_order_have_one_effect_each()
    {
        await using var app = await SlackApp.StartAsync();
        app.Slack.Deliveries.Often(seed: 3, dropped: 0, twice: 0.5, late: 0.5);
        var amina = app.Slack.As("Amina");
        await app.PassTimeUntilAsync(Task.WhenAll(Enumerable.Range(0, 40).Select(i => amina.SaysAsync($"message {i}"))));
        Assert.True(app.Backend.Calls > 40);
        Assert.Equal(40, app.Backend.Effects.Select(delivery => delivery.Key).Distinct().Count());
        Assert.Equal(40, app.Backend.Effects.Count);
    }

    [Fact]
    public async Task A_press_is_acknowledged_at_once()
    {
        await using var app = await SlackApp.StartAsync();
        var amina = app.Slack.As("Amina");
        var message = new FakeMessage { Ts = "1.000001", BotId = FakeSlack.BotId, Blocks = (JsonArray)Form["blocks"]!.DeepClone() };
        var taken = await amina.PressesAsync(amina.Direct, message, "Fill", (JsonObject)JsonNode.Parse("""{"values":{}}""")!);
        Assert.True(taken.IsTaken);
        Assert.Null(taken.Answer);
        var press = Assert.IsType<BlockActions>(Assert.Single(app.Backend.Effects).Payload);
        Assert.Equal(("v 0", amina.Id, "message", "1.000001", amina.Direct.Id), (press.Actions![0]["action_id"]!.ToString(), press.User!.Id, press.Container!.Type, press.Container.MessageTs, press.Channel!.Id));
        Assert.Equal(press.TriggerId, app.Backend.Effects[0].Key);
    }

    [Fact]
    public async Task A_submission_is_answered_with_errors_at_the_fields_and_then_closes()
    {
        await using var app = await SlackApp.StartAsync();
        var chen = app.Slack.As("Chen");
        app.Slack.ViewApi.Show(chen.Id, (JsonObject)Form.DeepClone());
        app.Backend.OnSubmit = submission => submission.View!["state"]!["values"]!["text"]!["text 1"]!["value"]?.ToString() is { Length: > 0 }
            ? ViewAnswer.Close
            : ViewAnswer.Errors(new Dictionary<string, string> { ["text"] = "Write something" });
        var refused = await chen.SubmitsAsync();
        Assert.Equal("""{"response_action":"errors","errors":{"text":"Write something"}}""", refused.Answer!.ToJsonString());
        Assert.NotNull(chen.Modal);
        var closed = await chen.SubmitsAsync(("text", "done"));
        Assert.Null(closed.Answer);
        Assert.Null(chen.Modal);
    }

    [Fact]
    public async Task A_submission_may_bring_another_view()
    {
        await using var app = await SlackApp.StartAsync();
        var chen = app.Slack.As("Chen");
        app.Slack.ViewApi.Show(chen.Id, (JsonObject)Form.DeepClone());
        var answers = new Queue<ViewAnswer>([ViewAnswer.Update(Form), ViewAnswer.Push(Form), ViewAnswer.Clear]);
        app.Backend.OnSubmit = _ => answers.Dequeue();
        var first = chen.Modal;
        await chen.SubmitsAsync();
        Assert.Same(first, chen.Modal);
        await chen.SubmitsAsync();
        Assert.NotSame(first, chen.Modal);
        await chen.SubmitsAsync();
        Assert.Null(chen.Modal);
        Assert.True((await chen.PressesAsync(chen.Direct, new FakeMessage { Ts = "1.0", Blocks = (JsonArray)Form["blocks"]!.DeepClone() }, "Fill")).IsTaken);
    }

    [Fact]
    public async Task A_command_is_answered_to_who_typed_it()
    {
        await using var app = await SlackApp.StartAsync();
        app.Backend.OnCommand = command => command.Text == "" ? null : new CommandAnswer($"{command.Command} {command.Text} by {command.UserId} in {command.ChannelId}");
        var amina = app.Slack.As("Amina");
        Assert.Null((await amina.TypesAsync("/helpdesk", "")).Answer);
        await amina.TypesAsync("/helpdesk", "my tickets & more");
        Assert.Equal($"/helpdesk my tickets & more by UAMINA in {amina.Direct.Id}", Assert.Single(amina.Seen).Text);
    }

    [Fact]
    public async Task A_menu_gets_its_choices()
    {
        await using var app = await SlackApp.StartAsync();
        app.Backend.OnSuggest = asked => [.. Enumerable.Range(0, 120).Select(i => new SlackOption($"{asked.Value} {i}", $"{i}"))];
        var options = (await app.Slack.As("Amina").SearchesAsync("category", "ne")).Answer!["options"]!.AsArray();
        Assert.Equal(100, options.Count);
        Assert.Equal("""{"text":{"type":"plain_text","text":"ne 7","emoji":false},"value":"7"}""", options[7]!.ToJsonString());
    }

    [Fact]
    public async Task Shortcuts_reach_the_backend()
    {
        await using var app = await SlackApp.StartAsync();
        var amina = app.Slack.As("Amina");
        await amina.ChoosesAsync("report");
        await amina.ChoosesAsync("ticket_from_message", amina.Direct, new FakeMessage { Ts = "1.000001", User = "UBRUNO", Text = "it burns" });
        Assert.Equal("report", Assert.IsType<Shortcut>(app.Backend.Effects[0].Payload).CallbackId);
        var chosen = Assert.IsType<MessageAction>(app.Backend.Effects[1].Payload);
        Assert.Equal(("ticket_from_message", "it burns", "UBRUNO"), (chosen.CallbackId, chosen.Message!.Text, chosen.Message.User));
    }

    [Fact]
    public async Task A_failure_says_nothing()
    {
        await using var app = await SlackApp.StartAsync();
        app.Backend.FailNext(1);
        using var response = await app.Slack.Deliveries.PostAsync(
            "slack/events", """{"type":"event_callback","team_id":"T1","api_app_id":"A1","event_id":"Ev1","event":{"type":"x"}}""", "application/json");
        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("slack/events", "")]
    [InlineData("slack/events", "{")]
    [InlineData("slack/events", "[]")]
    [InlineData("slack/events", "null")]
    [InlineData("slack/events", """{"type":"event_callback","team_id":"T1","team_id":"T1"}""")]
    [InlineData("slack/events", """{"type":"event_callback","team_id":7}""")]
    [InlineData("slack/events", """{"type":"event_callback","team_id":"T1","api_app_id":"A1","event":7}""")]
    [InlineData("slack/events", """{"type":"event_callback","team_id":"T1","api_app_id":"A1","event":{"type":"message"}}""")]
    [InlineData("slack/interactivity", "")]
    [InlineData("slack/interactivity", "{}")]
    [InlineData("slack/interactivity", "payload=")]
    [InlineData("slack/interactivity", "payload=%7B")]
    [InlineData("slack/interactivity", "payload={}&payload={}")]
    [InlineData("slack/interactivity", "payload={\"type\":\"block_actions\",\"team\":7}")]
    [InlineData("slack/commands", "")]
    [InlineData("slack/commands", "command=/a&command=/b")]
    public async Task What_is_malformed_is_refused(string path, string body)
    {
        await using var app = await SlackApp.StartAsync();
        using var response = await app.Slack.Deliveries.PostAsync(path, body, path == "slack/events" ? "application/json" : "application/x-www-form-urlencoded");
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Equal(0, app.Backend.Calls);
    }

    [Fact]
    public async Task Bodies_larger_than_Slacks_are_refused()
    {
        await using var app = await SlackApp.StartAsync();
        using var response = await app.Slack.Deliveries.PostAsync("slack/events", new string(' ', 1024 * 1024) + "{}", "application/json");
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
    }

    [Theory]
    [InlineData("""{"type":"app_rate_limited","team_id":"T1","api_app_id":"A1","minute_rate_limited":1}""")]
    [InlineData("""{"type":"something_new"}""")]
    [InlineData("{}")]
    public async Task Kinds_that_are_not_known_are_acknowledged_and_let_go(string body)
    {
        await using var app = await SlackApp.StartAsync();
        using var response = await app.Slack.Deliveries.PostAsync("slack/events", body, "application/json");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(0, app.Backend.Calls);
    }
}
