using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using HelpDeskBot.BotFramework.Schema;
using HelpDeskBot.Tests.Support;
using HelpDeskBot.Tests.Support.Teams;

namespace HelpDeskBot.Tests.BotFramework;

/// <summary>Activities of the official SDK come through ours with nothing lost, and the other way round.</summary>
public class ActivityRoundTripTests
{
    private static readonly string[] Types =
    [
        ActivityTypes.Message, ActivityTypes.MessageUpdate, ActivityTypes.MessageDelete, ActivityTypes.MessageReaction,
        ActivityTypes.ConversationUpdate, ActivityTypes.ContactRelationUpdate, ActivityTypes.InstallationUpdate, ActivityTypes.Typing,
        ActivityTypes.Event, ActivityTypes.Invoke, ActivityTypes.InvokeResponse, ActivityTypes.Command, ActivityTypes.CommandResult,
        ActivityTypes.EndOfConversation, ActivityTypes.DeleteUserData, ActivityTypes.Suggestion, ActivityTypes.Trace, ActivityTypes.Handoff,
    ];

    [Fact]
    public async Task Every_type_of_the_official_schema_with_every_member_comes_through()
    {
        var activities = await OfTheSdkAsync("full");

        Assert.Equal(Types.Order(), activities.Select(activity => activity["type"]!.GetValue<string>()).Order());
        Assert.All(activities, activity => SameJson.Assert(activity, ThroughOurs(activity)));
    }

    [Fact]
    public async Task Every_member_of_the_official_activity_has_a_name_here() =>
        Assert.All(await OfTheSdkAsync("full"), activity => Assert.Null(Read(activity).Properties));

    [Fact]
    public async Task What_the_official_factories_make_comes_through() =>
        Assert.All(await OfTheSdkAsync("made"), activity => SameJson.Assert(activity, ThroughOurs(activity)));

    [Fact]
    public async Task What_ours_writes_the_official_SDK_reads_without_a_loss()
    {
        var activities = await OfTheSdkAsync("full");
        var ours = new JsonArray([.. activities.Select(ThroughOurs)]);
        var again = await Peers.RunAsync("activities.mjs", [new JsonObject { ["do"] = "again", ["activities"] = ours }]);
        SameJson.Assert(new JsonArray([.. activities]), again[0]);
    }

    [Fact]
    public async Task Members_that_nobody_knows_are_kept_at_every_level()
    {
        foreach (var activity in await OfTheSdkAsync("full"))
        {
            var known = activity.ToJsonString();
            AddUnknown(activity);
            Assert.NotEqual(known, activity.ToJsonString());
            SameJson.Assert(activity, ThroughOurs(activity));
        }
    }

    [Theory]
    [InlineData("""{"type":"message","localTimestamp":"2026-11-23T09:00:00+01:00"}""")]
    [InlineData("""{"type":"message","timestamp":"2026-11-23T08:00:00.1234567Z"}""")]
    [InlineData("""{"type":"somethingNew","news":[1e400,0.1000,12345678901234567890]}""")]
    [InlineData("""{"type":"event","value":"text"}""")]
    [InlineData("""{"type":"event","value":false}""")]
    [InlineData("""{"type":"message","text":"\u0000 \ud83d\ude00 \u202e"}""")]
    [InlineData("""{"type":"message","from":{"id":"29:1","properties":{"a":1},"tenantId":"t"}}""")]
    [InlineData("""{"type":"message","attachments":[{"contentType":"a","content":"text"},{"contentType":"b","content":[1]}]}""")]
    public void What_channels_write_stays_as_it_was(string json) => SameJson.Assert(JsonNode.Parse(json), ThroughOurs(JsonNode.Parse(json)!));

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("\"message\"")]
    [InlineData("""{"type":7}""")]
    [InlineData("""{"type":"message" """)]
    [InlineData("""{"type":"message","type":"invoke"}""")]
    [InlineData("""{"type":"message","x":{"a":1,"a":2}}""")]
    [InlineData("""{"type":"invoke","value":{"action":{"verb":"a","verb":"b"}}}""")]
    [InlineData("""{"type":"message","text":"\ud800"}""")]
    [InlineData("""{"type":"invoke","value":{"verb":"\ud800"}}""")]
    [InlineData("""{"type":"invoke","value":{"\udc00":1}}""")]
    [InlineData("""{"type":"message","nobodyKnows":"\ud800"}""")]
    [InlineData("""{"type":"message","from":{"id":"1","nobodyKnows":{"a":["\ud800"]}}}""")]
    [InlineData("""{"type":"message","channelData":"x"}""")]
    [InlineData("""{"type":"message","timestamp":"yesterday"}""")]
    [InlineData("""{"type":"message"} more""")]
    [InlineData("\uFEFF{\"type\":\"message\"}")]
    public void What_is_no_activity_is_refused(string json) =>
        Assert.ThrowsAny<JsonException>(() => ActivityJson.ReadActivity(Encoding.UTF8.GetBytes(json)));

    [Fact]
    public void Bytes_that_are_no_text_and_depth_without_end_are_refused()
    {
        Assert.ThrowsAny<JsonException>(() => ActivityJson.ReadActivity([.. "{\"type\":\""u8, 0xC3, 0x28, .. "\"}"u8]));
        var deep = "{\"value\":" + new string('[', 100_000) + new string(']', 100_000) + "}";
        Assert.ThrowsAny<JsonException>(() => ActivityJson.ReadActivity(Encoding.UTF8.GetBytes(deep)));
    }

    [Fact]
    public void Where_something_can_be_answered_is_where_it_came_from()
    {
        var activity = Read(JsonNode.Parse(
            """
            {"type":"message","id":"1","channelId":"msteams","serviceUrl":"https://smba.trafficmanager.net/emea/","locale":"de",
             "from":{"id":"29:amina"},"recipient":{"id":"28:bot"},"conversation":{"id":"a:1","tenantId":"t"}}
            """)!);
        SameJson.Assert(
            JsonNode.Parse(
                """
                {"activityId":"1","channelId":"msteams","serviceUrl":"https://smba.trafficmanager.net/emea/","locale":"de",
                 "user":{"id":"29:amina"},"bot":{"id":"28:bot"},"conversation":{"id":"a:1","tenantId":"t"}}
                """),
            JsonSerializer.SerializeToNode(ConversationReference.Of(activity), ActivityJson.Default.ConversationReference));
    }

    private static async Task<IReadOnlyList<JsonNode>> OfTheSdkAsync(string what)
    {
        var answer = await Peers.RunAsync("activities.mjs", [new JsonObject { ["do"] = what }]);
        var activities = answer[0].AsArray().Select(activity => activity!.DeepClone()).ToList();
        Assert.NotEmpty(activities);
        return activities;
    }

    private static Activity Read(JsonNode json) => ActivityJson.ReadActivity(Encoding.UTF8.GetBytes(json.ToJsonString()))!;

    private static JsonNode? ThroughOurs(JsonNode json) => JsonSerializer.SerializeToNode(Read(json), ActivityJson.Default.Activity);

    private static void AddUnknown(JsonNode? node)
    {
        foreach (var child in (node as JsonArray ?? []).Concat((node as JsonObject ?? []).Select(member => member.Value)).ToList())
        {
            AddUnknown(child);
        }

        if (node is JsonObject members)
        {
            members["x-nobody-knows"] = new JsonObject { ["a"] = new JsonArray(1, "b", null), ["c"] = 0.5 };
        }
    }
}
