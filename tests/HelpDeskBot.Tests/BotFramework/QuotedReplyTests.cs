using System.Text;
using System.Text.Json.Nodes;
using HelpDeskBot.BotFramework.Schema;
using HelpDeskBot.BotFramework.Teams;
using HelpDeskBot.Tests.Search;

namespace HelpDeskBot.Tests.BotFramework;

public class QuotedReplyTests
{
    private const string Entity = """[{"type":"clientInfo"},{"type":"quotedReply","quotedReply":{"messageId":"1772050244572","senderId":"28:bot"}}]""";

    private const string Html =
        """
        <blockquote itemscope="" itemtype="http://schema.skype.com/Reply" itemid="1600457867820">
        <strong itemprop="mri" itemid="28:bot">Help Desk</strong><span itemprop="time" itemid="1600457867821"></span>
        <p itemprop="preview">HD-1042</p></blockquote><p>works again</p>
        """;

    [Fact]
    public void An_entity_names_the_message() => Assert.Equal("1772050244572", QuotedReplies.IdOf(Message(html: null, Entity)));

    [Fact]
    public void An_entity_counts_before_the_HTML() => Assert.Equal("1772050244572", QuotedReplies.IdOf(Message(Html, Entity)));

    [Theory]
    [InlineData(Html, "1600457867820")]
    [InlineData("""<div><blockquote itemid="17" itemtype="http://schema.skype.com/Reply" itemscope>x</blockquote></div>""", "17")]
    [InlineData("""<BLOCKQUOTE ITEMSCOPE ITEMTYPE="http://schema.skype.com/Reply" ITEMID="17">""", "17")]
    [InlineData("""<blockquote>mine</blockquote><blockquote itemtype="http://schema.skype.com/Reply" itemid="17">""", "17")]
    [InlineData("<blockquote itemtype=\"http://schema.skype.com/Reply\"\n\titemid=\"17\">", "17")]
    [InlineData("""<blockquote itemtype="http://schema.skype.com/Reply" itemid="1&amp;2">""", "1&2")]
    [InlineData("<p>no quote</p>", null)]
    [InlineData("<blockquote>a quotation of my own</blockquote>", null)]
    [InlineData("""<blockquote itemtype="http://schema.skype.com/Mention" itemid="17">""", null)]
    [InlineData("""<blockquote itemtype="http://schema.skype.com/Reply">""", null)]
    [InlineData("""<blockquote itemtype="http://schema.skype.com/Reply" itemid="">""", null)]
    [InlineData("""<blockquoted itemtype="http://schema.skype.com/Reply" itemid="17">""", null)]
    [InlineData("""&lt;blockquote itemtype="http://schema.skype.com/Reply" itemid="17"&gt;""", null)]
    [InlineData("""<blockquote x="<blockquote itemtype="http://schema.skype.com/Reply" """, null)]
    [InlineData("", null)]
    public void The_HTML_beside_the_text_names_the_message(string html, string? id) => Assert.Equal(id, QuotedReplies.IdOf(Message(html)));

    [Fact]
    public void An_id_that_is_no_id_is_none() =>
        Assert.Null(QuotedReplies.IdOf(Message($"""<blockquote itemtype="http://schema.skype.com/Reply" itemid="{new string('1', 101)}">""")));

    [Fact]
    public void HTML_in_another_place_is_not_looked_at()
    {
        var attachment = new Attachment { ContentType = "text/plain", Content = Html };
        Assert.Null(QuotedReplies.IdOf(new Activity { Text = Html, Attachments = [attachment, new Attachment { ContentType = "text/html" }] }));
    }

    [Theory]
    [InlineData("<blockquote itemtype=\"")]
    [InlineData("<blockquote ")]
    [InlineData("<blockquote a=\"b\" ")]
    [InlineData(" a=\"")]
    public async Task A_megabyte_of_beginnings_is_read_in_time(string beginning)
    {
        var html = Message(string.Concat(Enumerable.Repeat(beginning, 1_000_000 / beginning.Length)) + ">");
        Assert.Null(await InTime.Run(() => QuotedReplies.IdOf(html)));
    }

    private static Activity Message(string? html, string? entities = null)
    {
        var json = new JsonObject
        {
            ["type"] = "message",
            ["text"] = "works again",
            ["attachments"] = html is null ? null : new JsonArray(new JsonObject { ["contentType"] = "text/html", ["content"] = html }),
            ["entities"] = entities is null ? null : JsonNode.Parse(entities),
        };
        return ActivityJson.ReadActivity(Encoding.UTF8.GetBytes(json.ToJsonString()))!;
    }
}
