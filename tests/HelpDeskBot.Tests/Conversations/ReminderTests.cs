using HelpDeskBot.Tests.Support;

namespace HelpDeskBot.Tests.Conversations;

/// <summary>Who does not want to be reminded is not, also after a restart; what is overdue comes through.</summary>
public class ReminderTests
{
    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task Stop_reminding_me_ends_nudges_until_one_asks_for_them_again(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        await desk.As("amina").FilesAsync("qzx the tray is stuck");
        await desk.InRoom("chen").WritesAsync("Ask requester", "Which tray?");
        await desk.As("amina").SaysAsync("Stop reminding me!");
        Assert.Contains("I won't remind you any more", desk.As("amina").Last.Text, StringComparison.Ordinal);
        await desk.RestartAsync();
        await desk.PassesAsync("P2DT1H");
        Assert.Equal(0, await desk.As("amina").CountsAsync("We still need your answer"));
        await desk.As("amina").SaysAsync("remind me again");
        await desk.PassesAsync("P5D");
        Assert.Equal(1, await desk.As("amina").CountsAsync("We can't go on"));
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task A_lead_who_turned_reminders_off_hears_of_a_breach_all_the_same(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        await desk.As("elif").SaysAsync("stop reminding me");
        await desk.As("amina").FilesAsync("qzx the tray is stuck");
        await desk.PassesAsync("PT6H");
        await desk.As("elif").SeesAsync("has had no first reply in time");
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task An_owner_who_turned_reminders_off_is_not_warned_at_75_percent(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        await desk.As("chen").SaysAsync("erinnere mich nicht mehr");
        await desk.As("amina").FilesAsync("qzx the tray is stuck", "My team", "I can't work");
        await desk.InRoom("chen").WritesAsync("Reply", "On my way");
        await desk.PassesAsync("PT6H45M");
        Assert.Equal(0, await desk.As("chen").CountsAsync("is due soon"));
    }
}
