using System.Text.Json.Nodes;
using HelpDeskBot.Domain.Tickets;
using HelpDeskBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HelpDeskBot.Tests.Conversations;

/// <summary>An agent fills in an answer that is ready, changes it, and sends it.</summary>
public class CannedReplyTests
{
    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task A_ready_answer_is_filled_in_and_sent_as_the_agent_changed_it(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        await desk.As("amina").FilesAsync("qzx the tray is stuck");
        var form = await desk.InRoom("chen").PressesAsync("Reply");
        Assert.Contains("We are on it", form.Json, StringComparison.Ordinal);
        var filled = await form.FillsInAsync("Fill in", new JsonObject { ["text"] = "", ["reply"] = "on-it" });
        Assert.StartsWith("Hi Amina, I am looking into HD-1001 now", TextIn(filled), StringComparison.Ordinal);
        Assert.Contains("Chen", TextIn(filled), StringComparison.Ordinal);
        Assert.Equal(1, await desk.ReadAsync(db => db.Timeline.CountAsync()));

        await filled.SubmitsAsync(new JsonObject { ["text"] = TextIn(filled) + " Give me an hour.", ["reply"] = "" });
        await filled.SubmitsAsync(new JsonObject { ["text"] = TextIn(filled) + " Give me an hour.", ["reply"] = "" });
        Assert.Equal(1, await desk.As("amina").CountsAsync("Give me an hour."));
        Assert.Equal(1, await desk.ReadAsync(db => db.Timeline.CountAsync(entry => entry.Act == Act.Reply)));
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task It_is_in_the_requesters_language_and_nothing_goes_out_unseen(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        var amina = desk.As("amina", "de-DE");
        await amina.SaysAsync("qzx das Fach klemmt");
        foreach (var button in new[] { "Etwas anderes", "Nur ich", "Ich kann nicht arbeiten", "Melden" })
        {
            await amina.PressesAsync(button);
        }

        var form = await desk.InRoom("chen").PressesAsync("Reply");
        var seen = await form.SubmitsAsync(new JsonObject { ["text"] = " ", ["reply"] = "restart" });
        Assert.StartsWith("Hallo Amina, bitte starte den Rechner neu", TextIn(seen), StringComparison.Ordinal);
        Assert.Equal(0, await desk.ReadAsync(db => db.Timeline.CountAsync(entry => entry.Act == Act.Reply)));
        await seen.SubmitsAsync(new JsonObject { ["text"] = TextIn(seen), ["reply"] = "" });
        await amina.SeesAsync("Hallo Amina, bitte starte den Rechner neu");
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task What_was_typed_stays_whatever_is_chosen(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        await desk.As("amina").FilesAsync("qzx the tray is {agent} stuck");
        var form = await desk.InRoom("chen").PressesAsync("Reply");
        foreach (var unknown in new[] { "", "no-such" })
        {
            var refused = await form.FillsInAsync("Fill in", new JsonObject { ["text"] = "One moment.", ["reply"] = unknown });
            Assert.Contains("Choose one of the ready-made answers first.", refused.Json, StringComparison.Ordinal);
            Assert.Equal("One moment.", TextIn(refused));
        }

        var filled = await form.FillsInAsync("Fill in", new JsonObject { ["text"] = "One moment.", ["reply"] = "done" });
        Assert.StartsWith("One moment.\n\nHi Amina, this should work again.", TextIn(filled), StringComparison.Ordinal);
        Assert.DoesNotContain("Ready-made", (await desk.InRoom("chen").PressesAsync("Note")).Json, StringComparison.Ordinal);
    }

    private static string TextIn(Answer form) => form.Card["body"]!.AsArray()
        .Single(item => item!["type"]!.GetValue<string>() == "Input.Text")!["value"]!.GetValue<string>();
}
