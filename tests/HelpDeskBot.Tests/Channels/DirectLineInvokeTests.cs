using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using HelpDeskBot.Domain.Tickets;
using HelpDeskBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HelpDeskBot.Tests.Channels;

/// <summary>Presses of buttons as the protocol carries them: answered at once, refused with a code, and counted once however often they come.</summary>
public class DirectLineInvokeTests(TicketFixture fixture) : IClassFixture<TicketFixture>
{
    private static readonly string TooLong = new('x', 251);

    private TestDesk Desk => fixture.Desk;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("ticket.claim.v2")]
    [InlineData("ticket.claim")]
    [InlineData("TICKET.CLAIM.V1")]
    [InlineData("ticket.claim.v1 ")]
    [InlineData("ticket.delete.v1")]
    [InlineData("HelpDeskBot.Desk.Tickets.ClaimTicket")]
    [InlineData("__proto__")]
    [InlineData("\0")]
    [InlineData("")]
    public async Task An_unknown_verb_is_refused_and_changes_nothing(string verb) =>
        await AssertRefusedAsync(fixture.Claim, verb, fixture.Claim["data"]!, 400, "action.unknown");

    public static TheoryData<string> BadData => new(
        "null",
        "[]",
        "7",
        "\"HD-1001\"",
        "{}",
        """{"ticket":null}""",
        """{"ticket":1001}""",
        """{"ticket":"1001"}""",
        """{"ticket":"HD-"}""",
        """{"ticket":"HD-0"}""",
        """{"ticket":"HD--1"}""",
        """{"ticket":"HD-1001x"}""",
        """{"ticket":"HD-99999999999999999999"}""",
        """{"ticket":"HD-1001","force":true}""",
        """{"ticket":"HD-1001","actor":"farid"}""",
        """{"ticket":"HD-1001","owner":"person:chen"}""",
        """{"ticket":"HD-1001","status":"Closed"}""",
        """{"ticket":"HD-1001","$type":"System.Object"}""",
        """{"ticket":"HD-1001","__proto__":{}}""",
        """{"ticket":"HD-1001","msteams":{}}""",
        """{"ticket":"HD-1001","":1}""",
        """{"ticket":"HD-1001","TICKET":"HD-1002"}""",
        """{"ticket":"HD-1001","version":"one"}""",
        """{"ticket":"HD-1001","version":1.5}""",
        """{"ticket":"HD-1001","version":99999999999}""",
        """{"ticket":"HD-1001","version":1e400}""",
        """{"ticket":"HD-1001","version":[]}""",
        """{"ticket":"HD-1001","key":7}""",
        """{"ticket":"HD-1001","key":{}}""",
        $$"""{"ticket":"HD-1001","key":"{{TooLong}}"}""");

    [Theory]
    [MemberData(nameof(BadData))]
    public async Task Data_that_the_verb_does_not_carry_is_refused_and_changes_nothing(string data) =>
        await AssertRefusedAsync(fixture.Claim, "ticket.claim.v1", data, 400, "action.data");

    [Fact]
    public async Task A_ticket_that_does_not_exist_is_not_found() =>
        await AssertRefusedAsync(fixture.Claim, "ticket.claim.v1", """{"ticket":"HD-424242"}""", 404, "ticket.not_found");

    [Theory]
    [InlineData("impact", "99")]
    [InlineData("impact", "\"99\"")]
    [InlineData("impact", "\"Nobody\"")]
    [InlineData("impact", "\"JustMe,MyTeam\"")]
    [InlineData("draft", "\"mine\"")]
    public async Task A_value_that_is_none_of_the_choices_is_refused(string member, string value)
    {
        var data = new JsonObject { ["draft"] = Guid.Empty, ["impact"] = "JustMe", [member] = JsonNode.Parse(value) };
        await AssertRefusedAsync(fixture.Claim, "intake.impact.v1", data.ToJsonString(), 400, "action.data");
    }

    public static TheoryData<string> NoActions => new(
        """{"type":"invoke"}""",
        """{"type":"invoke","name":"adaptiveCard/action"}""",
        """{"type":"invoke","name":"adaptiveCard/action","value":null}""",
        """{"type":"invoke","name":"adaptiveCard/action","value":7}""",
        """{"type":"invoke","name":"adaptiveCard/action","value":[]}""",
        """{"type":"invoke","name":"adaptiveCard/action","value":{}}""",
        """{"type":"invoke","name":"adaptiveCard/action","value":{"action":"ticket.claim.v1"}}""",
        """{"type":"invoke","name":"adaptiveCard/action","value":{"action":{}}}""",
        """{"type":"invoke","name":"adaptiveCard/action","value":{"action":{"verb":7}}}""",
        """{"type":"invoke","name":"adaptiveCard/action","value":{"action":{"verb":null}}}""",
        """{"type":"invoke","name":"task/fetch","value":{"action":{"verb":"ticket.claim.v1","data":{"ticket":"HD-1001"}}}}""",
        """{"type":"invoke","value":{"action":{"verb":"ticket.claim.v1","data":{"ticket":"HD-1001"}}}}""");

    [Theory]
    [MemberData(nameof(NoActions))]
    public async Task An_invoke_that_is_no_card_action_is_refused_as_a_request(string body)
    {
        using var chen = await DirectLineCalls.GenerateAsync(Desk, "chen", "it-support");
        var before = await StateAsync();
        using var response = await chen.SendAsync("POST", chen.Path("activities"), body);
        await DirectLineCalls.AssertRefusedAsync(response, 400, "BadArgument");
        Assert.Equal(before, await StateAsync());
    }

    [Fact]
    public async Task A_press_of_somebody_who_may_not_is_refused_and_changes_nothing()
    {
        using var amina = await DirectLineCalls.GenerateAsync(Desk, "amina");
        var before = await StateAsync();
        var answer = await PressAsync(amina, "ticket.claim.v1", fixture.Claim["data"]!.ToJsonString());
        Assert.Contains(answer["statusCode"]!.GetValue<int>(), new[] { 403, 404 });
        Assert.Equal("application/vnd.microsoft.error", answer["type"]!.GetValue<string>());
        Assert.Equal(before, await StateAsync());
    }

    [Fact]
    public async Task The_same_press_twice_and_at_once_and_under_a_new_id_has_one_effect_and_one_answer()
    {
        await using var desk = await TestDesk.StartAsync(Database.Sqlite);
        var claim = await TicketFixture.FileAsync(desk);
        using var chen = await DirectLineCalls.GenerateAsync(desk, "chen", "it-support");
        var data = claim["data"]!.ToJsonString();
        var first = await PressAsync(chen, "ticket.claim.v1", data, "press-1");
        Assert.Equal(["statusCode", "type", "value"], first.Select(member => member.Key));
        Assert.Equal((200, "application/vnd.microsoft.card.adaptive"), (first["statusCode"]!.GetValue<int>(), first["type"]!.GetValue<string>()));
        Assert.Equal("AdaptiveCard", first["value"]!["type"]!.GetValue<string>());

        string[] ids = ["press-1", "press-2", "press-3", "press-4"];
        var again = await Task.WhenAll(ids.Select(id => PressAsync(chen, "ticket.claim.v1", data, id)));
        Assert.All(again, answer => Assert.Equal(first.ToJsonString(), answer.ToJsonString()));
        Assert.Equal(1, await desk.ReadAsync(db => db.Timeline.CountAsync(row => row.Act == Act.Claim, Stop)));
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task A_form_sent_five_times_at_once_writes_once_and_its_text_may_hold_anything(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        await TicketFixture.FileAsync(desk);
        using var chen = await DirectLineCalls.GenerateAsync(desk, "chen", "it-support");
        var form = await PressAsync(chen, "ticket.reply.form.v1", """{"ticket":"HD-1001"}""");
        var data = (JsonObject)CardParts.Submit(form["value"]!)["data"]!.DeepClone();
        data["text"] = "nul \0 and </script>";
        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(n => PressAsync(chen, "ticket.reply.v1", data.ToJsonString(), $"form-{n}")));
        Assert.All(answers, answer => Assert.Equal(200, answer["statusCode"]!.GetValue<int>()));
        Assert.Single(answers.Select(answer => answer.ToJsonString()).Distinct());
        Assert.Equal(1, await desk.ReadAsync(db => db.Timeline.CountAsync(row => row.Act == Act.Reply, Stop)));
        await desk.SettleAsync();
        using var amina = await DirectLineCalls.GenerateAsync(desk, "amina");
        Assert.Contains("nul ␀ and", string.Concat((await amina.ReadAsync(watermark: null)).Select(activity => activity["summary"]?.GetValue<string>())), StringComparison.Ordinal);

        // Odd ids are refused, or find nothing; the database never sees what it cannot take.
        foreach (var (verb, hostile) in new[]
        {
            ("message.ticket.v1", """{"message":"\u0000","ticket":"HD-1001"}"""),
            ("message.new.v1", """{"message":"\u0000"}"""),
            ("ticket.claim.v1", """{"ticket":"HD-1001","key":"\u0000"}"""),
            ("command.run.v1", """{"command":"\u0000"}"""),
        })
        {
            Assert.InRange((await PressAsync(chen, verb, hostile))["statusCode"]!.GetValue<int>(), 200, 499);
        }
    }

    private static async Task<JsonObject> PressAsync(DirectLineCalls calls, string verb, string data, string id = "press")
    {
        var body = $$$"""
            {"type":"invoke","id":"{{{id}}}","name":"adaptiveCard/action",
             "value":{"action":{"type":"Action.Execute","verb":{{{JsonValue.Create(verb).ToJsonString()}}},"data":{{{data}}}},"trigger":"manual"}}
            """;
        using var response = await calls.SendAsync("POST", calls.Path("activities"), body);
        Assert.True(response.StatusCode == HttpStatusCode.OK, await response.Content.ReadAsStringAsync(Stop));
        return (await response.Content.ReadFromJsonAsync<JsonObject>(Stop))!;
    }

    private async Task AssertRefusedAsync(JsonObject button, string verb, JsonNode data, int status, string code) =>
        await AssertRefusedAsync(button, verb, data.ToJsonString(), status, code);

    private async Task AssertRefusedAsync(JsonObject button, string verb, string data, int status, string code)
    {
        Assert.Equal("ticket.claim.v1", button["verb"]!.GetValue<string>());
        using var chen = await DirectLineCalls.GenerateAsync(Desk, "chen", "it-support");
        var before = await StateAsync();
        var answer = await PressAsync(chen, verb, data);
        Assert.Equal(["statusCode", "type", "value"], answer.Select(member => member.Key));
        Assert.Equal((status, "application/vnd.microsoft.error"), (answer["statusCode"]!.GetValue<int>(), answer["type"]!.GetValue<string>()));
        Assert.Equal(code, answer["value"]!["code"]!.GetValue<string>());
        Assert.NotEqual("", answer["value"]!["message"]!.GetValue<string>());
        Assert.Equal(before, await StateAsync());
    }

    // Everything that a press could change.
    private async Task<string> StateAsync()
    {
        await Desk.SettleAsync();
        return await Desk.ReadAsync(async db => string.Join(
            ' ',
            await db.Timeline.CountAsync(Stop),
            await db.ActionReceipts.CountAsync(Stop),
            await db.Outbox.CountAsync(Stop),
            await db.Inbox.CountAsync(Stop),
            await db.ChatLog.CountAsync(Stop),
            await db.Drafts.CountAsync(Stop),
            string.Join(',', await db.Tickets.Select(ticket => ticket.StatusVersion).ToListAsync(Stop))));
    }
}

/// <summary>A desk with one ticket, HD-1001, that nobody has claimed.</summary>
public sealed class TicketFixture : IAsyncLifetime
{
    internal TestDesk Desk { get; private set; } = null!;

    /// <summary>The button that claims it.</summary>
    internal JsonObject Claim { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Desk = await TestDesk.StartAsync(Database.Sqlite);
        Claim = await FileAsync(Desk);
    }

    public ValueTask DisposeAsync() => Desk.DisposeAsync();

    internal static async Task<JsonObject> FileAsync(TestDesk desk)
    {
        var amina = desk.As("amina");
        await amina.SaysAsync("my vpn token is rejected");
        foreach (var title in new[] { "Open a ticket", "Yes, Network, VPN and Wi-Fi", "Just me", "I can't work", "File it" })
        {
            await amina.PressesAsync(title);
        }

        var chen = await desk.InRoom("chen").ReadAsync();
        return chen.Shown.Last(message => message.Buttons.ContainsKey("Claim")).Buttons["Claim"];
    }
}
