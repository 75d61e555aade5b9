using HelpDeskBot.Desk.Inbox;
using HelpDeskBot.Desk.Storage;
using HelpDeskBot.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace HelpDeskBot.Desk.Work;

/// <summary>Remembers what a press of a button was answered, so that the same press delivered again gets the same answer and no second effect.</summary>
public sealed class ActionReceipts(HelpDeskDb db, BusinessClock clock)
{
    public Task<string?> FindAsync(string key, Actor actor, CancellationToken stop) => db.ActionReceipts
        .Where(row => row.Key == key && row.Person == actor.Person!.Value.Value)
        .Select(row => row.Answer)
        .SingleOrDefaultAsync(stop)!;

    public void Keep(string key, Actor actor, string answer) => db.ActionReceipts.Add(new ActionReceiptRow
    {
        Key = key,
        Person = actor.Person!.Value.Value,
        Answer = answer,
        At = clock.Now,
    });
}
