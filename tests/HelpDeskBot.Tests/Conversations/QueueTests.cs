using System.Text.Json.Nodes;
using HelpDeskBot.Domain.Tickets;
using HelpDeskBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HelpDeskBot.Tests.Conversations;

/// <summary>Several queues, each with its room and members, and tickets that move between them.</summary>
public class QueueTests
{
    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task A_ticket_goes_to_the_room_of_its_categorys_queue_in_that_rooms_language(Database database)
    {
        await using var desk = await StartAsync(database);
        await desk.As("chen").FilesAsync("qzx my payslip is wrong", category: "Yes, Pay and payroll");
        Assert.Equal(1, await desk.InRoom("bruno", "people").CountsAsync("my payslip is wrong"));
        Assert.Equal(0, await desk.InRoom("dana").CountsAsync("my payslip is wrong"));
        await desk.InRoom("bruno", "people").PressesAsync("Claim");
        await desk.InRoom("bruno", "people").WritesAsync("Reply", "I will check it.");
        await desk.As("chen").SeesAsync("I will check it.");
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task A_moved_ticket_brings_its_card_and_what_was_said_and_leaves_nothing_to_press_behind(Database database)
    {
        await using var desk = await StartAsync(database);
        await desk.As("farid").FilesAsync("qzx the lamp blinks");
        await desk.InRoom("chen").PressesAsync("Claim");
        await desk.InRoom("chen").WritesAsync("Note", "looks electrical");
        await desk.InRoom("chen").WritesAsync("Reply", "I pass this on.");
        await MoveAsync(desk, "chen", "facilities");

        var arrived = desk.InRoom("amina", "facilities");
        await arrived.SeesAsync("looks electrical");
        await arrived.SeesAsync("I pass this on.");
        var card = await arrived.SeesAsync("the lamp blinks");
        Assert.Contains("Neu", card.Text, StringComparison.Ordinal); // the room reads German, and the owner does not work there
        Assert.True(card.Buttons.ContainsKey("Übernehmen"), string.Join(", ", card.Buttons.Keys));

        var left = desk.InRoom("chen");
        await left.SeesAsync("Chen Wei moved HD-1001 to another queue.");
        var shown = await left.SeesAsync("Facilities");
        Assert.Empty(shown.Buttons);
        Assert.Equal(1, await desk.As("farid").CountsAsync("HD-1001 went to another team"));
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task A_ticket_that_comes_back_goes_on_under_its_old_card_with_what_was_said_meanwhile(Database database)
    {
        await using var desk = await StartAsync(database);
        await desk.As("farid").FilesAsync("qzx the lamp blinks");
        await desk.InRoom("chen").WritesAsync("Note", "looks electrical");
        await MoveAsync(desk, "chen", "facilities");
        await (await desk.InRoom("amina", "facilities").PressesAsync("Notiz")).WritesAsync("es ist die Software");
        await MoveAsync(desk, "amina", "it-support", "facilities", "Mehr", "Warteschlange");
        var room = desk.InRoom("chen");
        await room.SeesAsync("Amina Yusuf moved HD-1001 back here.");
        await room.SeesAsync("es ist die Software");
        Assert.Equal(1, await room.CountsAsync("looks electrical"));
        Assert.Equal(1, await room.CountsAsync("P3"));
        await room.PressesAsync("Claim");
        Assert.Empty((await desk.InRoom("amina", "facilities").SeesAsync("IT Support")).Buttons);
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task An_owner_who_works_in_both_queues_keeps_it(Database database)
    {
        await using var desk = await StartAsync(database);
        await desk.As("farid").FilesAsync("qzx my name is wrong");
        await desk.InRoom("dana").PressesAsync("Claim");
        await MoveAsync(desk, "dana", "people");
        Assert.Contains("Dana Novak", (await desk.InRoom("bruno", "people").SeesAsync("P3")).Text, StringComparison.Ordinal);
        Assert.Equal(Status.InProgress, await desk.ReadAsync(db => db.Tickets.Select(ticket => ticket.Status).SingleAsync()));
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task The_leads_of_the_new_queue_hear_of_a_grave_ticket(Database database)
    {
        await using var desk = await StartAsync(database);
        await desk.As("farid").FilesAsync("qzx nobody is paid", "Everyone", "I can't work");
        await MoveAsync(desk, "chen", "people");
        Assert.Equal(1, await desk.As("dana").CountsAsync("You lead this queue: Chen Wei just moved HD-1001 (P1) here"));
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task Agents_of_other_queues_read_but_do_not_act_where_it_is_not_private(Database database)
    {
        await using var desk = await StartAsync(database);
        await desk.As("farid").FilesAsync("qzx the lamp blinks");
        await desk.As("amina").SaysAsync("HD-1001");
        Assert.Contains("the lamp blinks", desk.As("amina").Last.Text, StringComparison.Ordinal);
        Assert.Empty(desk.As("amina").Last.Buttons);
        await desk.As("amina").SaysAsync("queue");
        Assert.DoesNotContain("lamp", desk.As("amina").Last.Text, StringComparison.Ordinal);
        await desk.As("amina").SaysAsync("find queue:IT");
        Assert.Contains("lamp", desk.As("amina").Last.Text, StringComparison.Ordinal);
        await desk.As("amina").SaysAsync("find queue:moon");
        Assert.Contains("I know no queue moon", desk.As("amina").Last.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task Only_members_open_a_room(Database database)
    {
        await using var desk = await StartAsync(database);
        foreach (var person in new[] { "amina", "chen", "elif", "farid" })
        {
            var refused = await desk.Http.PostAsync(
                "/v3/directline/tokens/generate",
                JsonContent($$"""{"user":{"id":"{{person}}"},"conversationId":"people"}"""),
                TestContext.Current.CancellationToken);
            Assert.Equal(System.Net.HttpStatusCode.Forbidden, refused.StatusCode);
        }
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task Where_there_is_one_queue_nobody_is_offered_to_move_a_ticket(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        await desk.As("farid").FilesAsync("qzx the lamp blinks");
        var more = await desk.InRoom("chen").PressesAsync("More");
        Assert.DoesNotContain("Queue", CardParts.Buttons(more.Card).Keys);
    }

    internal static async Task<TestDesk> StartAsync(Database database) =>
        await TestDesk.StartAsync(database, "--HelpDesk:DeskFile=" + await DeskFiles.WithFacilitiesAsync());

    internal static async Task MoveAsync(
        TestDesk desk, string agent, string to, string from = "it-support", string more = "More", string queue = "Queue")
    {
        var list = await desk.InRoom(agent, from).PressesAsync(more);
        var answer = await (await list.ChoosesAsync(queue)).SubmitsAsync(new JsonObject { ["queue"] = to });
        Assert.True(answer.Status == 200, answer.Json);
    }

    private static StringContent JsonContent(string json) => new(json, System.Text.Encoding.UTF8, "application/json");
}
