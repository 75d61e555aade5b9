using System.Net;
using System.Text.Json.Nodes;
using HelpDeskBot.Domain.Tickets;
using HelpDeskBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HelpDeskBot.Tests.Conversations;

/// <summary>People edit and delete what they wrote.</summary>
public class CorrectionTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task An_edited_comment_is_what_agents_read_and_the_timeline_keeps_both(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        var (amina, chen) = await CommentedAsync(desk, "the lower won");

        var edited = await amina.EditsAsync("the lower won", "the lower one");

        Assert.Equal(HttpStatusCode.OK, edited.StatusCode);
        await amina.SeesAsync("Changed on HD-1001");
        Assert.Contains("(edited)", (await chen.SeesAsync("wrote (edited)")).Text, StringComparison.Ordinal);
        Assert.Equal(0, await chen.CountsAsync("the lower won"));
        Assert.Contains("the lower one", (await chen.SeesAsync("P3")).Text, StringComparison.Ordinal);
        Assert.Equal([Act.File, Act.AskRequester, Act.Comment, Act.EditMessage], await ActsAsync(desk));
        Assert.Equal(["the lower won", "the lower one"], await desk.ReadAsync(db => db.TimelineTexts.Where(row => row.Sequence > 2).OrderBy(row => row.Sequence).Select(row => row.Text).ToListAsync(Stop)));
        await UndoTests.HistoryHoldsAsync(desk);
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task A_deleted_comment_is_gone_and_the_timeline_says_that_its_writer_withdrew_it(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        var (amina, chen) = await CommentedAsync(desk, "my password is hunter2");

        await amina.DeletesAsync("hunter2");

        await amina.SeesAsync("Taken back from HD-1001");
        Assert.Equal(0, await amina.CountsAsync("hunter2"));
        Assert.Equal(0, await chen.CountsAsync("hunter2"));
        await chen.SeesAsync("Amina Yusuf took back a message");
        Assert.Equal([Act.File, Act.AskRequester, Act.Comment, Act.DeleteMessage], await ActsAsync(desk));
        Assert.Equal(HttpStatusCode.NotFound, (await amina.CorrectsAsync("gone", new JsonObject { ["type"] = "messageUpdate", ["text"] = "again" })).StatusCode);
        await UndoTests.HistoryHoldsAsync(desk);
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task Only_ones_own_messages_can_be_changed(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        var (amina, chen) = await CommentedAsync(desk, "the lower one");
        var question = await amina.SeesAsync("Which tray?");
        var card = await chen.SeesAsync("P3");
        await chen.SaysAsync("a note by Chen", thread: card.Id);
        var dana = desk.InRoom("dana");
        var note = await dana.SeesAsync("a note by Chen");

        foreach (var type in new[] { "messageUpdate", "messageDelete" })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await amina.CorrectsAsync(question.Id, new JsonObject { ["type"] = type, ["text"] = "no" })).StatusCode);
            Assert.Equal(HttpStatusCode.Forbidden, (await dana.CorrectsAsync(note.Id, new JsonObject { ["type"] = type, ["text"] = "no" })).StatusCode);
        }

        await dana.SeesAsync("a note by Chen");
        await amina.SeesAsync("Which tray?");
        Assert.Equal([Act.File, Act.AskRequester, Act.Comment, Act.Note], await ActsAsync(desk));
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task The_same_edit_delivered_twice_is_one(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        var (amina, _) = await CommentedAsync(desk, "the lower won");
        var id = amina.Shown.Last(message => !message.IsFromBot).Id;
        var edit = () => amina.CorrectsAsync(id, new JsonObject { ["type"] = "messageUpdate", ["text"] = "the lower one" }, clientId: "once");

        Assert.Equal(HttpStatusCode.OK, (await edit()).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await edit()).StatusCode);

        Assert.Equal(1, (await ActsAsync(desk)).Count(act => act is Act.EditMessage));
        Assert.Equal(1, await amina.CountsAsync("Changed on HD-1001"));
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task In_a_report_being_filled_in_the_edited_words_replace_the_first_ones(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        var amina = desk.As("amina");
        await amina.ReportsAsync("qzx the try is stuck");
        await amina.PressesAsync("Something else");
        await amina.SaysAsync("qzx since munday");
        await amina.EditsAsync("the try is stuck", "qzx the tray is stuck");
        await amina.EditsAsync("munday", "since Monday");
        await amina.PressesAsync("Just me");
        await amina.PressesAsync("I can work");
        await amina.PressesAsync("File it");

        var ticket = await desk.ReadAsync(db => db.Tickets.SingleAsync(Stop));
        Assert.Equal(("qzx the tray is stuck", "qzx the tray is stuck\nsince Monday"), (ticket.Subject, ticket.Description));
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task A_question_edited_before_the_ticket_is_opened_is_filed_as_edited(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        var amina = desk.As("amina");
        await amina.SaysAsync("my vpn token is rejectet");
        await amina.EditsAsync("rejectet", "my vpn token is rejected");
        await amina.PressesAsync("Open a ticket");
        Assert.Contains("my vpn token is rejected", amina.Last.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task A_reply_typed_in_the_thread_is_edited_for_the_requester_too_and_not_deleted(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        var (amina, chen) = (desk.As("amina"), desk.InRoom("chen"));
        await amina.FilesAsync("qzx the tray is stuck");
        await chen.SaysAsync("reply: I am on my weigh", thread: (await chen.SeesAsync("P3")).Id);
        await chen.EditsAsync("weigh", "reply: I am on my way");

        await amina.SeesAsync("I am on my way");
        Assert.Equal(0, await amina.CountsAsync("weigh"));
        await chen.DeletesAsync("on my way");
        await chen.SeesAsync("can only be taken back with Undo");
        await amina.SeesAsync("I am on my way");
        Assert.Equal([Act.File, Act.Reply, Act.EditMessage], await ActsAsync(desk));
    }

    private static async Task<(TestPerson Amina, TestPerson Chen)> CommentedAsync(TestDesk desk, string text)
    {
        var (amina, chen) = (desk.As("amina"), desk.InRoom("chen"));
        await amina.FilesAsync("qzx the tray is stuck");
        await chen.WritesAsync("Ask requester", "Which tray?");
        await amina.SaysAsync(text);
        await chen.SeesAsync(text);
        return (amina, chen);
    }

    private static Task<List<Act>> ActsAsync(TestDesk desk) =>
        desk.ReadAsync(db => db.Timeline.OrderBy(entry => entry.Sequence).Select(entry => entry.Act).ToListAsync(Stop));
}
