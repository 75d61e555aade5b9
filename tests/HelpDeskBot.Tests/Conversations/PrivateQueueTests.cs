using System.Text.Json.Nodes;
using HelpDeskBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HelpDeskBot.Tests.Conversations;

/// <summary>A private queue: nobody outside it sees its tickets, who tries is written down, and an admin says why.</summary>
public class PrivateQueueTests
{
    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task Others_are_told_there_is_no_such_ticket_and_it_is_written_down(Database database)
    {
        await using var desk = await WithPayslipAsync(database);
        foreach (var outsider in new[] { "chen", "elif", "amina" })
        {
            await desk.As(outsider).SaysAsync("HD-1001");
            Assert.Contains("There is no HD-1001 that you can see.", desk.As(outsider).Last.Text, StringComparison.Ordinal);
            await desk.As(outsider).SaysAsync("HD-1001");
        }

        await desk.As("chen").SaysAsync("find payslip");
        Assert.Contains("No tickets fit", desk.As("chen").Last.Text, StringComparison.Ordinal);
        await desk.As("chen").SaysAsync("HD-999");
        Assert.Equal(["amina", "chen", "elif"], (await desk.ReadAsync(db => db.AccessLog.Select(row => row.Person).ToListAsync())).Select(person => person.Value).Order());

        await desk.As("dana").SaysAsync("access log"); // she leads it
        Assert.Contains("Chen Wei was refused HD-1001 (people)", desk.As("dana").Last.Text, StringComparison.Ordinal);
        await desk.As("chen").SaysAsync("access log");
        Assert.DoesNotContain("HD-1001", desk.As("chen").Last.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task The_requester_sees_their_own_but_not_what_agents_write_to_each_other(Database database)
    {
        await using var desk = await StartAsync(database);
        await desk.As("chen").FilesAsync("qzx my payslip is wrong", category: "Yes, Pay and payroll");
        await desk.InRoom("bruno", "people").WritesAsync("Note", "he is right of course");
        await desk.As("chen").SaysAsync("HD-1001");
        await desk.As("chen").SeesAsync("payslip");
        Assert.Equal(0, await desk.As("chen").CountsAsync("he is right"));
        Assert.Equal(0, await desk.ReadAsync(db => db.AccessLog.CountAsync()));

        // An agent of another queue, and the requester: in that queue's room nobody else may read it.
        await desk.InRoom("chen").SaysAsync("HD-1001");
        Assert.Contains("Ask me for it in our direct chat", desk.InRoom("chen").Last.Text, StringComparison.Ordinal);
        Assert.Equal(0, await desk.InRoom("elif").CountsAsync("payslip"));
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task In_another_room_its_tickets_are_not_listed_even_for_a_member(Database database)
    {
        await using var desk = await WithPayslipAsync(database);
        await desk.InRoom("dana").SaysAsync("find payslip");
        Assert.Equal(0, await desk.InRoom("elif").CountsAsync("payslip is wrong"));
        await desk.InRoom("dana").SaysAsync("HD-1001");
        Assert.Equal(0, await desk.InRoom("elif").CountsAsync("payslip is wrong"));
        await desk.As("dana").SaysAsync("find payslip");
        Assert.Contains("payslip is wrong", desk.As("dana").Last.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task A_ticket_moved_into_it_disappears_from_every_place_outside(Database database)
    {
        await using var desk = await StartAsync(database);
        await desk.As("farid").FilesAsync("qzx I was shouted at");
        await desk.InRoom("chen").PressesAsync("Claim");
        await desk.As("elif").SaysAsync("HD-1001");
        await desk.As("elif").SeesAsync("I was shouted at");
        await QueueTests.MoveAsync(desk, "chen", "people");
        Assert.Equal(0, await desk.InRoom("chen").CountsAsync("I was shouted at"));
        Assert.Equal(0, await desk.As("elif").CountsAsync("I was shouted at"));
        Assert.Empty((await desk.InRoom("chen").SeesAsync("HD-1001 is in a private queue now.")).Buttons);
        await desk.InRoom("bruno", "people").SeesAsync("I was shouted at");
        await desk.As("farid").EditsAsync("I was shouted at", "qzx Chen shouted at me");
        Assert.Equal(0, await desk.InRoom("chen").CountsAsync("Chen shouted at me"));
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task An_admin_reads_it_once_with_a_reason_that_is_kept_and_told(Database database)
    {
        await using var desk = await WithPayslipAsync(database);
        var farid = desk.As("farid");
        await farid.SaysAsync("HD-1001");
        Assert.DoesNotContain("payslip", farid.Last.Text, StringComparison.Ordinal);
        var form = await farid.PressesAsync("Say why");
        var again = await form.SubmitsAsync(new JsonObject { ["reason"] = " " });
        Assert.DoesNotContain("payslip", again.Json, StringComparison.Ordinal);
        var shown = await again.SubmitsAsync(new JsonObject { ["reason"] = "the works council asked" });
        Assert.Contains("payslip is wrong", shown.Json, StringComparison.Ordinal);
        Assert.Empty(CardParts.Buttons(shown.Card));
        await desk.InRoom("bruno", "people").SeesAsync("Farid Haddad looked at HD-1001 as an admin: the works council asked");
        await farid.SaysAsync("access log");
        Assert.Contains("Farid Haddad saw HD-1001 (people): the works council asked", farid.Last.Text, StringComparison.Ordinal);
        Assert.Equal(0, await farid.CountsAsync("payslip is wrong"));

        var forged = (JsonObject)JsonNode.Parse("""{"verb":"ticket.look.v1","data":{"ticket":"HD-1001","nonce":"6f0c9d1e-6f1c-4a88-b8b4-0a8d9e1c2b3a","reason":"curious"}}""")!;
        var refused = await desk.As("chen").PressAsync((await desk.As("chen").SaysAsync("hello")).Last.Id, forged);
        Assert.Equal("ticket.not_found", refused.Code);
        Assert.Equal(2, await desk.ReadAsync(db => db.AccessLog.CountAsync(row => row.Person == new HelpDeskBot.Domain.People.PersonId("farid"))));
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task Its_files_are_for_members_and_the_requester(Database database)
    {
        await using var desk = await StartAsync(database);
        await desk.As("amina").SendsFileAsync("payslip.txt", "secret"u8.ToArray(), "qzx my payslip is wrong");
        foreach (var button in new[] { "Open a ticket", "Yes, Pay and payroll", "Just me", "It's hard to work", "File it" })
        {
            if (button != "Open a ticket" || desk.As("amina").Last.Buttons.ContainsKey(button))
            {
                await desk.As("amina").PressesAsync(button);
            }
        }

        var file = await desk.ReadAsync(db => db.Attachments.Select(row => row.Id).SingleAsync());
        Assert.True((await desk.As("bruno").GetAsync($"/files/{file.Value}")).IsSuccessStatusCode);
        Assert.True((await desk.As("amina").GetAsync($"/files/{file.Value}")).IsSuccessStatusCode);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await desk.As("chen").GetAsync($"/files/{file.Value}")).StatusCode);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await desk.As("farid").GetAsync($"/files/{file.Value}")).StatusCode);
        Assert.Equal(2, await desk.ReadAsync(db => db.AccessLog.CountAsync()));
    }

    [Fact]
    public async Task In_German_it_is_said_in_German()
    {
        await using var desk = await WithPayslipAsync(Database.Sqlite);
        var farid = desk.As("farid", "de-DE");
        await farid.SaysAsync("HD-1001");
        Assert.Contains("liegt in einer privaten Warteschlange", farid.Last.Text, StringComparison.Ordinal);
        await (await farid.PressesAsync("Grund angeben")).SubmitsAsync(new JsonObject { ["reason"] = "Betriebsrat" });
        await farid.SaysAsync("Zugriffsprotokoll");
        Assert.Contains("Farid Haddad hat HD-1001 gesehen (people): Betriebsrat", farid.Last.Text, StringComparison.Ordinal);
    }

    private static async Task<TestDesk> StartAsync(Database database) =>
        await TestDesk.StartAsync(database, "--HelpDesk:DeskFile=" + await DeskFiles.WithPeopleTeamAsync());

    private static async Task<TestDesk> WithPayslipAsync(Database database)
    {
        var desk = await StartAsync(database);
        await desk.As("bruno").FilesAsync("qzx my payslip is wrong", category: "Yes, Pay and payroll");
        return desk;
    }
}
