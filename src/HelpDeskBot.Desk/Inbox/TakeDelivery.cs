using HelpDeskBot.Desk.Storage;
using HelpDeskBot.Desk.Work;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HelpDeskBot.Desk.Inbox;

/// <summary>What a channel received, authenticated, in the channel's own words.</summary>
/// <param name="Key">What the channel calls it; the same key again is the same delivery.</param>
/// <param name="Lane">Conversation and thread; deliveries of one lane are dealt with in order.</param>
public sealed record TakeDeliveryCommand(string Channel, string Key, string Lane, string Body);

/// <summary>Takes a delivery into the inbox. When it returns, the delivery is durable and may be acknowledged.</summary>
public sealed class TakeDelivery(HelpDeskDb db, InboxWorker inbox, BusinessClock clock, Node node, TimeProvider technical)
{
    /// <summary>False if it was taken before; then nothing happens.</summary>
    public async Task<bool> RunAsync(TakeDeliveryCommand command, CancellationToken stop)
    {
        db.Inbox.Add(new InboxRow
        {
            Channel = command.Channel,
            DeliveryKey = command.Key,
            Lane = command.Lane,
            Body = command.Body,
            ReceivedAt = clock.Now,
            LeasedBy = node.Name,
            LeaseUntil = technical.Now() + Node.Lease,
        });
        try
        {
            await db.SaveChangesAsync(stop);
        }
        catch (DbUpdateException repeated) when (Conflicts.IsConflict(repeated))
        {
            db.ChangeTracker.Clear();
            return false;
        }

        inbox.Signal(command.Lane);
        return true;
    }

    /// <summary>
    /// Stages that something newer came in the place of a delivery: if the older one comes after all, it is not dealt with any more.
    /// </summary>
    public async Task OvertakeAsync(TakeDeliveryCommand newer, CancellationToken stop)
    {
        if (await db.Inbox.AsTracking().SingleOrDefaultAsync(row => row.Channel == newer.Channel && row.DeliveryKey == newer.Key, stop) is not { } row)
        {
            row = new InboxRow { Channel = newer.Channel, DeliveryKey = newer.Key, Lane = newer.Lane, Body = newer.Body, ReceivedAt = clock.Now };
            db.Inbox.Add(row);
        }

        row.State = InboxState.Done;
        row.Fence++;
        row.DoneAt ??= clock.Now;
    }

    /// <summary>The last that was dealt with of a message and its edits, whose keys begin with the message's; null if nothing was, or it was forgotten.</summary>
    public async Task<string?> FindLastAsync(string channel, string message, CancellationToken stop)
    {
        // Edits are dealt with in the message's lane: only what was said there is searched.
        var lane = await db.Inbox.Where(row => row.Channel == channel && row.DeliveryKey == message).Select(row => row.Lane).SingleOrDefaultAsync(stop);
        return lane is null ? null : await db.Inbox.AsNoTracking()
            .Where(row => row.State == InboxState.Done && row.Lane == lane && row.Channel == channel && row.Body != "")
            .Where(row => row.DeliveryKey == message || row.DeliveryKey.StartsWith(message + "/"))
            .OrderByDescending(row => row.Id)
            .Select(row => row.Body)
            .FirstOrDefaultAsync(stop);
    }

    /// <summary>What was dealt with in a lane since then, but for what was forgotten.</summary>
    public async Task<IReadOnlyList<string>> FindSinceAsync(string channel, string lane, Instant since, CancellationToken stop) => await db.Inbox.AsNoTracking()
        .Where(row => row.State == InboxState.Done && row.Lane == lane && row.Channel == channel && row.ReceivedAt >= since && row.Body != "")
        .OrderBy(row => row.Id)
        .Select(row => row.Body)
        .ToListAsync(stop);

    /// <summary>What was delivered under this key; null if nothing was, or it was forgotten.</summary>
    public Task<string?> FindAsync(string channel, string key, CancellationToken stop) => db.Inbox.AsNoTracking()
        .Where(row => row.Channel == channel && row.DeliveryKey == key && row.Body != "")
        .Select(row => row.Body)
        .SingleOrDefaultAsync(stop);
}
