using HelpDeskBot.Tests.Support;

namespace HelpDeskBot.Tests.Conversations;

/// <summary>Agents say that they are away; who assigns tickets sees it. It is Monday when a desk starts.</summary>
public class AwayTests
{
    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task Who_is_away_until_a_day_is_marked_until_that_day(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        await desk.As("dana").SaysAsync("away until Wednesday");
        Assert.Contains("You are away until Wed", desk.As("dana").Last.Text, StringComparison.Ordinal);
        await desk.As("amina").FilesAsync("qzx the lamp blinks");
        Assert.Contains("Dana Novak (away until Wed", (await desk.InRoom("elif").OpensAsync("Assign")).Json, StringComparison.Ordinal);
        await desk.PassesAsync("P2D");
        Assert.DoesNotContain("away", (await desk.InRoom("elif").OpensAsync("Assign")).Json, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task Who_comes_back_says_so_and_back_goes_a_step_back_for_everybody_else(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        var dana = desk.As("dana");
        await dana.SaysAsync("away");
        await desk.RestartAsync();
        dana = desk.As("dana");
        await desk.As("amina").FilesAsync("qzx the lamp blinks");
        Assert.Contains("Dana Novak (away)", (await desk.InRoom("elif").OpensAsync("Assign")).Json, StringComparison.Ordinal);
        await dana.SaysAsync("back");
        Assert.Contains("Welcome back!", dana.Last.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("away", (await desk.InRoom("elif").OpensAsync("Assign")).Json, StringComparison.Ordinal);
        await dana.SaysAsync("back");
        Assert.Contains("nothing to cancel or go back to", dana.Last.Text, StringComparison.Ordinal);
        await desk.As("bruno").ReportsAsync("qzx the tray is stuck");
        await desk.As("bruno").SaysAsync("back");
        Assert.Contains("What's wrong?", desk.As("bruno").Last.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("away until yesterday or so", "Until when?")]
    [InlineData("away until 2020-01-01", "That day has passed.")]
    public async Task A_day_that_makes_no_sense_is_asked_for_again(string said, string answer)
    {
        await using var desk = await TestDesk.StartAsync(Database.Sqlite);
        await desk.As("dana").SaysAsync(said);
        Assert.Contains(answer, desk.As("dana").Last.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_German_one_is_away_in_German()
    {
        await using var desk = await TestDesk.StartAsync(Database.Sqlite);
        var dana = desk.As("dana", "de-DE");
        await dana.SaysAsync("abwesend bis Freitag");
        Assert.Contains("Du bist bis Fr", dana.Last.Text, StringComparison.Ordinal);
        await dana.SaysAsync("zurück");
        Assert.Contains("Willkommen zurück!", dana.Last.Text, StringComparison.Ordinal);
    }
}
