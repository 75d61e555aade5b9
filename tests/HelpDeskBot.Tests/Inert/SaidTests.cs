using HelpDeskBot.AdaptiveCards;
using HelpDeskBot.Domain.Tickets;
using HelpDeskBot.Tests.Support;
using HelpDeskBot.Turns;
using Microsoft.EntityFrameworkCore;

namespace HelpDeskBot.Tests.Inert;

/// <summary>What people say in the chat is kept and shown as they said it, and does nothing.</summary>
public class SaidTests
{
    public static readonly TheoryData<Database, string> Texts = new(
        from database in Enum.GetValues<Database>()
        from text in NastyTexts.All
        select (database, text));

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task Whatever_is_said_is_kept_and_shown_as_it_is(Database database, string text)
    {
        await using var desk = await TestDesk.StartAsync(database);
        var (amina, chen) = (desk.As("amina"), desk.InRoom("chen"));
        var kept = Characters.Storable(text);

        var number = await amina.FilesAsync(text);
        AssertShown(await chen.SeesAsync(number), kept);
        var card = await chen.SeesAsync("P3");
        await chen.SaysAsync("reply: " + text, thread: card.Id);
        AssertShown(await amina.SeesAsync($"answered {number}"), kept);
        await chen.SaysAsync(text, thread: card.Id);
        await amina.SaysAsync("quite so");
        await amina.EditsAsync("quite so", text);
        AssertShown(await chen.SeesAsync("wrote (edited)"), kept);
        await chen.ResolvesAsync(text, on: number);
        AssertShown(await amina.SeesAsync("Is it fixed?"), kept);

        var id = TicketId.Parse(number, null);
        Assert.Equal(kept, await desk.ReadAsync(async db => (await db.Tickets.SingleAsync(ticket => ticket.Id == id)).Description));
        Assert.Equal(4, await desk.ReadAsync(db => db.TimelineTexts.CountAsync(row => row.Ticket == id && row.Text == kept)));
    }

    [Fact]
    public async Task After_a_command_it_is_words_too()
    {
        await using var desk = await TestDesk.StartAsync(Database.Sqlite);
        var (amina, chen) = (desk.As("amina"), desk.As("chen"));
        await amina.FilesAsync("qzx the tray is stuck");
        foreach (var text in NastyTexts.Few)
        {
            foreach (var command in new[] { "find", "find owner:", "find category:", "find queue:", "report for", "follow", "unfollow", "status", "away until", "language", "web", "desk" })
            {
                await chen.SaysAsync($"{command} {text}");
                AssertInert(chen.Last, Characters.Storable(text));
                await chen.SaysAsync("cancel");
            }
        }
    }

    private static void AssertShown(ShownMessage message, string text)
    {
        Assert.Contains(text, message.Text, StringComparison.Ordinal);
        AssertInert(message, text);
    }

    private static void AssertInert(ShownMessage message, string text) =>
        Assert.DoesNotContain(CardVocabulary.MarkdownTexts(message.Card), shown => shown.Text.Contains(text[..Math.Min(20, text.Length)], StringComparison.Ordinal));
}
