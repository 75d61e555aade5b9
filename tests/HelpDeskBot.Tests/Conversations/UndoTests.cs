using HelpDeskBot.Desk.Outbox;
using HelpDeskBot.Desk.Storage;
using HelpDeskBot.Desk.Tickets;
using HelpDeskBot.Desk.WebChat;
using HelpDeskBot.Domain.Sla;
using HelpDeskBot.Domain.Tickets;
using HelpDeskBot.Tests.Domain.Tickets;
using HelpDeskBot.Tests.Support;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HelpDeskBot.Tests.Conversations;

/// <summary>A reply taken back within a minute.</summary>
public class UndoTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task An_undone_reply_is_gone_everywhere_and_the_timeline_keeps_that_it_was_taken_back(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        var (amina, chen) = (desk.As("amina"), desk.InRoom("chen"));
        await amina.FilesAsync("qzx the tray is stuck");
        await chen.WritesAsync("Reply", "Kick it hard");
        await amina.SeesAsync("Kick it hard");
        Assert.Contains("Kick it hard", (await chen.SeesAsync("P3")).Text, StringComparison.Ordinal);

        var answer = await chen.PressesAsync("Undo");
        Assert.Equal((200, "Taken back."), (answer.Status, answer.Value!.GetValue<string>()));

        Assert.Equal(0, await amina.CountsAsync("Kick it hard"));
        Assert.Equal(0, await chen.CountsAsync("Kick it hard"));
        Assert.DoesNotContain("Kick it hard", (await chen.SeesAsync("P3")).Text, StringComparison.Ordinal);
        await chen.SeesAsync("Chen Wei took back an answer");
        Assert.Equal([Act.File, Act.Reply, Act.RetractReply], await ActsAsync(desk));
        await HistoryHoldsAsync(desk);
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task A_reply_typed_in_the_thread_can_be_undone_from_its_echo(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        var (amina, chen) = (desk.As("amina"), desk.InRoom("chen"));
        await amina.FilesAsync("qzx the tray is stuck");
        await chen.SaysAsync("reply: Kick it hard", thread: (await chen.SeesAsync("HD-1001")).Id);
        await amina.SeesAsync("Kick it hard");

        await chen.PressesAsync("Undo", on: "Sent to the requester");

        Assert.Equal(0, await amina.CountsAsync("Kick it hard"));
        Assert.Equal(0, await chen.CountsAsync("Sent to the requester"));
        await amina.SaysAsync("qzx my chair squeaks");
        Assert.Equal(0, await amina.CountsAsync("Added to HD-1001"));
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task After_a_minute_the_button_is_gone_and_its_press_is_refused(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        var (amina, chen) = (desk.As("amina"), desk.InRoom("chen"));
        await amina.FilesAsync("qzx the tray is stuck");
        await chen.WritesAsync("Reply", "Kick it hard");
        await chen.ReadAsync();
        var echo = chen.Shown.Last(message => message.Buttons.ContainsKey("Undo"));

        await desk.RestartAsync(after: TimeSpan.FromMinutes(1));
        chen = desk.InRoom("chen");
        await chen.SeesAsync("Kick it hard");
        Assert.DoesNotContain(chen.Shown, message => message.Buttons.ContainsKey("Undo"));
        var late = await chen.PressAsync(echo.Id, echo.Buttons["Undo"]);

        Assert.Equal("retract.too_late", late.Code);
        Assert.Contains("more than a minute ago", late.Words, StringComparison.Ordinal);
        await desk.As("amina").SeesAsync("Kick it hard");
        Assert.Equal([Act.File, Act.Reply], await ActsAsync(desk));
        Assert.Equal(0, await desk.ReadAsync(db => db.Outbox.CountAsync(row => row.State != OutboxState.Sent, Stop)));
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task Another_agent_cannot_take_it_back_and_twice_is_once(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        var (amina, chen, dana) = (desk.As("amina"), desk.InRoom("chen"), desk.InRoom("dana"));
        await amina.FilesAsync("qzx the tray is stuck");
        await chen.WritesAsync("Reply", "Kick it hard");

        var refused = await dana.PressesAsync("Undo");
        Assert.Equal("retract.not_yours", refused.Code);
        Assert.Contains("Chen Wei sent that answer", refused.Words, StringComparison.Ordinal);
        await amina.SeesAsync("Kick it hard");

        var echo = chen.Shown.Last(message => message.Buttons.ContainsKey("Undo"));
        Assert.Equal(200, (await chen.PressAsync(echo.Id, echo.Buttons["Undo"])).Status);
        Assert.Equal(200, (await chen.PressAsync(echo.Id, echo.Buttons["Undo"])).Status);
        Assert.Equal("retract.already", (await dana.PressAsync(echo.Id, echo.Buttons["Undo"])).Code);
        Assert.Equal([Act.File, Act.Reply, Act.RetractReply], await ActsAsync(desk));
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task The_first_response_is_owed_again(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        var (amina, chen) = (desk.As("amina"), desk.InRoom("chen"));
        await amina.FilesAsync("qzx the tray is stuck");
        var owed = await ResponseDueAsync(desk);
        await desk.PassesAsync("PT10M");
        await chen.WritesAsync("Reply", "Kick it hard");
        Assert.Null(await ResponseDueAsync(desk));

        await chen.PressesAsync("Undo");

        Assert.NotNull(owed);
        Assert.Equal(owed, await ResponseDueAsync(desk));
        Assert.Null((await desk.ReadAsync(db => db.Tickets.SingleAsync(Stop))).FirstResponseAt);
        await desk.PassesAsync("PT8H");
        await chen.SeesAsync("has had no first reply in time");
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task A_kill_between_taking_a_copy_away_and_noting_it_does_no_harm(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        var (amina, chen) = (desk.As("amina"), desk.InRoom("chen"));
        await amina.FilesAsync("qzx the tray is stuck");
        await chen.WritesAsync("Reply", "Kick it hard");
        var copy = (await desk.ReadAsync(db => db.MessageCopies.Where(row => row.Entry == 2).ToListAsync(Stop)))
            .First(row => row.Conversation == "direct-amina");
        await chen.PressesAsync("Undo");
        await amina.ReadAsync();

        await desk.ReadAsync(async db =>
        {
            db.MessageCopies.Add(copy);
            var row = await db.Outbox.AsTracking().SingleAsync(row => row.Lane == "person:amina" && row.Kind == OutboxKind.Correction, Stop);
            (row.State, row.SentAt) = (OutboxState.Pending, null);
            return await db.SaveChangesAsync(Stop);
        });

        Assert.Equal(0, await amina.CountsAsync("Kick it hard"));
        Assert.Equal(0, await desk.ReadAsync(db => db.MessageCopies.CountAsync(row => row.Entry == 2, Stop)));
        Assert.Equal(1, await desk.ReadAsync(db => db.ChatLog.CountAsync(row => row.Event == ChatEvent.Delete && row.Activity == copy.Activity, Stop)));
    }

    private static Task<List<Act>> ActsAsync(TestDesk desk) =>
        desk.ReadAsync(db => db.Timeline.OrderBy(entry => entry.Sequence).Select(entry => entry.Act).ToListAsync(Stop));

    private static async Task<Instant?> ResponseDueAsync(TestDesk desk) => (await desk.ReadAsync(db => db.Reminders
        .SingleAsync(row => row.Milestone == Milestone.ResponseBreach, Stop))) is { State: ReminderState.Pending } row ? row.DueAt : null;

    /// <summary>Replaying the entries gives the stored ticket, and the chain of their hashes holds.</summary>
    internal static async Task HistoryHoldsAsync(TestDesk desk)
    {
        foreach (var ticket in await desk.ReadAsync(db => db.Tickets.ToListAsync(Stop)))
        {
            var entries = await desk.ReadAsync(db => new TicketRecords(db).TimelineAsync(ticket.Id, int.MaxValue, Stop));
            var rows = await desk.ReadAsync(db => db.Timeline.Where(row => row.Ticket == ticket.Id).OrderBy(row => row.Sequence).ToListAsync(Stop));
            Assert.Equal(ticket, Timeline.Replay(entries), TicketComparer.Same);
            var previous = HashChain.Start;
            foreach (var (row, entry) in rows.Zip(entries))
            {
                Assert.Equal(row.Hash, HashChain.Next(previous, entry, row.TextDigest));
                Assert.False(entry.About is not null && row.Hash == HashChain.Next(previous, entry with { About = 1 }, row.TextDigest));
                previous = row.Hash;
            }
        }
    }
}
