using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using NodaTime;

namespace HelpDeskBot.Desk.Storage;

/// <summary>
/// The embedded database. SQLite has one writer: all writes of this process queue at <see cref="WriterGate"/> instead of
/// meeting each other's lock, and every transaction begins as IMMEDIATE, so that none finds out late that it may not write.
/// </summary>
internal sealed class SqliteDb(DbContextOptions<SqliteDb> options) : HelpDeskDb(options)
{
    // Contexts are pooled, and a pooled one is given nothing but its options.
    private WriterGate Gate => this.GetService<WriterGate>();

    internal override async Task WriteAsync(Func<CancellationToken, Task> work, CancellationToken stop)
    {
        using var turn = await Gate.EnterAsync(stop);
        await base.WriteAsync(work, stop);
    }

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        // Inside WriteAsync the gate is already ours.
        if (Database.CurrentTransaction is not null)
        {
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        }

        if (!ChangeTracker.HasChanges())
        {
            return 0; // who has nothing to write does not queue
        }

        using var turn = await Gate.EnterAsync(cancellationToken);
        return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<Instant>().HaveConversion<Conversions.Microseconds>();
    }
}

/// <summary>Lets one writer of this process at a time, in order of arrival.</summary>
internal sealed class WriterGate : IDisposable
{
    private readonly SemaphoreSlim _one = new(1, 1);

    public async Task<IDisposable> EnterAsync(CancellationToken stop)
    {
        await _one.WaitAsync(stop);
        return new Turn(_one);
    }

    public void Dispose() => _one.Dispose();

    private sealed class Turn(SemaphoreSlim one) : IDisposable
    {
        public void Dispose() => one.Release();
    }
}
