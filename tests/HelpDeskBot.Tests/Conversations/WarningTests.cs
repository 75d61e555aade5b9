using HelpDeskBot.Desk.Storage;
using HelpDeskBot.Domain.Sla;
using HelpDeskBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HelpDeskBot.Tests.Conversations;

/// <summary>Warnings of the clock: one place hears of a ticket at most once an hour, and yet of every warning, alone or with others.</summary>
public class WarningTests
{
    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task A_second_warning_within_the_hour_waits_and_the_breach_says_it_too(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        await desk.As("amina").FilesAsync("qzx everything is down", "Everyone", "I can't work"); // first reply within 15 minutes
        var room = desk.InRoom("chen");
        await desk.PassesAsync("PT12M");
        Assert.Equal(1, await room.CountsAsync("needs a first reply soon"));
        await desk.PassesAsync("PT2M");
        Assert.Equal(0, await room.CountsAsync("is about to miss its first reply"));
        Assert.Equal(ReminderState.Pending, await StateAsync(desk, Milestone.Response90));
        await desk.RestartAsync();
        await desk.PassesAsync("PT2M");
        room = desk.InRoom("chen");
        Assert.Equal(1, await room.CountsAsync("has had no first reply in time"));
        Assert.Equal(ReminderState.Done, await StateAsync(desk, Milestone.Response90));
        await desk.PassesAsync("PT2H");
        Assert.Equal(0, await room.CountsAsync("is about to miss its first reply"));
        Assert.Equal(1, await room.CountsAsync("has had no first reply in time"));
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task A_warning_that_became_due_with_the_end_of_a_hold_is_said_all_the_same(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        await desk.As("amina").FilesAsync("qzx the tray is stuck"); // first reply within 4 hours of work
        await (await desk.InRoom("chen").OpensAsync("Hold")).SubmitsAsync(new() { ["text"] = "the vendor", ["date"] = "2026-11-23", ["time"] = "12:45" });
        await desk.RestartAsync(after: TimeSpan.FromHours(4));
        await desk.PassesAsync("PT1M");
        var room = desk.InRoom("chen");
        Assert.Equal(1, await room.CountsAsync("needs a first reply soon"));
        Assert.Contains("HD-1001 · P3 | New", room.Shown[0].Text, StringComparison.Ordinal);
    }

    private static async Task<ReminderState> StateAsync(TestDesk desk, Milestone milestone) =>
        await desk.ReadAsync(db => db.Reminders.Where(row => row.Milestone == milestone).Select(row => row.State).SingleAsync());
}
