using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using HelpDeskBot.BotFramework.Schema;
using HelpDeskBot.BotFramework.Teams;
using HelpDeskBot.Tests.Support.Teams;

namespace HelpDeskBot.Tests.BotFramework;

public class TeamsDataTests
{
    [Fact]
    public void Channel_data_is_read_by_name()
    {
        var data = TeamsChannelData.Of(Read(
            """
            {"type":"installationUpdate","channelData":{"eventType":"channelRenamed","tenant":{"id":"t"},"team":{"id":"19:team","name":"IT","aadGroupId":"g"},
             "channel":{"id":"19:c","name":"Support"},"settings":{"selectedChannel":{"id":"19:s"}}}}
            """));
        Assert.Equal(
            new TeamsChannelData
            {
                TenantId = "t",
                TeamId = "19:team",
                TeamName = "IT",
                TeamGroupId = "g",
                ChannelId = "19:c",
                ChannelName = "Support",
                SelectedChannelId = "19:s",
                EventType = TeamsEvents.ChannelRenamed,
            },
            data);
    }

    [Theory]
    [InlineData("""{"type":"message"}""")]
    [InlineData("""{"type":"message","channelData":null}""")]
    [InlineData("""{"type":"message","channelData":{"tenant":7,"team":[],"channel":"x","settings":{"selectedChannel":null},"eventType":{}}}""")]
    [InlineData("""{"type":"message","channelData":{"tenant":{"id":7},"team":{"id":["t"]}}}""")]
    public void Channel_data_of_another_shape_says_nothing(string activity) => Assert.Equal(new TeamsChannelData(), TeamsChannelData.Of(Read(activity)));

    [Theory]
    [InlineData("19:a@thread.tacv2;messageid=17", "19:a@thread.tacv2", "17")]
    [InlineData("19:a@thread.tacv2", "19:a@thread.tacv2", null)]
    [InlineData("a:1", "a:1", null)]
    public void A_thread_is_a_conversation_and_the_message_it_hangs_under(string id, string conversation, string? root)
    {
        Assert.Equal((conversation, root), TeamsConversations.Split(id));
        Assert.Equal(id, TeamsConversations.ThreadOf(conversation, root));
    }

    [Fact]
    public void A_conversation_with_one_person_names_person_bot_and_tenant() => SameJson.Assert(
        JsonNode.Parse("""{"isGroup":false,"bot":{"id":"28:bot"},"members":[{"id":"29:amina"}],"tenantId":"t","channelData":{"tenant":{"id":"t"}}}"""),
        Written(TeamsConversations.With(new ChannelAccount { Id = "28:bot" }, "29:amina", "t")));

    [Fact]
    public void A_thread_in_a_channel_is_made_with_its_first_message() => SameJson.Assert(
        JsonNode.Parse(
            """
            {"isGroup":true,"bot":{"id":"28:bot"},"tenantId":"t","channelData":{"channel":{"id":"19:c"},"tenant":{"id":"t"}},
             "activity":{"type":"message","text":"HD-1"}}
            """),
        Written(TeamsConversations.In("19:c", new ChannelAccount { Id = "28:bot" }, "t", new Activity { Type = "message", Text = "HD-1" })));

    [Fact]
    public void Files_and_inline_images_are_told_from_cards_and_HTML()
    {
        var files = TeamsFiles.Of(Read(
            """
            {"type":"message","attachments":[
             {"contentType":"text/html","content":"<p>x</p>"},
             {"contentType":"application/vnd.microsoft.card.adaptive","content":{}},
             {"contentType":"application/vnd.microsoft.teams.file.download.info","name":"log.txt","contentUrl":"https://contoso.sharepoint.com/log.txt",
              "content":{"downloadUrl":"https://download.sharepoint.com/1?tempauth=x","uniqueId":"u","fileType":"txt"}},
             {"contentType":"application/vnd.microsoft.teams.file.download.info","name":"bad.txt","content":{"downloadUrl":"http://169.254.169.254/"}},
             {"contentType":"application/vnd.microsoft.teams.file.download.info","name":"none.txt"},
             {"contentType":"image/*","contentUrl":"https://smba.trafficmanager.net/emea/v3/attachments/1/views/original"},
             {"contentType":"image/png","contentUrl":"nowhere"}]}
            """));
        Assert.Equal(
            [
                new TeamsFile("log.txt", new Uri("https://download.sharepoint.com/1?tempauth=x"), IsInline: false) { FileType = "txt", UniqueId = "u" },
                new TeamsFile("image", new Uri("https://smba.trafficmanager.net/emea/v3/attachments/1/views/original"), IsInline: true),
            ],
            files);
    }

    [Fact]
    public void A_file_that_is_offered_is_put_where_its_consent_says_and_shown()
    {
        var offer = TeamsFiles.Consent("report.csv", "This week", 1024, new JsonObject { ["id"] = 1 });
        SameJson.Assert(JsonNode.Parse("""{"description":"This week","sizeInBytes":1024,"acceptContext":{"id":1},"declineContext":{"id":1}}"""), offer.Content);

        var consent = FileConsent.Of(TeamsInvokeTests.Invoke(
            "fileConsent/invoke",
            """
            {"type":"fileUpload","action":"accept","context":{"id":1},"uploadInfo":{"contentUrl":"https://contoso-my.sharepoint.com/report.csv",
             "name":"report.csv","uploadUrl":"https://contoso-my.sharepoint.com/upload","uniqueId":"u","fileType":"csv"}}
            """))!;
        Assert.Equal((true, new Uri("https://contoso-my.sharepoint.com/upload")), (consent.IsAccepted, consent.UploadUrl));
        Assert.Equal(1, consent.Context!["id"]!.GetValue<int>());
        var shown = TeamsFiles.Given(consent);
        Assert.Equal(("report.csv", "https://contoso-my.sharepoint.com/report.csv"), (shown.Name, shown.ContentUrl));
        SameJson.Assert(JsonNode.Parse("""{"uniqueId":"u","fileType":"csv"}"""), shown.Content);

        var declined = FileConsent.Of(TeamsInvokeTests.Invoke("fileConsent/invoke", """{"action":"decline","uploadInfo":{"uploadUrl":"https://x.example/"}}"""))!;
        Assert.Equal((false, null), (declined.IsAccepted, declined.UploadUrl));
    }

    private static Activity Read(string json) => ActivityJson.ReadActivity(Encoding.UTF8.GetBytes(json))!;

    private static JsonNode? Written(ConversationParameters parameters) =>
        JsonSerializer.SerializeToNode(parameters, ActivityJson.Default.ConversationParameters);
}
