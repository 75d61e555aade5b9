using System.Text.Json.Nodes;
using HelpDeskBot.Domain.Sla;
using HelpDeskBot.Domain.Tickets;
using HelpDeskBot.Tests.Support;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HelpDeskBot.Tests.Conversations;

/// <summary>Agents correct how grave a ticket is and what it is about. Tickets are filed on Monday, 09:00 in the office.</summary>
public class ClassificationTests
{
    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task A_graver_ticket_is_due_sooner_counted_from_its_filing(Database database)
    {
        await using var desk = await FiledAsync(database);
        await desk.PassesAsync("PT1H");
        await IsDueAsync(desk, Milestone.ResponseBreach, Duration.FromHours(4.5)); // the lunch break does not count
        await IsDueAsync(desk, Milestone.ResolutionBreach, Duration.FromHours(54.5)); // 24 hours of work end on Wednesday, 15:30
        await WeighAsync(desk, "Everyone", "CannotWork");
        await IsDueAsync(desk, Milestone.ResponseBreach, Duration.FromMinutes(15));
        await IsDueAsync(desk, Milestone.ResolutionBreach, Duration.FromHours(4));
        var card = (await desk.InRoom("dana").SeesAsync("HD-1001")).Text;
        Assert.Contains("P1", card, StringComparison.Ordinal);
        Assert.Contains("Everyone", card, StringComparison.Ordinal);
        Assert.Contains("Overdue", card, StringComparison.Ordinal);
        Assert.DoesNotContain("25 Nov", card, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task A_pause_before_the_change_stays_subtracted(Database database)
    {
        await using var desk = await FiledAsync(database);
        await desk.PassesAsync("PT30M");
        await (await desk.InRoom("chen").OpensAsync("Hold")).SubmitsAsync(
            new JsonObject { ["text"] = "the vendor", ["date"] = "2026-11-24", ["time"] = "10:00" });
        await desk.PassesAsync("P1DT30M");
        await WeighAsync(desk, "MyTeam", "CannotWork");
        await IsDueAsync(desk, Milestone.ResolutionBreach, Duration.FromHours(47.5)); // half an hour on Monday, 7 hours on Tuesday from 10:00, half an hour on Wednesday
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task A_form_sent_twice_changes_once_and_no_change_is_refused(Database database)
    {
        await using var desk = await FiledAsync(database);
        var form = await desk.InRoom("chen").OpensAsync("Priority");
        var same = await form.SubmitsAsync(new JsonObject { ["impact"] = "JustMe", ["urgency"] = "HardToWork" });
        Assert.Contains("HD-1001 is like that already.", same.Json, StringComparison.Ordinal);
        await same.SubmitsAsync(new JsonObject { ["impact"] = "MyTeam", ["urgency"] = "CannotWork" });
        await form.SubmitsAsync(new JsonObject { ["impact"] = "MyTeam", ["urgency"] = "CannotWork" });
        Assert.Equal([Act.File, Act.SetPriority], await ActsAsync(desk));
        Assert.Equal(0, await desk.As("amina").CountsAsync("P2"));
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task The_category_changes_on_every_card(Database database)
    {
        await using var desk = await FiledAsync(database);
        var form = await desk.InRoom("chen").OpensAsync("Category");
        var refused = await form.SubmitsAsync(new JsonObject { ["category"] = "spaceships" });
        Assert.Contains("Choose what it is about.", refused.Json, StringComparison.Ordinal);
        await refused.SubmitsAsync(new JsonObject { ["category"] = "printing" });
        Assert.Contains("Printing and scanning", (await desk.InRoom("dana").SeesAsync("HD-1001")).Text, StringComparison.Ordinal);
        Assert.Contains("Printing and scanning", (await desk.As("amina").SeesAsync("HD-1001")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task The_requester_may_correct_it_until_somebody_takes_it_up_and_strangers_never(Database database)
    {
        await using var desk = await FiledAsync(database);
        var (amina, bruno) = (desk.As("amina"), desk.As("bruno"));
        var press = new JsonObject { ["verb"] = "ticket.category.form.v1", ["data"] = new JsonObject { ["ticket"] = "HD-1001" } };
        var form = await amina.PressAsync(amina.Last.Id, press);
        await bruno.SaysAsync("hi");
        Assert.Equal("ticket.not_found", (await bruno.PressAsync(bruno.Last.Id, press)).Code);
        await desk.InRoom("chen").PressesAsync("Claim");
        var late = await form.SubmitsAsync(new JsonObject { ["category"] = "printing" });
        Assert.Contains("is being worked on, so this can", late.Json, StringComparison.Ordinal);
        Assert.Equal([Act.File, Act.Claim], await ActsAsync(desk));
    }

    private static async Task<TestDesk> FiledAsync(Database database)
    {
        var desk = await TestDesk.StartAsync(database);
        await desk.As("amina").FilesAsync("qzx the tray is stuck");
        return desk;
    }

    private static async Task WeighAsync(TestDesk desk, string impact, string urgency)
    {
        var answer = await (await desk.InRoom("chen").OpensAsync("Priority")).SubmitsAsync(new JsonObject { ["impact"] = impact, ["urgency"] = urgency });
        Assert.True(answer.Value is JsonValue, answer.Json);
    }

    // The desk's clock goes on while the test runs, and what it did by itself it did a moment later.
    private static async Task IsDueAsync(TestDesk desk, Milestone milestone, Duration afterFiling)
    {
        var filed = await desk.ReadAsync(db => db.Tickets.Select(ticket => ticket.FiledAt).SingleAsync());
        var due = await desk.ReadAsync(db => db.Reminders.Where(row => row.Milestone == milestone).Select(row => row.DueAt).SingleAsync());
        Assert.InRange(due - filed, afterFiling - Duration.FromMinutes(5), afterFiling + Duration.FromMinutes(5));
    }

    private static Task<List<Act>> ActsAsync(TestDesk desk) =>
        desk.ReadAsync(db => db.Timeline.OrderBy(entry => entry.Sequence).Select(entry => entry.Act).ToListAsync());
}
