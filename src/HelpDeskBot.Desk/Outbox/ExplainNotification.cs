using System.Text.Json;
using HelpDeskBot.Desk.Storage;
using HelpDeskBot.Domain.People;
using HelpDeskBot.Domain.Tickets;
using Microsoft.EntityFrameworkCore;

namespace HelpDeskBot.Desk.Outbox;

/// <summary>Why somebody was told something.</summary>
public sealed record Explanation(NotificationKind Kind, ToldAs As, TicketId? Ticket);

/// <summary>Tells why a message came.</summary>
public sealed class ExplainNotification(HelpDeskDb db)
{
    private const int LookedAt = 30;

    /// <summary>Of this message, or of the last one that came without being asked for; null if it was only an answer.</summary>
    public async Task<Explanation?> RunAsync(string conversation, string? activity, Actor actor, CancellationToken stop)
    {
        var lane = Destination.To(actor.Person!.Value).Lane;
        var sent = db.Outbox.Where(row => row.Lane == lane && (row.State == OutboxState.Sent || row.State == OutboxState.Digested));
        var rows = activity is null
            ? sent.Where(row => row.Kind == OutboxKind.Message).OrderByDescending(row => row.Id).Take(LookedAt)
            : sent.Where(row => db.MessageCopies.Any(copy => copy.OutboxKey == row.Key && copy.Conversation == conversation && copy.Activity == activity));
        foreach (var row in await rows.ToListAsync(stop))
        {
            var outgoing = JsonSerializer.Deserialize<Outgoing>(row.Body, StoredJson.Options)!;
            if (outgoing.Notice is { } notice)
            {
                return new Explanation(notice.Kind, notice.As, row.Ticket);
            }
        }

        return null;
    }
}
