using HelpDeskBot.Desk.Storage;
using Microsoft.EntityFrameworkCore;

namespace HelpDeskBot.Desk.Work;

/// <summary>Values the process itself keeps across restarts.</summary>
public sealed class KeptValues(HelpDeskDb db)
{
    /// <summary>The stored value, or the one that <paramref name="create"/> gives, stored now.</summary>
    public async Task<string> GetOrCreateAsync(string name, Func<string> create, CancellationToken stop)
    {
        if (await FindAsync(name, stop) is { } known)
        {
            return known;
        }

        var value = create();
        await SetAsync(name, value, stop);
        return value;
    }

    public Task<string?> FindAsync(string name, CancellationToken stop) =>
        db.KeptValues.Where(row => row.Name == name).Select(row => row.Value).SingleOrDefaultAsync(stop)!;

    /// <summary>Takes away the values whose names begin so.</summary>
    public Task ForgetAsync(string prefix, CancellationToken stop) =>
        db.KeptValues.Where(row => row.Name.StartsWith(prefix)).ExecuteDeleteAsync(stop);

    internal async Task SetAsync(string name, string value, CancellationToken stop)
    {
        var row = await db.KeptValues.AsTracking().SingleOrDefaultAsync(row => row.Name == name, stop);
        if (row is null)
        {
            db.KeptValues.Add(new KeptValueRow { Name = name, Value = value });
        }
        else
        {
            row.Value = value;
        }

        await db.SaveChangesAsync(stop);
    }
}
