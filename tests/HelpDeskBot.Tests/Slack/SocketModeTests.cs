using System.Text.Json.Nodes;
using HelpDeskBot.Slack;
using HelpDeskBot.Slack.Payloads;
using HelpDeskBot.Tests.Support.Slack;

namespace HelpDeskBot.Tests.Slack;

/// <summary>Deliveries over a connection that this side opens, whatever happens to it.</summary>
public class SocketModeTests
{
    [Fact]
    public async Task Events_presses_commands_and_submissions_come_and_are_answered()
    {
        await using var app = await SlackApp.StartSocketAsync();
        app.Backend.OnCommand = command => new CommandAnswer($"heard {command.Text}");
        app.Backend.OnSubmit = _ => ViewAnswer.Errors(new Dictionary<string, string> { ["a"] = "no" });
        var amina = app.Slack.As("Amina");
        await amina.SaysAsync("hello");
        Assert.Equal("hello", Assert.IsType<MessageEvent>(((EventCallback)app.Backend.Effects[0].Payload).Event).Message.Text);
        Assert.Equal("heard x", (await amina.TypesAsync("/helpdesk", "x")).Answer!["text"]!.ToString());
        Assert.True((await amina.ChoosesAsync("report")).IsTaken);
        app.Slack.ViewApi.Show(amina.Id, (JsonObject)JsonNode.Parse("""
            {"type":"modal","title":{"type":"plain_text","text":"T"},"submit":{"type":"plain_text","text":"S"},
             "blocks":[{"type":"input","block_id":"a","label":{"type":"plain_text","text":"A"},"element":{"type":"plain_text_input","action_id":"text 1"}}]}
            """)!);
        Assert.Equal("errors", (await amina.SubmitsAsync()).Answer!["response_action"]!.ToString());
        Assert.Equal(4, app.Backend.Effects.Count);
    }

    [Fact]
    public async Task Nothing_is_acknowledged_before_it_is_put_down()
    {
        await using var app = await SlackApp.StartSocketAsync();
        var gate = new TaskCompletionSource();
        app.Backend.Gate = gate.Task;
        var socket = app.Slack.Deliveries.Sockets[0];
        var telling = app.Slack.As("Amina").SaysAsync("hello");
        Assert.Empty(socket.Acknowledged);
        Assert.Empty(app.Backend.Effects);
        gate.SetResult();
        await telling;
        Assert.Single(socket.Acknowledged);
        Assert.Single(app.Backend.Effects);
    }

    [Fact]
    public async Task What_could_not_be_put_down_is_not_acknowledged_and_comes_again()
    {
        await using var app = await SlackApp.StartSocketAsync();
        app.Backend.FailNext(1);
        var telling = app.Slack.As("Amina").SaysAsync("hello");
        await app.Time.WaitForTimerAsync(TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(3)); // Slack's patience
        while (app.Backend.Calls == 0)
        {
            await Task.Yield();
        }

        app.Time.Advance(TimeSpan.FromSeconds(3));
        await telling;
        Assert.Equal(2, app.Backend.Calls);
        Assert.Single(app.Backend.Effects);
    }

    [Fact]
    public async Task Events_are_put_down_in_the_order_in_which_they_come()
    {
        await using var app = await SlackApp.StartSocketAsync();
        var amina = app.Slack.As("Amina");
        await Task.WhenAll(Enumerable.Range(0, 200).Select(i => amina.SaysAsync($"{i}")));
        Assert.Equal(
            Enumerable.Range(0, 200).Select(i => $"{i}"),
            app.Backend.Effects.Select(delivery => ((MessageEvent)((EventCallback)delivery.Payload).Event!).Message.Text));
    }

    [Theory]
    [InlineData("warning")]
    [InlineData("refresh_requested")]
    public async Task The_next_connection_stands_before_the_one_before_ends(string reason)
    {
        await using var app = await SlackApp.StartSocketAsync();
        var old = app.Slack.Deliveries.Sockets[0];
        await old.WarnAsync(reason);
        await app.Slack.Deliveries.WaitForSocketAsync(2);
        Assert.Equal(2, app.Slack.Deliveries.Sockets.Count);
        await old.DeliverAsync(Envelope("late", Event("Ev-late"))); // still comes over the old one
        Assert.Equal("Ev-late", Assert.Single(app.Backend.Effects).Key);
        await app.Slack.As("Amina").SaysAsync("over the new one");
        await app.Time.WaitForTimerAsync(TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(30));
        app.Time.Advance(TimeSpan.FromSeconds(30));
        await old.Closed.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        Assert.Single(app.Slack.Deliveries.Sockets);
        Assert.Equal(2, app.Backend.Effects.Count);
    }

    [Fact]
    public async Task A_connection_is_replaced_before_its_time_is_over()
    {
        await using var app = await SlackApp.StartSocketAsync();
        await app.Time.WaitForTimerAsync(TimeSpan.FromMinutes(58), TimeSpan.FromMinutes(59)); // of 60
        app.Time.Advance(TimeSpan.FromMinutes(59));
        await app.Slack.Deliveries.WaitForSocketAsync(2);
        Assert.True(app.Slack.Deliveries.Sockets.Count >= 1);
        await app.Slack.As("Amina").SaysAsync("hello");
        Assert.Single(app.Backend.Effects);
    }

    [Fact]
    public async Task A_connection_that_breaks_is_opened_again_ever_more_slowly()
    {
        await using var app = await SlackApp.StartSocketAsync();
        for (var number = 1; number <= 3; number++)
        {
            (await app.Slack.Deliveries.WaitForSocketAsync(number)).Break();
            var pause = TimeSpan.FromSeconds(Math.Pow(2, number - 1));
            await app.Time.WaitForTimerAsync(pause, pause);
            app.Time.Advance(pause);
        }

        await app.Slack.Deliveries.WaitForSocketAsync(4);
        await app.Slack.As("Amina").SaysAsync("hello");
        Assert.Single(app.Backend.Effects);
    }

    [Fact]
    public async Task While_Slack_gives_no_connection_it_is_asked_again()
    {
        await using var app = await SlackApp.StartSocketAsync();
        app.Slack.Faults.Next("apps.connections.open", Fault.Unavailable, Fault.TooMany, Fault.Dropped);
        app.Slack.Deliveries.Sockets[0].Break();
        var reconnected = app.Slack.Deliveries.WaitForSocketAsync(2);
        await app.PassTimeUntilAsync(reconnected);
        await app.Slack.As("Amina").SaysAsync("hello");
        Assert.Single(app.Backend.Effects);
    }

    [Fact]
    public async Task A_switched_off_Socket_Mode_is_tried_again_in_a_minute()
    {
        await using var app = await SlackApp.StartSocketAsync();
        await app.Slack.Deliveries.Sockets[0].WarnAsync("link_disabled");
        await app.Time.WaitForTimerAsync(TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1));
        Assert.Single(app.Slack.Calls, call => call.Method == "apps.connections.open");
        app.Time.Advance(TimeSpan.FromMinutes(1));
        await app.Slack.Deliveries.WaitForSocketAsync(2);
    }

    [Fact]
    public async Task What_is_in_hand_when_the_program_stops_is_put_down_and_acknowledged()
    {
        var app = await SlackApp.StartSocketAsync();
        var gate = new TaskCompletionSource();
        app.Backend.Gate = gate.Task;
        var socket = app.Slack.Deliveries.Sockets[0];
        var telling = app.Slack.As("Amina").SaysAsync("hello");
        while (app.Backend.Begun == 0)
        {
            await Task.Yield();
        }

        var stopping = app.StopAsync();
        gate.SetResult();
        await telling;
        Assert.Single(socket.Acknowledged);
        await stopping;
        await app.DisposeAsync();
    }

    [Fact]
    public async Task What_is_not_from_our_workspace_is_let_go_and_what_is_nothing_does_nothing()
    {
        await using var app = await SlackApp.StartSocketAsync();
        var socket = app.Slack.Deliveries.Sockets[0];
        await socket.SendAsync("");
        await socket.SendAsync("{");
        await socket.SendAsync("[1]");
        await socket.SendAsync("""{"type":"events_api","envelope_id":"x","payload":7}""");
        await socket.SendAsync("""{"type":"events_api","payload":{}}""");
        await socket.DeliverAsync(Envelope("malformed", new JsonObject { ["type"] = "event_callback", ["team_id"] = 7 }));
        var other = Event("Ev1");
        other["team_id"] = "T2";
        await socket.DeliverAsync(Envelope("other", other));
        await socket.DeliverAsync(Envelope("ours", Event("Ev2")));
        Assert.Equal(["malformed", "other", "ours"], socket.Acknowledged);
        Assert.Equal("Ev2", Assert.Single(app.Backend.Effects).Key);
    }

    [Fact]
    public async Task The_same_delivery_over_two_connections_has_one_effect()
    {
        await using var app = await SlackApp.StartSocketAsync();
        var first = app.Slack.Deliveries.Sockets[0];
        await first.WarnAsync("refresh_requested");
        var second = await app.Slack.Deliveries.WaitForSocketAsync(2);
        await Task.WhenAll(first.DeliverAsync(Envelope("e1", Event("Ev1"))), second.DeliverAsync(Envelope("e2", Event("Ev1"))));
        Assert.Equal(2, app.Backend.Calls);
        Assert.Single(app.Backend.Effects);
    }

    private static JsonObject Event(string id) => new()
    {
        ["type"] = "event_callback",
        ["team_id"] = FakeSlack.Team,
        ["api_app_id"] = FakeSlack.App,
        ["event_id"] = id,
        ["event"] = new JsonObject { ["type"] = "app_uninstalled" },
    };

    private static JsonObject Envelope(string id, JsonObject payload) =>
        new() { ["envelope_id"] = id, ["type"] = "events_api", ["accepts_response_payload"] = false, ["payload"] = payload };
}
