using NodaTime;

namespace HelpDeskBot.Domain.People;

/// <summary>What people are told without having asked.</summary>
public enum NotificationKind
{
    /// <summary>Somebody wrote to them, or asks whether it is fixed.</summary>
    Answer,

    /// <summary>What happens with their ticket.</summary>
    Progress,

    /// <summary>What happens with a ticket they follow.</summary>
    Following,

    /// <summary>What happens with a ticket they work on.</summary>
    Work,

    /// <summary>The clock says that something waits for them.</summary>
    Reminder,

    /// <summary>How it went.</summary>
    Survey,

    /// <summary>An article waits for somebody to decide.</summary>
    Article,

    /// <summary>Breaches, the gravest tickets, and questions that others wait for; these always come at once.</summary>
    Urgent,
}

/// <summary>When somebody wants to be told.</summary>
public enum Pace
{
    Now,

    /// <summary>In the morning, together with the rest.</summary>
    Digest,

    Off,
}

/// <summary>What one person wants to be told, and when.</summary>
public sealed record NotificationSettings
{
    /// <summary>When the digest comes, in the person's own time zone.</summary>
    public static readonly LocalTime DigestTime = new(8, 0);

    /// <summary>Never off: who is not answered need not ask.</summary>
    public Pace Answer { get; init; }

    public Pace Progress { get; init; }

    public Pace Following { get; init; }

    public Pace Work { get; init; }

    public Pace Reminder { get; init; }

    public Pace Survey { get; init; }

    public Pace Article { get; init; }

    /// <summary>The beginning of the hours in which nothing comes that can wait; both or neither.</summary>
    public LocalTime? QuietFrom { get; init; }

    public LocalTime? QuietTo { get; init; }

    public Pace PaceOf(NotificationKind kind) => kind switch
    {
        NotificationKind.Answer => Answer,
        NotificationKind.Progress => Progress,
        NotificationKind.Following => Following,
        NotificationKind.Work => Work,
        NotificationKind.Reminder => Reminder,
        NotificationKind.Survey => Survey,
        NotificationKind.Article => Article,
        _ => Pace.Now,
    };

    /// <summary>Until when it waits; null if it comes at once.</summary>
    public Instant? HeldUntil(NotificationKind kind, Instant now, DateTimeZone zone)
    {
        if (kind is NotificationKind.Urgent)
        {
            return null;
        }

        var at = PaceOf(kind) is Pace.Digest ? Next(DigestTime, now, zone) : now;
        var awake = IsQuiet(at.InZone(zone).TimeOfDay) ? Next(QuietTo!.Value, at, zone) : at;
        return awake == now ? null : awake;
    }

    private bool IsQuiet(LocalTime time)
    {
        if (QuietFrom is not { } from || QuietTo is not { } to)
        {
            return false;
        }

        return from < to ? time >= from && time < to : time >= from || time < to;
    }

    private static Instant Next(LocalTime time, Instant after, DateTimeZone zone)
    {
        var today = after.InZone(zone).Date.At(time).InZoneLeniently(zone).ToInstant();
        return today > after ? today : after.InZone(zone).Date.PlusDays(1).At(time).InZoneLeniently(zone).ToInstant();
    }
}
