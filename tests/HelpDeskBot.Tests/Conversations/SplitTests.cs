using System.Text.Json.Nodes;
using HelpDeskBot.Domain.Tickets;
using HelpDeskBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HelpDeskBot.Tests.Conversations;

/// <summary>A part of a ticket becomes a ticket of its own.</summary>
public class SplitTests
{
    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task The_part_is_the_requesters_too_and_both_say_where_they_come_from(Database database)
    {
        await using var desk = await CommentedAsync(database);
        var form = await desk.InRoom("chen").OpensAsync("Split");
        Assert.Contains("and the switch is loose", form.Json, StringComparison.Ordinal); // what the requester wrote last
        var again = await form.SubmitsAsync(new JsonObject { ["subject"] = " ", ["text"] = "The switch is loose", ["category"] = "hardware" });
        Assert.Contains("Please give it a subject.", again.Json, StringComparison.Ordinal);
        Assert.Contains("The switch is loose", again.Json, StringComparison.Ordinal);
        Assert.Equal(200, (await again.SubmitsAsync(new JsonObject { ["subject"] = "Loose switch", ["text"] = "The switch is loose", ["category"] = "hardware" })).Status);

        var amina = desk.As("amina");
        await amina.SeesAsync("Chen Wei made HD-1002 out of a part of HD-1001");
        Assert.DoesNotContain("Chen Wei", (await amina.SeesAsync("Loose switch")).Text, StringComparison.Ordinal);
        Assert.Contains("HD-1001", (await desk.InRoom("chen").SeesAsync("Loose switch")).Text, StringComparison.Ordinal);
        Assert.Contains("HD-1002", (await desk.InRoom("chen").SeesAsync("the lamp blinks")).Text, StringComparison.Ordinal);
        var part = await desk.ReadAsync(db => db.Tickets.SingleAsync(ticket => ticket.Id == new TicketId(1002)));
        Assert.Equal(("amina", "amina", "hardware"), (part.Requester.Value, part.Author.Value, part.Category));
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task A_part_for_another_team_goes_to_its_room(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database, "--HelpDesk:DeskFile=" + await DeskFiles.WithPeopleTeamAsync());
        await desk.As("amina").FilesAsync("qzx new laptop, and my pay is wrong");
        var form = await desk.InRoom("chen").OpensAsync("Split");
        await form.SubmitsAsync(new JsonObject { ["subject"] = "Wrong pay", ["text"] = "", ["category"] = "payroll" });
        await desk.InRoom("bruno", "people").SeesAsync("Wrong pay");
        Assert.Equal(0, await desk.InRoom("chen").CountsAsync("Wrong pay"));
    }

    [Fact]
    public async Task In_German_it_is_said_in_German()
    {
        await using var desk = await CommentedAsync(Database.Sqlite);
        await desk.As("amina").SaysAsync("sprache deutsch");
        await (await desk.InRoom("chen").OpensAsync("Split")).SubmitsAsync(new JsonObject { ["subject"] = "Schalter", ["text"] = "", ["category"] = "hardware" });
        await desk.As("amina").SeesAsync("Chen Wei hat aus einem Teil von HD-1001 HD-1002 gemacht");
    }

    private static async Task<TestDesk> CommentedAsync(Database database)
    {
        var desk = await TestDesk.StartAsync(database);
        await desk.As("amina").FilesAsync("qzx the lamp blinks");
        await desk.As("amina").WritesAsync("Add details", "and the switch is loose");
        return desk;
    }
}
