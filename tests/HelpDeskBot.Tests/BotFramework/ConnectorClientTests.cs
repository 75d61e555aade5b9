using System.Text;
using System.Text.Json.Nodes;
using HelpDeskBot.BotFramework.Connector;
using HelpDeskBot.BotFramework.Schema;
using HelpDeskBot.BotFramework.Teams;
using HelpDeskBot.Tests.Support.Teams;

namespace HelpDeskBot.Tests.BotFramework;

/// <summary>Everything that is called, done as asked.</summary>
public class ConnectorClientTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_message_is_said_edited_and_taken_away()
    {
        await using var bot = await TestBot.StartAsync();
        var amina = ConnectorCalls.At(bot.Cloud.Connector.Conversations.AddPerson("amina"));

        var id = ConnectorCalls.Done(await bot.Connector.SendAsync(amina, ConnectorCalls.Text("HD-1 filed"), Stop));
        Assert.Equal(id, ConnectorCalls.Done(await bot.Connector.UpdateAsync(amina, id, ConnectorCalls.Text("HD-1 is in work"), Stop)));
        Assert.Equal("HD-1 is in work", Assert.Single(bot.Cloud.Connector.Conversations.SeenBy("amina"))["text"]!.GetValue<string>());
        Assert.Equal(id, ConnectorCalls.Done(await bot.Connector.DeleteAsync(amina, id, Stop)));
        Assert.Empty(bot.Cloud.Connector.Conversations.SeenBy("amina"));
        Assert.Equal(["message", "messageUpdate", "messageDelete"], bot.Cloud.Connector.Conversations.ShownTo("amina").Select(shown => shown.What));
    }

    [Fact]
    public async Task What_answers_a_message_goes_under_it()
    {
        await using var bot = await TestBot.StartAsync();
        var channel = bot.Cloud.Connector.Conversations.AddChannel("19:team", "19:support@thread.tacv2", "chen", "dana");
        var reply = ConnectorCalls.Text("An answer");
        reply.ReplyToId = "17";

        ConnectorCalls.Done(await bot.Connector.SendAsync(ConnectorCalls.At(channel), reply, Stop));
        Assert.Equal("POST /conversations/19:support@thread.tacv2/activities/17", bot.Cloud.Connector.Requests[^1].Line());
        Assert.Equal("17", Assert.Single(channel.Messages).Root);
    }

    [Fact]
    public async Task A_thread_is_begun_in_a_channel_and_gone_on_with()
    {
        await using var bot = await TestBot.StartAsync();
        var channel = bot.Cloud.Connector.Conversations.AddChannel("19:team", "19:support@thread.tacv2", "chen");
        var parameters = TeamsConversations.In(channel.Id, ConnectorCalls.Bot, channel.Tenant, ConnectorCalls.Text("HD-1"));

        var made = ConnectorCalls.Done(await bot.Connector.CreateConversationAsync(ConnectorCalls.At(channel), parameters, Stop));
        Assert.Equal(TeamsConversations.ThreadOf(channel.Id, made.ActivityId), made.Id);
        ConnectorCalls.Done(await bot.Connector.SendAsync(ConnectorCalls.At(channel, made.Id), ConnectorCalls.Text("A note"), Stop));
        Assert.Equal([null, made.ActivityId], channel.Messages.Select(message => message.Root));
    }

    [Fact]
    public async Task A_conversation_with_one_person_is_the_same_again()
    {
        await using var bot = await TestBot.StartAsync();
        var amina = bot.Cloud.Connector.Conversations.AddPerson("amina");
        var at = ConnectorCalls.At(bot.Cloud.Connector.Conversations.AddPerson("bruno"));
        foreach (var id in new[] { "29:amina", "object-of-amina" })
        {
            var made = await bot.Connector.CreateConversationAsync(at, TeamsConversations.With(ConnectorCalls.Bot, id, amina.Tenant), Stop);
            Assert.Equal(amina.Id, ConnectorCalls.Done(made).Id);
        }
    }

    [Fact]
    public async Task Members_are_read_singly_all_and_by_the_page()
    {
        await using var bot = await TestBot.StartAsync();
        var names = Enumerable.Range(1, 7).Select(number => $"agent{number}").ToArray();
        var at = ConnectorCalls.At(bot.Cloud.Connector.Conversations.AddChannel("19:team", "19:support@thread.tacv2", names));

        var dana = ConnectorCalls.Done(await bot.Connector.GetMemberAsync(at, "29:agent3", Stop));
        Assert.Equal(("agent3@contoso.com", "object-of-agent3", "user"), (dana.Email, dana.AadObjectId, dana.UserRole));
        Assert.Equal(names, ConnectorCalls.Done(await bot.Connector.GetMembersAsync(at, Stop)).Select(member => member.Name));
        Assert.Equal(names, ConnectorCalls.Done(await bot.Connector.GetActivityMembersAsync(at, "17", Stop)).Select(member => member.Name));

        var (paged, continuation) = (new List<string?>(), (string?)null);
        do
        {
            var page = ConnectorCalls.Done(await bot.Connector.GetPagedMembersAsync(at, 3, continuation, Stop));
            paged.AddRange(page.Members!.Select(member => member.Name));
            continuation = page.ContinuationToken;
        }
        while (continuation is not null);
        Assert.Equal(names, paged);
    }

    [Fact]
    public async Task A_team_and_its_channels_are_read()
    {
        await using var bot = await TestBot.StartAsync();
        var at = ConnectorCalls.At(bot.Cloud.Connector.Conversations.AddChannel("19:team", "19:general@thread.tacv2"));
        bot.Cloud.Connector.Conversations.AddChannel("19:team", "19:support@thread.tacv2");

        Assert.Equal(
            ["19:general@thread.tacv2", "19:support@thread.tacv2"],
            ConnectorCalls.Done(await bot.Connector.GetChannelsAsync(at, "19:team", Stop)).Conversations!.Select(channel => channel.Id));
        var team = ConnectorCalls.Done(await bot.Connector.GetTeamAsync(at, "19:team", Stop));
        Assert.Equal(("group-of-19:team", 2), (team.AadGroupId, team.ChannelCount));
    }

    [Fact]
    public async Task A_file_is_given_looked_up_and_read()
    {
        await using var bot = await TestBot.StartAsync();
        var amina = ConnectorCalls.At(bot.Cloud.Connector.Conversations.AddPerson("amina"));
        var file = new AttachmentData { Name = "log.txt", Type = "text/plain", OriginalBase64 = "lines"u8.ToArray() };

        var id = ConnectorCalls.Done(await bot.Connector.UploadAttachmentAsync(amina, file, Stop));
        var info = ConnectorCalls.Done(await bot.Connector.GetAttachmentInfoAsync(amina, id, Stop));
        Assert.Equal(("log.txt", "text/plain", 5L), (info.Name, info.Type, Assert.Single(info.Views!).Size));
        var content = ConnectorCalls.Done(await bot.Connector.GetAttachmentAsync(amina, id, "original", mostBytes: 5, Stop));
        Assert.Equal("lines", Encoding.UTF8.GetString(content.Bytes));
        var address = new Uri($"{FakeCloud.ServiceUrl}v3/attachments/{id}/views/original");
        Assert.Equal("lines", Encoding.UTF8.GetString(ConnectorCalls.Done(await bot.Connector.GetContentAsync(amina, address, mostBytes: 5, Stop)).Bytes));

        var tooLarge = await bot.Connector.GetAttachmentAsync(amina, id, "original", mostBytes: 4, Stop);
        Assert.Equal((ConnectorOutcome.Refused, ConnectorCodes.TooLarge), (tooLarge.Outcome, tooLarge.Code));
    }

    [Fact]
    public async Task Ids_with_any_letters_arrive_as_they_are()
    {
        await using var bot = await TestBot.StartAsync();
        const string Odd = "a:1/2?3#4%5+6 7;8&9=é👋\\..";
        bot.Cloud.Connector.Fail(new ConnectorFault.Answer("""{"id":"1"}"""));
        var at = new ConversationReference { ServiceUrl = FakeCloud.ServiceUrl, Conversation = new ConversationAccount { Id = Odd } };
        ConnectorCalls.Done(await bot.Connector.UpdateAsync(at, Odd, ConnectorCalls.Text("x"), Stop));
        Assert.Equal(["conversations", Odd, "activities", Odd], bot.Cloud.Connector.Requests[^1].Segments);
    }

    [Fact]
    public async Task What_is_sent_is_the_activity_and_letters_stand_for_themselves()
    {
        await using var bot = await TestBot.StartAsync();
        var amina = ConnectorCalls.At(bot.Cloud.Connector.Conversations.AddPerson("amina"));
        var activity = ConnectorCalls.Text("Grüße <b> 👋 'x'");
        activity.Attachments = [new Attachment { ContentType = "x", Content = JsonNode.Parse("""{"text":"Prüfung"}""") }];
        ConnectorCalls.Done(await bot.Connector.SendAsync(amina, activity, Stop));
        Assert.Equal(
            """{"type":"message","text":"Grüße <b> \uD83D\uDC4B 'x'","attachments":[{"contentType":"x","content":{"text":"Prüfung"}}]}""",
            bot.Cloud.Connector.Requests[^1].Body);
    }

    [Fact]
    public async Task One_token_serves_all_calls()
    {
        await using var bot = await TestBot.StartAsync();
        var amina = ConnectorCalls.At(bot.Cloud.Connector.Conversations.AddPerson("amina"));
        foreach (var text in new[] { "one", "two", "three" })
        {
            ConnectorCalls.Done(await bot.Connector.SendAsync(amina, ConnectorCalls.Text(text), Stop));
        }

        Assert.Single(bot.Cloud.Entra.Requests);
        Assert.Single(bot.Cloud.Connector.Requests.Select(request => request.Token).Distinct());
    }
}
