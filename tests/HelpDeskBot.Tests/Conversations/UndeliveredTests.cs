using System.Text.Json.Nodes;
using HelpDeskBot.Desk.Outbox;
using HelpDeskBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HelpDeskBot.Tests.Conversations;

/// <summary>What a platform refused for ever is seen by an admin, who tries it again or gives it up.</summary>
public class UndeliveredTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task An_admin_sees_what_never_arrived_and_tries_it_again(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        await ParkAsync(desk);
        var farid = desk.As("farid");
        await farid.SaysAsync("undelivered");
        Assert.Contains("2 messages could not be delivered", farid.Last.Text, StringComparison.Ordinal);
        Assert.Contains("to Amina Yusuf: 403 blocked", farid.Last.Text, StringComparison.Ordinal);

        await farid.PressesAsync("Try again");
        await farid.SaysAsync("undelivered");
        Assert.Contains("Everything was delivered.", farid.Last.Text, StringComparison.Ordinal);
        Assert.Equal(1, await desk.As("amina").CountsAsync("You're welcome"));
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task What_an_admin_gives_up_is_never_said(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        await ParkAsync(desk);
        var farid = desk.As("farid");
        await farid.SaysAsync("undelivered");
        await farid.PressesAsync("Give up");
        Assert.Equal(0, await desk.As("amina").CountsAsync("You're welcome"));
        Assert.All(await desk.ReadAsync(db => db.Outbox.Where(row => row.Error == "403 blocked").ToListAsync(Stop)), row => Assert.Equal(OutboxState.Discarded, row.State));
    }

    [Fact]
    public async Task A_drawing_that_never_arrived_is_among_it()
    {
        await using var desk = await TestDesk.StartAsync(Database.Sqlite);
        await ParkAsync(desk, lane: "undo:HD-1001/2");
        var farid = desk.As("farid");
        await farid.SaysAsync("undelivered");
        Assert.Contains("to Amina Yusuf: 403 blocked", farid.Last.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_else_sees_it_or_decides_about_it()
    {
        await using var desk = await TestDesk.StartAsync(Database.Sqlite);
        var elif = desk.As("elif");
        await elif.SaysAsync("undelivered");
        Assert.Contains("What is it about?", elif.Last.Text, StringComparison.Ordinal);
        foreach (var verb in new[] { "undelivered.retry.v1", "undelivered.discard.v1" })
        {
            Assert.Equal("desk.not_admin", (await elif.PressAsync("none", new JsonObject { ["verb"] = verb, ["data"] = new JsonObject() })).Code);
        }
    }

    [Fact]
    public async Task People_learn_by_which_account_the_settings_name_them()
    {
        await using var desk = await TestDesk.StartAsync(Database.Sqlite);
        await desk.As("amina").SaysAsync("who am I?");
        Assert.Contains("webchat:amina", desk.As("amina").Last.Text, StringComparison.Ordinal);
    }

    // As if a platform had refused what the bot said to Amina: the web chat itself never does.
    private static async Task ParkAsync(TestDesk desk, string lane = "person:amina")
    {
        await desk.As("amina").ConnectAsync();
        await desk.ReadAsync(async db =>
        {
            foreach (var key in new[] { "help.welcome", "intake.nothing_running" })
            {
                db.Outbox.Add(new OutboxRow
                {
                    Key = Guid.NewGuid().ToString("N"),
                    Lane = lane,
                    Kind = OutboxKind.Message,
                    Body = $$$"""{"to":{"person":"amina"},"what":{"kind":"line","key":"{{{key}}}"}}""",
                    CreatedAt = NodaTime.Instant.FromUtc(2026, 11, 23, 8, 0),
                    State = OutboxState.Parked,
                    Error = "403 blocked",
                });
            }

            return await db.SaveChangesAsync(Stop);
        });
    }
}
