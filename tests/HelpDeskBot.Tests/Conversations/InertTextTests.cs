using HelpDeskBot.AdaptiveCards;
using HelpDeskBot.Domain.Tickets;
using HelpDeskBot.Tests.Support;
using HelpDeskBot.Turns;
using Microsoft.EntityFrameworkCore;

namespace HelpDeskBot.Tests.Conversations;

/// <summary>What people type is kept and shown as they typed it, and does nothing.</summary>
public class InertTextTests
{
    public static readonly TheoryData<Database, string> Texts = new(
        from database in Enum.GetValues<Database>()
        from text in NastyTexts.All
        select (database, text));

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task Whatever_is_typed_is_kept_and_shown_as_it_is(Database database, string text)
    {
        await using var desk = await TestDesk.StartAsync(database);
        var (amina, chen) = (desk.As("amina"), desk.InRoom("chen"));
        var kept = Characters.Storable(text);

        var number = await amina.FilesAsync(text);
        AssertInert(await chen.SeesAsync(number), kept);
        await chen.WritesAsync("Reply", text, on: number);
        AssertInert(await amina.SeesAsync($"answered {number}"), kept);
        await chen.WritesAsync("Note", text, on: number);
        await chen.ResolvesAsync(text, on: number);
        AssertInert(await amina.SeesAsync("Is it fixed?"), kept);

        var id = TicketId.Parse(number, null);
        Assert.Equal(kept, await desk.ReadAsync(async db => (await db.Tickets.SingleAsync(ticket => ticket.Id == id)).Description));
        Assert.Equal(3, await desk.ReadAsync(db => db.TimelineTexts.CountAsync(row => row.Ticket == id && row.Text == kept)));
    }

    private static void AssertInert(ShownMessage message, string text)
    {
        Assert.Contains(text, message.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(CardVocabulary.MarkdownTexts(message.Card!), shown => shown.Text.Contains(text, StringComparison.Ordinal));
    }
}
