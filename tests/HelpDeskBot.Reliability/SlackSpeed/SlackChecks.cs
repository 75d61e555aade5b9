using HelpDeskBot.Desk.Inbox;
using HelpDeskBot.Desk.Outbox;
using HelpDeskBot.Reliability.Checks;
using Microsoft.EntityFrameworkCore;

namespace HelpDeskBot.Reliability.SlackSpeed;

/// <summary>
/// Everything that was said is taken and answered once. Slack takes four posts a second of an app, so that after a fast run most answers still wait;
/// what has left has left once.
/// </summary>
internal static class SlackChecks
{
    public static async Task RunAsync(string database, IReadOnlyList<string> said, IReadOnlyList<string> posted, CancellationToken stop)
    {
        await using var db = Evidence.Open(database);
        var inbox = await db.Inbox.Where(row => row.Channel == "slack").ToListAsync(stop);
        Same.Assert("deliveries", said, inbox.Select(row => row.DeliveryKey));
        Assert.Empty(inbox.Where(row => row.State != InboxState.Done).Select(row => $"inbox {row.Id} {row.State} {row.Error}"));

        var outbox = await db.Outbox.ToListAsync(stop);
        Assert.Empty(outbox.Where(row => row.State is not (OutboxState.Sent or OutboxState.Pending)).Select(row => $"outbox {row.Id} {row.State} {row.Error}"));
        var answers = outbox.Count(row => row.Kind == OutboxKind.Message);
        Assert.True(answers >= said.Count, $"{answers} answers to {said.Count} messages");
        Assert.Equal(posted.Distinct().Count(), posted.Count);
        Console.WriteLine($"{said.Count} messages taken once, {answers} answers, {posted.Count} posted so far, none twice");
    }
}
