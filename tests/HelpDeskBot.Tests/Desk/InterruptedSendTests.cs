using HelpDeskBot.Desk.Outbox;
using HelpDeskBot.Desk.Storage;
using HelpDeskBot.Tests.Support;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HelpDeskBot.Tests.Desk;

public class InterruptedSendTests
{
    private static readonly Instant Later = Instant.FromUtc(2030, 1, 1, 0, 0);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task A_card_shown_before_a_crash_is_kept_current_after_it(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        var (amina, chen) = (desk.As("amina"), desk.InRoom("chen"));
        await amina.SaysAsync("report a problem");
        await amina.SaysAsync("the coffee robot blinks");
        foreach (var pressed in new[] { "Something else", "Just me", "I can work", "File it" })
        {
            await amina.PressesAsync(pressed);
        }

        await chen.ReadAsync();
        await desk.ReadAsync(ForgetThatItWasShownAsync);
        await chen.PressesAsync("Claim");
        await desk.ReadAsync(SendAgainAsync);
        await chen.ReadAsync();

        var card = Assert.Single(chen.Shown, message => message.Buttons.ContainsKey("Resolve"));
        Assert.DoesNotContain("Claim", card.Buttons.Keys);
        Assert.Contains("Chen Wei", card.Text, StringComparison.Ordinal);
    }

    // What a kill leaves between showing the agents' card and noting that it was shown; it waits, so that the claim comes first.
    private static async Task<bool> ForgetThatItWasShownAsync(HelpDeskDb db)
    {
        var placement = await db.Placements.AsTracking().SingleAsync(row => row.Card == TicketCards.Agent, Stop);
        var copy = await db.MessageCopies.AsTracking().SingleAsync(row => row.Activity == placement.Activity, Stop);
        var row = await db.Outbox.AsTracking().SingleAsync(row => row.Key == copy.OutboxKey, Stop);
        (row.State, row.SentAt, row.NotBefore) = (OutboxState.Pending, null, Later);
        db.Remove(placement);
        db.Remove(copy);
        await db.SaveChangesAsync(Stop);
        return true;
    }

    private static async Task<bool> SendAgainAsync(HelpDeskDb db)
    {
        var row = await db.Outbox.AsTracking().SingleAsync(row => row.NotBefore == Later, Stop);
        row.NotBefore = null;
        await db.SaveChangesAsync(Stop);
        return true;
    }
}
