using System.Text.Json.Nodes;
using HelpDeskBot.Slack.Api;
using HelpDeskBot.Tests.Support.Slack;

namespace HelpDeskBot.Tests.Slack;

/// <summary>The Web API: what is asked is done, and what became of it is said.</summary>
public class CallTests
{
    private static readonly JsonArray Blocks = (JsonArray)JsonNode.Parse("""
        [{"type":"rich_text","elements":[{"type":"rich_text_section","elements":[{"type":"text","text":"a <b> & c"}]}]}]
        """)!;

    private static readonly JsonObject Modal = (JsonObject)JsonNode.Parse("""
        {"type":"modal","title":{"type":"plain_text","text":"Title"},"blocks":[{"type":"divider"}]}
        """)!;

    private readonly ManualTime _time = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_message_is_posted_changed_found_and_deleted()
    {
        await using var slack = await FakeSlack.StartAsync(_time);
        using var client = SlackApp.ClientOf(slack, _time);
        var amina = slack.As("Amina");
        var direct = (await client.Conversations.OpenAsync(amina.Id, Stop)).Value!;
        Assert.Equal((amina.Direct.Id, true, amina.Id), (direct.Id, direct.IsIm, direct.User));

        var posted = await client.Chat.PostAsync(new OutgoingMessage(direct.Id!, "a &lt;b&gt;") { Blocks = Blocks, Key = "k1" }, triedSince: null, Stop);
        Assert.True(posted.IsOk);
        var found = await client.Conversations.FindByKeyAsync(direct.Id!, threadTs: null, "k1", _time.GetUtcNow(), Stop);
        Assert.Equal(posted.Value.Ts, found.Value!.Ts);
        Assert.Null((await client.Conversations.FindByKeyAsync(direct.Id!, threadTs: null, "k2", _time.GetUtcNow(), Stop)).Value!.Ts);

        Assert.True((await client.Chat.UpdateAsync(new OutgoingMessage(direct.Id!, "new") { Blocks = Blocks }, posted.Value.Ts, Stop)).IsOk);
        Assert.EndsWith(posted.Value.Ts.Replace(".", "", StringComparison.Ordinal), (await client.Chat.GetPermalinkAsync(direct.Id!, posted.Value.Ts, Stop)).Value!.ToString(), StringComparison.Ordinal);
        Assert.True((await client.Chat.DeleteAsync(direct.Id!, posted.Value.Ts, Stop)).IsOk);
        Assert.True((await client.Chat.DeleteAsync(direct.Id!, posted.Value.Ts, Stop)).IsOk); // that it is gone is as good
        Assert.Equal([("post", "a &lt;b&gt;"), ("update", "new"), ("delete", "new")], amina.Seen.Select(shown => (shown.What, shown.Text)));
    }

    [Fact]
    public async Task A_thread_is_read_with_its_beginning()
    {
        await using var slack = await FakeSlack.StartAsync(_time);
        slack.Limits.AreOn = false;
        using var client = SlackApp.ClientOf(slack, new ManualTime { Jumps = TimeSpan.FromSeconds(2) });
        var room = slack.AddChannel("support", "Chen");
        var root = (await client.Chat.PostAsync(new OutgoingMessage(room.Id, "card"), null, Stop)).Value!;
        await client.Chat.PostAsync(new OutgoingMessage(room.Id, "reply") { ThreadTs = root.Ts, Key = "r1", Username = "Amina" }, null, Stop);
        await slack.As("Chen").SaysAsync("internal", room, root.Ts);

        var thread = await client.Conversations.ReadAsync(new MessageQuery(room.Id) { ThreadTs = root.Ts }, Stop);
        Assert.Equal(["card", "reply", "internal"], thread.Value!.Messages.Select(message => message.Text));
        Assert.Equal("r1", ConversationsApi.KeyOf(thread.Value.Messages[1]));
        Assert.Equal([FakeSlack.BotId, FakeSlack.BotId, null], thread.Value.Messages.Select(message => message.BotId));
        var channel = await client.Conversations.ReadAsync(new MessageQuery(room.Id), Stop);
        Assert.Equal(["card"], channel.Value!.Messages.Select(message => message.Text));
        Assert.NotNull((await client.Conversations.FindByKeyAsync(room.Id, root.Ts, "r1", _time.GetUtcNow(), Stop)).Value!.Ts);
        Assert.Equal(["UBOT", "UCHEN"], (await client.Conversations.MembersAsync(room.Id, cursor: null, Stop)).Value!.Users.Order(StringComparer.Ordinal));
        Assert.Equal(("support", true), ((await client.Conversations.InfoAsync(room.Id, Stop)).Value!.Name, (await client.Conversations.InfoAsync(room.Id, Stop)).Value!.IsMember));
    }

    [Fact]
    public async Task A_long_history_is_read_to_its_end()
    {
        await using var slack = await FakeSlack.StartAsync(_time);
        using var client = SlackApp.ClientOf(slack, _time);
        var room = slack.AddChannel("support", "Chen");
        await client.Chat.PostAsync(new OutgoingMessage(room.Id, "first") { Key = "k1" }, null, Stop);
        var since = _time.GetUtcNow();
        foreach (var number in Enumerable.Range(0, 450))
        {
            await slack.As("Chen").SaysAsync($"{number}", room);
        }

        Assert.NotNull((await client.Conversations.FindByKeyAsync(room.Id, null, "k1", since, Stop)).Value!.Ts);
        Assert.Equal(3, slack.Calls.Count(call => call.Method == "conversations.history"));
        _time.Advance(TimeSpan.FromMinutes(10));
        Assert.Null((await client.Conversations.FindByKeyAsync(room.Id, null, "k1", _time.GetUtcNow(), Stop)).Value!.Ts); // not so long ago
    }

    [Fact]
    public async Task People_are_described()
    {
        await using var slack = await FakeSlack.StartAsync(_time);
        using var client = SlackApp.ClientOf(slack, _time);
        var user = (await client.Users.InfoAsync(slack.As("Amina").Id, Stop)).Value!;
        Assert.Equal(("UAMINA", "T1", "Amina", "amina@example.com", "en-US", "Europe/Berlin", false), (user.Id, user.TeamId, user.RealName, user.Profile!.Email, user.Locale, user.Tz, user.IsRestricted));
        Assert.Equal((SlackOutcome.Refused, "user_not_found"), Of(await client.Users.InfoAsync("U0", Stop)));
        var bot = (await client.TestAuthAsync(Stop)).Value!;
        Assert.Equal(("T1", "UBOT", "BBOT"), (bot.TeamId, bot.UserId, bot.BotId));
    }

    [Fact]
    public async Task A_modal_opens_once_for_each_trigger_within_three_seconds()
    {
        await using var slack = await FakeSlack.StartAsync(_time);
        using var client = SlackApp.ClientOf(slack, _time);
        var chen = slack.As("Chen");
        var trigger = slack.Workspace.NewTrigger(chen.Id);
        var opened = await client.Views.OpenAsync(trigger, Modal, Stop);
        Assert.Equal((chen.Modal!.Id, chen.Modal.Hash), (opened.Value!.Id, opened.Value.Hash));
        Assert.Equal((SlackOutcome.Refused, "expired_trigger_id"), Of(await client.Views.OpenAsync(trigger, Modal, Stop)));

        Assert.True((await client.Views.UpdateAsync(opened.Value.Id!, opened.Value.Hash, Modal, Stop)).IsOk);
        Assert.Equal((SlackOutcome.Refused, "hash_conflict"), Of(await client.Views.UpdateAsync(opened.Value.Id!, opened.Value.Hash, Modal, Stop)));
        Assert.True((await client.Views.PushAsync(slack.Workspace.NewTrigger(chen.Id), Modal, Stop)).IsOk);
        Assert.True((await client.Views.PushAsync(slack.Workspace.NewTrigger(chen.Id), Modal, Stop)).IsOk);
        Assert.Equal((SlackOutcome.Refused, "push_limit_reached"), Of(await client.Views.PushAsync(slack.Workspace.NewTrigger(chen.Id), Modal, Stop)));

        var late = slack.Workspace.NewTrigger(chen.Id);
        _time.Advance(TimeSpan.FromSeconds(3.1));
        Assert.Equal((SlackOutcome.Refused, "expired_trigger_id"), Of(await client.Views.OpenAsync(late, Modal, Stop)));
        Assert.True((await client.Views.PublishAsync(chen.Id, (JsonObject)JsonNode.Parse("""{"type":"home","blocks":[{"type":"divider"}]}""")!, Stop)).IsOk);
        Assert.Contains(chen.Seen, shown => shown.What == "home");
    }

    [Fact]
    public async Task Reactions_come_and_go_and_are_what_they_should_be_already()
    {
        await using var slack = await FakeSlack.StartAsync(_time);
        using var client = SlackApp.ClientOf(slack, _time);
        var said = await slack.As("Amina").SaysAsync("hello");
        var where = slack.As("Amina").Direct.Id;
        Assert.True((await client.Reactions.AddAsync(where, said.Ts, "eyes", Stop)).IsOk);
        Assert.True((await client.Reactions.AddAsync(where, said.Ts, "eyes", Stop)).IsOk);
        Assert.Single(said.Reactions);
        Assert.True((await client.Reactions.RemoveAsync(where, said.Ts, "eyes", Stop)).IsOk);
        Assert.True((await client.Reactions.RemoveAsync(where, said.Ts, "eyes", Stop)).IsOk);
        Assert.Equal((SlackOutcome.Refused, "message_not_found"), Of(await client.Reactions.AddAsync(where, "1.000000", "eyes", Stop)));
    }

    [Fact]
    public async Task An_interaction_is_answered_five_times_within_half_an_hour()
    {
        await using var slack = await FakeSlack.StartAsync(_time);
        using var client = SlackApp.ClientOf(slack, _time);
        var amina = slack.As("Amina");
        var url = slack.Workspace.NewResponseUrl(slack.Address, amina.Id, amina.Direct.Id, "1.000000").Address.ToString();
        Assert.True((await client.ResponseUrls.PostAsync(url, new UrlResponse("no") { Blocks = Blocks }, Stop)).IsOk);
        Assert.True((await client.ResponseUrls.PostAsync(url, new UrlResponse("yes") { ReplacesOriginal = true }, Stop)).IsOk);
        Assert.True((await client.ResponseUrls.PostAsync(url, new UrlResponse("") { DeletesOriginal = true }, Stop)).IsOk);
        await client.ResponseUrls.PostAsync(url, new UrlResponse("4"), Stop);
        await client.ResponseUrls.PostAsync(url, new UrlResponse("5"), Stop);
        Assert.Equal((SlackOutcome.Refused, "http_404"), Of(await client.ResponseUrls.PostAsync(url, new UrlResponse("6"), Stop)));
        Assert.Equal(["ephemeral", "update", "delete", "ephemeral", "ephemeral"], amina.Seen.Select(shown => shown.What));

        var late = slack.Workspace.NewResponseUrl(slack.Address, amina.Id, amina.Direct.Id, null).Address.ToString();
        _time.Advance(TimeSpan.FromMinutes(31));
        Assert.Equal((SlackOutcome.Refused, "http_404"), Of(await client.ResponseUrls.PostAsync(late, new UrlResponse("x"), Stop)));
        foreach (var elsewhere in new[] { "https://evil.example/x", "http://127.0.0.1:9/x", null, "/hooks/1", "file:///etc/passwd", slack.Address.ToString().Replace("http://", "http://user@", StringComparison.Ordinal) + "hooks/1" })
        {
            Assert.Equal((SlackOutcome.Refused, "not_slacks_address"), Of(await client.ResponseUrls.PostAsync(elsewhere, new UrlResponse("x"), Stop)));
        }

        Assert.Empty(slack.Leaks);
    }

    [Theory]
    [InlineData("C0", "channel_not_found")]
    [InlineData("COTHER", "not_in_channel")]
    [InlineData("COLD", "is_archived")]
    public async Task What_can_never_be_done_is_refused(string channel, string error)
    {
        await using var slack = await FakeSlack.StartAsync(_time);
        using var client = SlackApp.ClientOf(slack, _time);
        slack.AddChannel("other").Members.Clear();
        slack.AddChannel("old").IsArchived = true;
        Assert.Equal((SlackOutcome.Refused, error), Of(await client.Chat.PostAsync(new OutgoingMessage(channel, "x"), null, Stop)));
    }

    [Fact]
    public async Task Blocks_that_Slack_does_not_take_are_refused_with_the_place()
    {
        await using var slack = await FakeSlack.StartAsync(_time);
        using var client = SlackApp.ClientOf(slack, _time);
        var room = slack.AddChannel("support");
        var result = await client.Chat.PostAsync(new OutgoingMessage(room.Id, "x") { Blocks = [new JsonObject { ["type"] = "nothing" }] }, null, Stop);
        Assert.Equal((SlackOutcome.Refused, "invalid_blocks", "blocks[0]: no block nothing"), (result.Outcome, result.Error, Assert.Single(result.Details)));
        Assert.Equal((SlackOutcome.Refused, "msg_too_long"), Of(await client.Chat.PostAsync(new OutgoingMessage(slack.AddChannel("b").Id, new string('x', 40_001)), null, Stop)));
    }

    [Fact]
    public async Task With_a_revoked_token_nothing_is_done_until_there_is_another_one()
    {
        await using var slack = await FakeSlack.StartAsync(_time);
        using var client = new SlackClient(
            new HelpDeskBot.Slack.SlackOptions { BotToken = "xoxb-revoked", AppId = "A1", Addresses = slack.Options.Addresses }, _time, Microsoft.Extensions.Logging.Abstractions.NullLoggerFactory.Instance);
        Assert.Equal((SlackOutcome.Later, "invalid_auth"), Of(await client.TestAuthAsync(Stop)));
    }

    [Theory]
    [InlineData("http://slack.example/api/")]
    [InlineData("ftp://slack.com/api/")]
    public void Tokens_go_nowhere_unencrypted(string address) => Assert.Throws<ArgumentException>(() => new SlackClient(
        new HelpDeskBot.Slack.SlackOptions { BotToken = "x", AppId = "A1", Addresses = new() { Api = new Uri(address) } }, _time, Microsoft.Extensions.Logging.Abstractions.NullLoggerFactory.Instance));

    private static (SlackOutcome Outcome, string Error) Of<T>(SlackResult<T> result)
        where T : class => (result.Outcome, result.Error);
}
