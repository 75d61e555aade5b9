using HelpDeskBot.Domain.People;
using HelpDeskBot.Domain.Tickets;
using NodaTime;

namespace HelpDeskBot.Domain.Surveys;

/// <summary>"How did it go?" about one resolution of one ticket.</summary>
public sealed record Survey
{
    /// <summary>How long after the resolution it is sent.</summary>
    public static readonly Duration Delay = Duration.FromHours(1);

    /// <summary>How long after sending the one reminder comes.</summary>
    public static readonly Duration ReminderAfter = Duration.FromHours(48);

    /// <summary>How long it can be answered.</summary>
    public static readonly Duration OpenFor = Duration.FromDays(7);

    /// <summary>How long one person is left alone between two surveys.</summary>
    public static readonly Duration Interval = Duration.FromDays(7);

    /// <summary>At this rating or below, the bot asks what went wrong and offers to reopen.</summary>
    public const int LowRating = 2;

    public required TicketId Ticket { get; init; }

    /// <summary>Which resolution it asks about: how often the ticket had been reopened before it.</summary>
    public required int Cycle { get; init; }

    public required PersonId Requester { get; init; }

    public required Instant SentAt { get; init; }

    /// <summary>1 (bad) to 5 (good).</summary>
    public int? Rating { get; init; }

    public Instant? RatedAt { get; init; }

    public string? Comment { get; init; }

    /// <summary>The ticket was reopened, so the question no longer makes sense.</summary>
    public bool IsVoid { get; init; }

    public int Version { get; init; }

    public bool AsksForComment => Rating <= LowRating && Comment is null;

    /// <summary>Counts one rating from 1 to 5.</summary>
    public Outcome<Survey> Rate(Actor actor, Instant now, int rating)
    {
        if (Unanswerable(actor, now) is { } refusal)
        {
            return refusal;
        }

        if (Rating is { } earlier)
        {
            return Refuse("survey.already_rated").With("rating", earlier);
        }

        return rating is < 1 or > 5
            ? Refuse("survey.rating_range")
            : this with { Rating = rating, RatedAt = now, Version = Version + 1 };
    }

    /// <summary>Keeps what the requester has to say about their rating.</summary>
    public Outcome<Survey> AddComment(Actor actor, Instant now, string comment)
    {
        if (Unanswerable(actor, now) is { } refusal)
        {
            return refusal;
        }

        if (Rating is null)
        {
            return Refuse("survey.not_rated");
        }

        if (string.IsNullOrWhiteSpace(comment))
        {
            return Refuse("text.missing");
        }

        return Comment is null ? this with { Comment = comment, Version = Version + 1 } : Refuse("survey.already_commented");
    }

    private Refusal? Unanswerable(Actor actor, Instant now)
    {
        if (!actor.Is(Requester))
        {
            return Refuse("act.requester_only");
        }

        if (IsVoid)
        {
            return Refuse("survey.void");
        }

        return now - SentAt > OpenFor ? Refuse("survey.expired") : null;
    }

    private Refusal Refuse(string code) => new Refusal(code).With("ticket", Ticket);
}
