using HelpDeskBot.Slack.Payloads;

namespace HelpDeskBot.Tests.Slack;

/// <summary>Payloads as Slack documents them.</summary>
public class PayloadTests
{
    [Fact]
    public void A_message_with_files()
    {
        var message = Event<MessageEvent>("""
            {"type":"message","subtype":"file_share","text":"look","files":[{"id":"F1","name":"a.png","mimetype":"image/png","size":12,"url_private_download":"https://files.slack.com/x","mode":"hosted"}],
             "user":"U1","ts":"1700000000.000100","thread_ts":"1699999999.000100","channel":"D1","channel_type":"im","upload":true}
            """).Message;
        Assert.Equal(("file_share", "look", "1699999999.000100"), (message.Subtype, message.Text, message.ThreadTs));
        Assert.Equal(("F1", "a.png", 12L, "https://files.slack.com/x"), (message.Files![0].Id, message.Files[0].Name, message.Files[0].Size, message.Files[0].UrlPrivateDownload));
        Assert.True(message.Properties!["upload"].GetBoolean());
    }

    [Fact]
    public void A_message_of_a_bot()
    {
        var message = Event<MessageEvent>("""{"type":"message","subtype":"bot_message","bot_id":"B1","app_id":"A1","text":"x","ts":"1.0","channel":"C1"}""").Message;
        Assert.Equal(("bot_message", "B1", "A1", null), (message.Subtype, message.BotId, message.AppId, message.User));
    }

    [Fact]
    public void A_reply_that_is_shown_in_the_channel_too() =>
        Assert.Equal("thread_broadcast", Event<MessageEvent>("""{"type":"message","subtype":"thread_broadcast","root":{"ts":"1.0"},"ts":"2.0","thread_ts":"1.0","channel":"C1"}""").Message.Subtype);

    [Fact]
    public void An_edit_has_both_texts()
    {
        var edit = Event<MessageChanged>("""
            {"type":"message","subtype":"message_changed","hidden":true,"channel":"C1","channel_type":"channel","ts":"3.0",
             "message":{"type":"message","user":"U1","text":"new","edited":{"user":"U1","ts":"3.0"},"ts":"1.0"},"previous_message":{"user":"U1","text":"old","ts":"1.0"}}
            """);
        Assert.Equal(("new", "old", "1.0", "3.0", "C1"), (edit.Message.Text, edit.Previous!.Text, edit.Message.Ts, edit.Message.Edited!.Ts, edit.Channel));
    }

    [Fact]
    public void A_deletion_says_what_was_deleted()
    {
        var deletion = Event<MessageDeleted>("""{"type":"message","subtype":"message_deleted","channel":"C1","deleted_ts":"1.0","previous_message":{"user":"U1","text":"old","ts":"1.0"}}""");
        Assert.Equal(("1.0", "old"), (deletion.DeletedTs, deletion.Previous!.Text));
    }

    [Fact]
    public void The_kinds_of_event()
    {
        Assert.Equal("<@UBOT> hi", Event<AppMention>("""{"type":"app_mention","user":"U1","text":"<@UBOT> hi","ts":"1.0","channel":"C1"}""").Message.Text);
        Assert.Equal(new AppHomeOpened("U1", "D1", "home"), Event<AppHomeOpened>("""{"type":"app_home_opened","user":"U1","channel":"D1","tab":"home","view":{}}"""));
        var added = Event<ReactionChanged>("""{"type":"reaction_added","user":"U1","reaction":"eyes","item_user":"U2","item":{"type":"message","channel":"C1","ts":"1.0"}}""");
        Assert.Equal(new ReactionChanged("U1", "eyes", new ReactedItem("message", "C1", "1.0"), "U2") { IsAdded = true }, added);
        Assert.False(Event<ReactionChanged>("""{"type":"reaction_removed","user":"U1","reaction":"eyes","item":{"type":"message"}}""").IsAdded);
        Assert.Equal(new MemberJoined("U1", "C1", "T1", "U2"), Event<MemberJoined>("""{"type":"member_joined_channel","user":"U1","channel":"C1","channel_type":"C","team":"T1","inviter":"U2"}"""));
        Assert.Equal("C1", Event<ChannelArchived>("""{"type":"channel_archive","channel":"C1","user":"U1"}""").Channel);
        Assert.Equal("G1", Event<ChannelArchived>("""{"type":"group_archive","channel":"G1","user":"U1"}""").Channel);
        Assert.Equal(new SlackName("C1", "support"), Event<ChannelRenamed>("""{"type":"channel_rename","channel":{"id":"C1","name":"support","created":1}}""").Channel);
        Event<AppUninstalled>("""{"type":"app_uninstalled"}""");
        Assert.Equal(["UBOT"], Event<TokensRevoked>("""{"type":"tokens_revoked","tokens":{"oauth":["U1"],"bot":["UBOT"]}}""").Tokens!.Bot);
        Assert.Equal("star_added", Event<OtherEvent>("""{"type":"star_added","user":"U1"}""").Type);
    }

    [Fact]
    public void A_press_in_a_modal_has_its_view()
    {
        var press = (BlockActions)SlackPayloads.Read("""
            {"type":"block_actions","api_app_id":"A1","trigger_id":"1.2.3","user":{"id":"U1","username":"a","team_id":"T1"},"team":{"id":"T1","domain":"d"},"enterprise":null,"is_enterprise_install":false,
             "container":{"type":"view","view_id":"V1"},"view":{"id":"V1","state":{"values":{}},"hash":"h"},"actions":[{"action_id":"v 0","value":"{}","action_ts":"1.0"}]}
            """)!;
        Assert.Equal(("1.2.3", "V1", "V1"), (press.DeliveryKey, press.Container!.ViewId, press.View!["id"]!.ToString()));
    }

    [Fact]
    public void A_view_that_is_closed_is_known_by_its_id_and_hash()
    {
        var closed = (ViewClosed)SlackPayloads.Read("""{"type":"view_closed","api_app_id":"A1","user":{"id":"U1"},"team":{"id":"T1"},"view":{"id":"V1","hash":"h1"},"is_cleared":true}""")!;
        Assert.Equal(("closed:V1:h1", true), (closed.DeliveryKey, closed.IsCleared));
    }

    [Fact]
    public void Of_an_organisations_app_the_organisation_is_the_sender()
    {
        var command = SlackPayloads.Read("""{"type":"shortcut","api_app_id":"A1","trigger_id":"1","user":{"id":"U1","team_id":"T9"},"team":null,"enterprise":{"id":"E1","name":"n"}}""")!;
        Assert.Equal(new SlackSender("A1", "T9", "E1"), command.Sender);
    }

    [Theory]
    [InlineData("2026-11-23T08:00:00.123456Z", "1795420800.123456")]
    [InlineData("1970-01-01T00:00:00Z", "0.000000")]
    public void Times_are_written_as_Slack_does(string time, string ts)
    {
        var parsed = DateTimeOffset.Parse(time, System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(ts, HelpDeskBot.Slack.SlackTime.ToTs(parsed));
        Assert.Equal(parsed, HelpDeskBot.Slack.SlackTime.OfTs(ts));
        Assert.Null(HelpDeskBot.Slack.SlackTime.OfTs("now"));
        Assert.Null(HelpDeskBot.Slack.SlackTime.OfTs("99999999999999999999"));
    }

    private static T Event<T>(string json)
        where T : SlackEvent
    {
        var callback = $$"""{"token":"x","team_id":"T1","api_app_id":"A1","event":{{json}},"type":"event_callback","event_id":"Ev1","event_time":1700000000,"authorizations":[{"team_id":"T1"}],"is_ext_shared_channel":false}""";
        return Assert.IsType<T>(Assert.IsType<EventCallback>(SlackPayloads.Read(callback)).Event);
    }
}
