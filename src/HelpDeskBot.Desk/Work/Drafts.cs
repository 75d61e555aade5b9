using HelpDeskBot.Desk.Storage;
using HelpDeskBot.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace HelpDeskBot.Desk.Work;

/// <summary>What somebody has half done with the bot: the dialog with its version, and its record as JSON.</summary>
public sealed record Draft(string Dialog, string Body);

/// <summary>Keeps one draft per person across restarts and deployments.</summary>
public sealed class Drafts(HelpDeskDb db, BusinessClock clock)
{
    public async Task<Draft?> FindAsync(Actor actor, CancellationToken stop)
    {
        var row = await RowAsync(actor, stop);
        return row is null ? null : new Draft(row.Dialog, row.Body);
    }

    public async Task PutAsync(Actor actor, Draft draft, CancellationToken stop)
    {
        var row = await RowAsync(actor, stop);
        if (row is null)
        {
            db.Drafts.Add(new DraftRow { Person = actor.Person!.Value, Dialog = draft.Dialog, Body = draft.Body, ChangedAt = clock.Now });
            return;
        }

        db.Entry(row).State = EntityState.Modified; // even if this turn had removed it
        (row.Dialog, row.Body, row.ChangedAt) = (draft.Dialog, draft.Body, clock.Now);
        row.Version++;
    }

    public async Task RemoveAsync(Actor actor, CancellationToken stop)
    {
        if (await RowAsync(actor, stop) is { } row)
        {
            db.Drafts.Remove(row);
        }
    }

    private async Task<DraftRow?> RowAsync(Actor actor, CancellationToken stop) =>
        db.Drafts.Local.FirstOrDefault(row => row.Person == actor.Person)
        ?? await db.Drafts.AsTracking().SingleOrDefaultAsync(row => row.Person == actor.Person, stop);
}
