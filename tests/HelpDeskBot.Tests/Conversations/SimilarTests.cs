using HelpDeskBot.Tests.Support;

namespace HelpDeskBot.Tests.Conversations;

/// <summary>How tickets like this one were solved.</summary>
public class SimilarTests
{
    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task An_agent_sees_what_solved_the_same_before_and_opens_it(Database database)
    {
        await using var desk = await WithASolvedLampAsync(database);
        await desk.As("amina").FilesAsync("qzx the lamp in the corridor blinks again");
        var similar = await desk.InRoom("dana").OpensAsync("Similar", on: "blinks again");
        Assert.Contains("HD-1001", similar.Json, StringComparison.Ordinal);
        Assert.Contains("I put in a new bulb.", similar.Json, StringComparison.Ordinal);
        Assert.DoesNotContain("HD-1002", CardParts.Buttons(similar.Card).Values.Single().ToJsonString(), StringComparison.Ordinal);
        await similar.ChoosesAsync("Open");
        await desk.InRoom("dana").SeesAsync("I put in a new bulb.");
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task What_is_about_something_else_open_or_in_a_private_queue_is_not_offered(Database database)
    {
        await using var desk = await WithASolvedLampAsync(database);
        await desk.As("bruno").FilesAsync("qzx my chair in the corridor squeaks");
        Assert.Contains("I know no ticket like HD-1002.", (await desk.InRoom("dana").OpensAsync("Similar", on: "squeaks")).Json, StringComparison.Ordinal);
        await QueueTests.MoveAsync(desk, "chen", "people");
        await desk.InRoom("bruno", "people").ResolvesAsync("I oiled the squeaking chair.");
        await desk.As("farid").FilesAsync("qzx my chair in the corridor squeaks too");
        Assert.DoesNotContain("oiled", (await desk.InRoom("chen").OpensAsync("Similar", on: "squeaks too")).Json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_open_ticket_about_the_same_trouble_comes_first()
    {
        await using var desk = await WithASolvedLampAsync(Database.Sqlite);
        await desk.As("elif").FilesAsync("qzx the lamp in the corridor blinks and blinks");
        await desk.As("amina").FilesAsync("qzx the lamp in the corridor blinks");
        var similar = await desk.InRoom("dana").OpensAsync("Similar", on: "HD-1003");
        Assert.Matches("(?s)HD-1002 · Almost the same · New.*HD-1001 · Almost the same · Solved", similar.Text);
    }

    private static async Task<TestDesk> WithASolvedLampAsync(Database database)
    {
        var desk = await TestDesk.StartAsync(database, "--HelpDesk:DeskFile=" + await DeskFiles.WithPeopleTeamAsync());
        await desk.As("bruno").FilesAsync("qzx the lamp in the corridor blinks");
        await desk.InRoom("chen").ResolvesAsync("I put in a new bulb.");
        await desk.As("bruno").PressesAsync("Yes, close it");
        return desk;
    }
}
