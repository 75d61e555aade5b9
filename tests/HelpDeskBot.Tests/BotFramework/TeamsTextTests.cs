using System.Text;
using System.Text.Json.Nodes;
using HelpDeskBot.BotFramework.Schema;
using HelpDeskBot.BotFramework.Teams;
using HelpDeskBot.Tests.Search;

namespace HelpDeskBot.Tests.BotFramework;

/// <summary>What somebody wrote, without the marks of Teams, and only those that Teams vouches for.</summary>
public class TeamsTextTests
{
    private const string Bot = """{"type":"mention","mentioned":{"id":"28:bot","name":"Help Desk"},"text":"<at>Help Desk</at>"}""";
    private const string Dana = """{"type":"mention","mentioned":{"id":"29:dana","name":"Dana"},"text":"<at>Dana</at>"}""";

    [Theory]
    [InlineData("<at>Help Desk</at> my vpn is down\n", "my vpn is down", Bot)]
    [InlineData("my vpn <at>Help Desk</at> is down", "my vpn  is down", Bot)]
    [InlineData("<at>Help Desk</at> ask <at>Dana</at>, please", "ask Dana, please", Bot, Dana)]
    [InlineData("<at>Help Desk</at> ask <at>Dana</at>, please", "ask Dana, please", Dana, Bot)]
    [InlineData("<at>Dana</at> and <at>Dana</at>", "Dana and Dana", Dana, Dana)]
    [InlineData("<at>Dana</at> and <at>Dana</at>", "Dana and <at>Dana</at>", Dana)]
    [InlineData("typed: <at>Help Desk</at>", "typed: <at>Help Desk</at>")]
    [InlineData("typed: <at>Farid</at>", "typed: <at>Farid</at>", Bot)]
    [InlineData("<AT>Dana</AT>", "<AT>Dana</AT>", Dana)]
    [InlineData("a < b && c > d", "a < b && c > d", Bot)]
    [InlineData("&lt;at&gt;Dana&lt;/at&gt;", "&lt;at&gt;Dana&lt;/at&gt;", Dana)]
    [InlineData("see <at>R&amp;D</at>", "see R&D", """{"type":"mention","mentioned":{"id":"29:rd","name":"R&D"},"text":"<at>R&amp;D</at>"}""")]
    [InlineData("see it", "see it", """{"type":"mention","mentioned":{"id":"29:rd","name":"($~&)"}}""")]
    [InlineData("no marks", "no marks", """{"type":"clientInfo","locale":"de-DE"}""", """{"type":"mention"}""", "null", "7", "[]", "{}")]
    [InlineData("x", "x", """{"type":"mention","mentioned":{"id":"28:bot"},"text":""}""", """{"type":["mention"],"mentioned":"28:bot","text":{}}""")]
    [InlineData("""<quoted messageId="17"/> yes""", "yes", """{"type":"quotedReply","quotedReply":{"messageId":"17"}}""")]
    [InlineData("""<quoted messageId="18"/> yes""", """<quoted messageId="18"/> yes""", """{"type":"quotedReply","quotedReply":{"messageId":"17"}}""")]
    [InlineData("", "")]
    [InlineData(null, "")]
    public void Marks_are_taken_away_where_an_entity_vouches_for_them(string? written, string read, params string[] entities) =>
        Assert.Equal(read, TeamsText.Of(Message(written, entities)));

    [Fact]
    public void The_mark_of_a_card_that_was_put_into_the_text_is_taken_away_where_the_card_is()
    {
        const string Mark = "<span class=\"inline-compose-card\" itemid=\"0\" itemtype=\"http://schema.skype.com/InputExtension\">\n  <span content=\"0\" itemprop=\"cardId\"></span>\n</span>\n";
        var card = new Attachment { ContentType = "application/vnd.microsoft.card.adaptive" };
        Assert.Equal("", TeamsText.Of(new Activity { Text = "\n" + Mark, Attachments = [card] }));
        Assert.Equal("look at this", TeamsText.Of(new Activity { Text = "look " + Mark + "at this", Attachments = [card] }));
        Assert.Equal(Mark.Trim(), TeamsText.Of(new Activity { Text = Mark }));
        Assert.Equal(Mark.Trim(), TeamsText.Of(new Activity { Text = Mark + Mark, Attachments = [card] }));
    }

    [Fact]
    public void The_bot_is_mentioned_only_where_an_entity_says_so()
    {
        Assert.True(Mentions.OfRecipient(Message("<at>Help Desk</at>", Bot)));
        Assert.False(Mentions.OfRecipient(Message("<at>Help Desk</at>")));
        Assert.False(Mentions.OfRecipient(Message("<at>Dana</at>", Dana)));
    }

    [Fact]
    public void A_mention_that_is_sent_has_the_same_mark_in_text_and_entity()
    {
        var account = new ChannelAccount { Id = "29:rd", Name = "R&D <b>" };
        Assert.Equal("<at>R&amp;D &lt;b&gt;</at>", Mentions.MarkOf(account));
        var sent = new Activity { Text = $"Hi {Mentions.MarkOf(account)}", Entities = [Mentions.EntityOf(account)] };
        Assert.Equal([new Mention("29:rd", "R&D <b>", Mentions.MarkOf(account))], Mentions.Of(sent));
        Assert.Equal("Hi R&D <b>", TeamsText.Of(sent));
    }

    [Fact]
    public async Task Ten_thousand_mentions_of_a_long_text_are_read_in_time()
    {
        var text = string.Concat(Enumerable.Repeat("<at>Dana</at", 40_000));
        var message = Message(text, [.. Enumerable.Repeat(Dana, 10_000)]);
        Assert.Equal(text, await InTime.Run(() => TeamsText.Of(message)));
    }

    internal static Activity Message(string? text, params string[] entities)
    {
        var json = new JsonObject
        {
            ["type"] = "message",
            ["text"] = text,
            ["recipient"] = new JsonObject { ["id"] = "28:bot" },
            ["entities"] = new JsonArray([.. entities.Select(entity => JsonNode.Parse(entity))]),
        };
        return ActivityJson.ReadActivity(Encoding.UTF8.GetBytes(json.ToJsonString()))!;
    }
}
