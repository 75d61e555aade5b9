using System.Text.Json;
using HelpDeskBot.Desk.Storage;
using HelpDeskBot.Desk.Work;
using Microsoft.EntityFrameworkCore;

namespace HelpDeskBot.Desk.Outbox;

/// <summary>Lets go what waited until its readers want it: words together as one digest, cards each for itself, since they have buttons.</summary>
internal sealed class HeldMessages(HelpDeskDb db, OutboxWriter outbox, BusinessClock clock)
{
    private const int Batch = 20;

    /// <summary>False if nothing was due.</summary>
    public async Task<bool> ReleaseAsync(CancellationToken stop)
    {
        var now = clock.Now;
        var due = db.Outbox.AsTracking().Where(row => row.State == OutboxState.Held && row.HeldUntil <= now);
        var lanes = await due.Select(row => row.Lane).Distinct().OrderBy(lane => lane).Take(Batch).ToListAsync(stop);
        var rows = await due.Where(row => lanes.Contains(row.Lane)).OrderBy(row => row.Id).ToListAsync(stop);
        foreach (var lane in rows.GroupBy(row => row.Lane))
        {
            Release(Destination.OfLane(lane.Key), [.. lane]);
        }

        return lanes.Count > 0;
    }

    private void Release(Destination to, List<OutboxRow> rows)
    {
        var words = rows.Where(row => JsonSerializer.Deserialize<Outgoing>(row.Body, StoredJson.Options)!.What is Line or Quote).ToList();
        var isDigest = words.Count > 1;
        foreach (var row in rows)
        {
            row.State = isDigest && words.Contains(row) ? OutboxState.Digested : OutboxState.Pending;
            (row.LeasedBy, row.LeaseUntil) = (null, null);
            row.Fence++;
        }

        if (isDigest)
        {
            outbox.Say(to, new Digest([.. words.Select(row => row.Key)]));
        }
    }
}
