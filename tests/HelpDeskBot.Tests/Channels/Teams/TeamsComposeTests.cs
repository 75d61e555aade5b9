using System.Text;
using System.Text.Json.Nodes;
using HelpDeskBot.Tests.Channels.Contract;
using HelpDeskBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HelpDeskBot.Tests.Channels.Teams;

/// <summary>The commands on messages and in the compose box.</summary>
public sealed class TeamsComposeTests : TeamsStory
{
    [Fact]
    public async Task Somebodys_message_becomes_a_report_with_its_link_its_files_and_its_words_inert()
    {
        var message = MessageOf("<p>qzx <b>the lamp</b> flickers &amp; hums</p><p>**not bold**</p><script>x</script>");
        message["attachments"] = new JsonArray(new JsonObject
        {
            ["contentType"] = "application/vnd.microsoft.teams.file.download.info",
            ["name"] = "lamp.log",
            ["content"] = new JsonObject { ["downloadUrl"] = Desk.SharePoint.Put("lamp.log", Encoding.UTF8.GetBytes("E42 in lamp 2")) },
        });
        var card = await OpensAsync(message);
        Assert.Equal("qzx the lamp flickers & hums\n**not bold**\n\nhttps://teams.microsoft.com/l/message/1", CardParts.Inputs(card)["text"]);

        await SendsAsync(card, "qzx the lamp flickers, https://teams.microsoft.com/l/message/1", times: 2);
        await Amina.PressesAsync("Something else");
        await Amina.PressesAsync("Just me");
        await Amina.PressesAsync("I can work");
        await Amina.PressesAsync("File it");
        Assert.Contains("https://teams.microsoft.com/l/message/1", await Desk.ReadAsync(db => db.Tickets.Select(ticket => ticket.Description).SingleAsync(Stop)), StringComparison.Ordinal);
        Assert.Equal("lamp.log", await Desk.ReadAsync(db => db.Attachments.Where(file => file.Ticket != null).Select(file => file.Name).SingleAsync(Stop)));
    }

    [Fact]
    public async Task A_message_without_words_asks_for_some()
    {
        var card = await OpensAsync(MessageOf(""));
        var (_, body) = await SendsAsync(card, " ");
        Assert.Contains("Please write something first", body!.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(0, await Desk.ReadAsync(db => db.Drafts.CountAsync(Stop)));
    }

    [Fact]
    public async Task While_another_report_is_half_done_it_says_so_and_keeps_what_was_typed()
    {
        await Amina.ReportsAsync("qzx my chair squeaks");
        var card = await OpensAsync(MessageOf("qzx the lamp flickers"));
        var (_, body) = await SendsAsync(card, "qzx the lamp flickers");
        Assert.Contains("filling in another report", body!.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("the lamp flickers", body.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_compose_box_finds_what_the_person_may_see()
    {
        await Desk.Person("chen").SaysAsync("help");
        var number = await Amina.FilesAsync("qzx the tray is stuck");
        Assert.Contains(number, await FoundAsync(Amina, "tray"), StringComparison.Ordinal);
        Assert.Contains(number, await FoundAsync(Amina, number), StringComparison.Ordinal);
        Assert.Contains(number, await FoundAsync(Amina, ""), StringComparison.Ordinal);
        Assert.Contains(number, await FoundAsync(Desk.Person("chen"), "tray"), StringComparison.Ordinal);
        Assert.Contains("tray", await FoundAsync(Desk.Person("chen"), number.ToLowerInvariant()), StringComparison.Ordinal);
        Assert.Contains("No tickets fit", await FoundAsync(Desk.Person("bruno"), number), StringComparison.Ordinal);
        Assert.Contains("P3", await FoundAsync(Desk.Person("chen"), "tray"), StringComparison.Ordinal);
        Assert.DoesNotContain("P3", await FoundAsync(Amina, "tray"), StringComparison.Ordinal);
        Assert.Contains("No tickets fit", await FoundAsync(Desk.Person("bruno"), "tray"), StringComparison.Ordinal);
        Assert.Contains("No tickets fit", await FoundAsync(Amina, "lamp"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_private_queue_the_compose_box_finds_nothing_for_other_agents()
    {
        await using var desk = await TeamsDriver.StartAsync(await Support.DeskFiles.WithPeopleTeamAsync());
        await desk.Person("chen").SaysAsync("help");
        var number = await desk.Person("amina").FilesAsync("qzx my payslip is wrong", category: "Yes, Pay and payroll");
        Assert.Contains("payslip", await FoundAsync(desk.Person("bruno"), "payslip"), StringComparison.Ordinal);
        Assert.Contains("No tickets fit", await FoundAsync(desk.Person("chen"), "payslip"), StringComparison.Ordinal);
        Assert.Contains("No tickets fit", await FoundAsync(desk.Person("chen"), number), StringComparison.Ordinal);
    }

    internal static JsonObject Query(string words) => new()
    {
        ["commandId"] = "find",
        ["parameters"] = new JsonArray(new JsonObject { ["name"] = "words", ["value"] = words }),
        ["queryOptions"] = new JsonObject { ["skip"] = 0, ["count"] = 25 },
    };

    private static async Task<string> FoundAsync(TeamsPerson person, string words) =>
        (await person.AsksAsync("composeExtension/query", Query(words))).Body!["composeExtension"]!.ToJsonString();

    private static JsonObject MessageOf(string html) => new()
    {
        ["id"] = "1",
        ["linkToMessage"] = "https://teams.microsoft.com/l/message/1",
        ["from"] = new JsonObject { ["user"] = new JsonObject { ["id"] = "object-of-bruno", ["displayName"] = "Bruno" } },
        ["body"] = new JsonObject { ["contentType"] = "html", ["content"] = html },
    };

    private async Task<JsonObject> OpensAsync(JsonObject message)
    {
        await Amina.SaysAsync("help");
        var (status, body) = await Amina.AsksAsync(
            "composeExtension/fetchTask", new JsonObject { ["commandId"] = "report", ["commandContext"] = "message", ["messagePayload"] = message });
        Assert.Equal(200, status);
        return body!["task"]!["value"]!["card"]!["content"]!.AsObject();
    }

    private async Task<(int Status, JsonNode? Body)> SendsAsync(JsonObject card, string text, int times = 1)
    {
        var data = (JsonObject)CardParts.Submit(card)["data"]!.DeepClone();
        data["text"] = text;
        (int, JsonNode?) answer = default;
        for (var i = 0; i < times; i++)
        {
            answer = await Amina.AsksAsync(
                "composeExtension/submitAction", new JsonObject { ["commandId"] = "report", ["commandContext"] = "message", ["data"] = data.DeepClone() });
        }

        return answer;
    }
}
