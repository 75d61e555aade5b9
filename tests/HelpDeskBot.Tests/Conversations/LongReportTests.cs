using System.Text.Json.Nodes;
using HelpDeskBot.AdaptiveCards;
using HelpDeskBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HelpDeskBot.Tests.Conversations;

/// <summary>What is too long for its place is cut there, and the whole of it is kept and shown on demand.</summary>
public class LongReportTests
{
    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task A_subject_too_long_is_cut_at_a_word_and_the_whole_of_it_stays_in_the_description(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        var amina = desk.As("amina");
        var subject = "qzx odd noises " + string.Join(' ', Enumerable.Range(1, 40).Select(number => $"word{number}"));
        await amina.ReportsAsync("qzx odd noises");
        foreach (var button in new[] { "Something else", "Just me", "I can work" })
        {
            await amina.PressesAsync(button);
        }

        await (await amina.PressesAsync("Edit")).SubmitsAsync(new JsonObject
        {
            ["subject"] = subject,
            ["description"] = "Since Monday",
            ["category"] = "other",
            ["impact"] = "JustMe",
            ["urgency"] = "CanWork",
        });
        await amina.PressesAsync("File it");
        await desk.SettleAsync();
        var ticket = await desk.ReadAsync(db => db.Tickets.SingleAsync());
        Assert.EndsWith(" word20…", ticket.Subject, StringComparison.Ordinal);
        Assert.InRange(ticket.Subject.Length, 140, 150);
        Assert.Equal($"{subject}\n\nSince Monday", ticket.Description);

        await (await desk.InRoom("chen").OpensAsync("Split")).SubmitsAsync(new JsonObject { ["subject"] = subject, ["text"] = "", ["category"] = "other" });
        await desk.SettleAsync();
        Assert.Equal(subject, await desk.ReadAsync(db => db.Tickets.OrderByDescending(known => known.Id).Select(known => known.Description).FirstAsync()));
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task A_very_long_report_is_kept_whole_as_a_file(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        var amina = desk.As("amina");
        var text = "qzx log of the crash\n" + string.Concat(Enumerable.Range(0, 4000).Select(line => $"[{line:D5}] fault\n"));
        var number = await amina.FilesAsync(text);
        var chen = desk.InRoom("chen");
        Assert.Contains("message.txt", (await chen.SeesAsync(number)).Text, StringComparison.Ordinal);
        var id = await desk.ReadAsync(db => db.Attachments.Select(file => file.Id).SingleAsync());
        var response = await chen.GetAsync($"/files/{id.Value:N}");
        Assert.Equal(text, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_long_description_is_cut_on_the_card_and_shown_whole_on_demand()
    {
        await using var desk = await TestDesk.StartAsync(Database.Sqlite);
        var amina = desk.As("amina");
        var text = "qzx what I did: " + string.Join(' ', Enumerable.Range(0, 600).Select(step => $"step{step}"));
        var number = await amina.FilesAsync(text);
        var chen = desk.InRoom("chen");
        Assert.DoesNotContain("step599", (await chen.SeesAsync(number)).Text, StringComparison.Ordinal);
        Assert.Contains("step599", (await chen.PressesAsync("Show all")).Json, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task Whatever_is_written_a_card_fits_and_the_whole_can_be_read(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        var (amina, chen) = (desk.As("amina"), desk.InRoom("chen"));
        var text = string.Concat(Enumerable.Repeat("\u6F22\u5B57\U0001F525 ", 3100)); // nearly 16,000 characters of many bytes each
        await amina.FilesAsync(text);
        await chen.WritesAsync("Reply", text);
        await chen.WritesAsync("Note", text);
        for (var i = 0; i < 3; i++)
        {
            await (await chen.OpensAsync("Checklist")).SubmitsAsync(new JsonObject { ["add"] = string.Join('\n', Enumerable.Repeat(text[..190], 10)) });
        }

        await chen.ResolvesAsync(text + "the end");
        await desk.PassesAsync("PT2H");
        await amina.PressesAsync("1");
        await amina.FillsInAsync("Send", new JsonObject { ["comment"] = text });
        await amina.SaysAsync("notifications");
        await amina.ReadAsync();
        await chen.ReadAsync();
        Assert.All(amina.Shown.Concat(chen.Shown), message => Assert.True(message.Card is not { } card || CardVocabulary.SizeOf(card) <= CardVocabulary.MaxBytes, message.Text));

        foreach (var reader in new[] { amina, chen })
        {
            var part = await reader.PressesAsync("Show the whole solution");
            Assert.True(CardVocabulary.SizeOf(part.Card) <= CardVocabulary.MaxBytes);
            while (CardParts.Buttons(part.Card).ContainsKey("Next"))
            {
                part = await part.ChoosesAsync("Next");
                Assert.True(CardVocabulary.SizeOf(part.Card) <= CardVocabulary.MaxBytes);
            }

            Assert.Contains("the end", part.Card.ToJsonString(), StringComparison.Ordinal);
        }
    }
}
