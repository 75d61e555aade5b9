using NodaTime;

namespace HelpDeskBot.Desk.Work;

/// <summary>
/// The time of the business: due times, reminders, the timeline. It runs with the technical clock, shifted by an offset that only
/// the demonstration moves, and only forward.
/// </summary>
public sealed class BusinessClock(TimeProvider technical)
{
    private long _offsetTicks;

    /// <summary>Now, cut to microseconds, since that is what both databases keep.</summary>
    public Instant Now => Cut(Instant.FromDateTimeOffset(technical.GetUtcNow()) + Offset);

    /// <summary>How far the business is ahead of the technical clock.</summary>
    public Duration Offset => Duration.FromTicks(Interlocked.Read(ref _offsetTicks));

    internal void MoveTo(Duration offset) => Interlocked.Exchange(ref _offsetTicks, (long)offset.TotalTicks);

    internal static Instant Cut(Instant at) => Instant.FromUnixTimeTicks(at.ToUnixTimeTicks() / 10 * 10);
}

/// <summary>The technical time: leases, retries, tokens. Never moved.</summary>
internal static class TechnicalClock
{
    public static Instant Now(this TimeProvider technical) => BusinessClock.Cut(Instant.FromDateTimeOffset(technical.GetUtcNow()));
}
