using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDeskBot.Desk.Storage;

/// <summary>Gives out numbers, each in a commit of its own: some may be skipped, none is given twice.</summary>
public sealed class Numbers(IServiceScopeFactory scopes)
{
    internal async Task<long> NextAsync(string counter, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HelpDeskDb>();
        var next = 0L;
        await db.WriteAsync(
            async token => next = (await db.Database
                .SqlQuery<long>($"""UPDATE "Numbers" SET "Next" = "Next" + 1 WHERE "Name" = {counter} RETURNING "Next" - 1 AS "Value" """)
                .ToListAsync(token)).Single(),
            stop);
        return next;
    }
}
