using System.Data.Common;
using System.Text.Json.Nodes;
using HelpDeskBot.Desk.Storage;
using HelpDeskBot.Desk.Tickets;
using HelpDeskBot.Domain.Tickets;
using HelpDeskBot.Tests.Domain.Tickets;
using HelpDeskBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HelpDeskBot.Tests.Desk.Storage;

public class TimelineStorageTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Database.Sqlite, """UPDATE "Timeline" SET "Act" = 'Note'""")]
    [InlineData(Database.Sqlite, """DELETE FROM "Timeline" """)]
    [InlineData(Database.Postgres, """UPDATE "Timeline" SET "Act" = 'Note'""")]
    [InlineData(Database.Postgres, """DELETE FROM "Timeline" """)]
    [InlineData(Database.Postgres, """TRUNCATE "Timeline" CASCADE""")]
    public async Task The_database_itself_refuses_to_change_history(Database database, string change)
    {
        await using var desk = await StorageDesk.StartAsync(database);
        var ticket = await desk.FileAsync();

        var refused = await Assert.ThrowsAnyAsync<DbException>(() => desk.ReadAsync(db => db.Database.ExecuteSqlRawAsync(change, Stop)));

        Assert.Contains("append-only", refused.Message, StringComparison.Ordinal);
        var row = Assert.Single(await desk.ReadAsync(db => db.Timeline.ToListAsync(Stop)));
        Assert.Equal((ticket.Id, 1, Act.File), (row.Ticket, row.Sequence, row.Act));
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task After_a_conversation_the_chain_holds_and_its_replay_is_the_stored_ticket(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        await HaveAConversationAsync(desk);

        var tickets = await desk.ReadAsync(db => db.Tickets.ToListAsync(Stop));
        Assert.Equal([Status.Closed, Status.New], tickets.OrderBy(ticket => ticket.Id.Value).Select(ticket => ticket.Status));
        foreach (var ticket in tickets)
        {
            var entries = await desk.ReadAsync(db => new TicketRecords(db).TimelineAsync(ticket.Id, int.MaxValue, Stop));
            Assert.Equal(ticket, Timeline.Replay(entries), TicketComparer.Same);
            Assert.Equal([], await BreaksAsync(desk, ticket.Id));
        }

        await desk.ReadAsync(db => db.Database.ExecuteSqlRawAsync("""UPDATE "TimelineTexts" SET "Text" = 'I never said that' WHERE "Sequence" = 1""", Stop));
        Assert.Equal([1], await BreaksAsync(desk, tickets[0].Id));
    }

    private static async Task HaveAConversationAsync(TestDesk desk)
    {
        var (amina, chen) = (desk.As("amina"), desk.InRoom("chen"));
        await FileAsync(amina, "my vpn token is rejected");
        await chen.ReadAsync();
        await chen.PressesAsync("Claim");
        await (await chen.PressesAsync("Ask requester")).WritesAsync("Which token do you use?");
        await amina.SaysAsync("the blue one");
        await (await chen.PressesAsync("Resolve")).SubmitsAsync(new JsonObject { ["reason"] = "Solved", ["text"] = "I reset your token." });
        await amina.PressesAsync("Yes, close it");
        await FileAsync(amina, "my vpn token is lost");
    }

    private static async Task FileAsync(TestPerson amina, string problem)
    {
        await amina.SaysAsync(problem);
        foreach (var button in new[] { "Open a ticket", "Yes, Network, VPN and Wi-Fi", "Just me", "I can't work", "File it" })
        {
            await amina.PressesAsync(button);
        }
    }

    /// <summary>The sequence numbers at which the stored chain does not hold.</summary>
    private static async Task<List<int>> BreaksAsync(TestDesk desk, TicketId ticket)
    {
        var rows = await desk.ReadAsync(db => db.Timeline.Where(row => row.Ticket == ticket).OrderBy(row => row.Sequence).ToListAsync(Stop));
        var texts = await desk.ReadAsync(db => db.TimelineTexts.Where(row => row.Ticket == ticket).ToDictionaryAsync(row => row.Sequence, Stop));
        var previous = HashChain.Start;
        var breaks = new List<int>();
        foreach (var row in rows)
        {
            var text = texts.GetValueOrDefault(row.Sequence);
            if (!Holds(row, text, previous))
            {
                breaks.Add(row.Sequence);
            }

            previous = row.Hash;
        }

        return breaks;
    }

    private static bool Holds(TimelineRow row, TimelineTextRow? text, string previous) =>
        row.PreviousHash == previous
        && row.TextDigest == HashChain.Digest(text?.Salt, text?.Text)
        && row.Hash == HashChain.Next(previous, TicketRecords.EntryOf(row, text?.Text), row.TextDigest);
}
