using HelpDeskBot.Domain.People;
using NodaTime;

namespace HelpDeskBot.Domain.Tickets;

/// <summary>What a new ticket says about itself.</summary>
public sealed record NewTicket(PersonId Requester, QueueId Queue, string Subject, string Description)
{
    public TicketType Type { get; init; } = TicketType.Incident;

    public string Category { get; init; } = "";

    public Impact Impact { get; init; } = Impact.JustMe;

    public Urgency Urgency { get; init; } = Urgency.CanWork;

    public IReadOnlyList<string> ArticlesShown { get; init; } = [];

    public IReadOnlyList<string> ArticlesOpened { get; init; } = [];

    public IReadOnlyList<string> ArticlesRejected { get; init; } = [];

    public IReadOnlyList<AttachmentId> Files { get; init; } = [];

    /// <summary>The ticket it comes from: one whose problem is back, or of which it is a part.</summary>
    public TicketLink? ComesFrom { get; init; }

    /// <summary>Whose words it is made of, if not those of whoever files it.</summary>
    public PersonId? Author { get; init; }
}

/// <summary>Files a ticket.</summary>
public static class Filing
{
    /// <summary>Longest subject, in characters; the full text stays in the description.</summary>
    public const int SubjectLimit = 150;

    public static Outcome<Decision> File(TicketId id, NewTicket wanted, Actor actor, Instant now)
    {
        if (actor.Person is not { } author)
        {
            return new Refusal("act.people_only");
        }

        if (Deciding.IsBlank(wanted.Subject))
        {
            return new Refusal("ticket.subject_missing");
        }

        var subject = SubjectOf(wanted.Subject);
        var entry = new TimelineEntry(id, 1, now, author, Act.File)
        {
            Changes = TicketFields.Difference(null, Initial(id, wanted, author, now)),
            Text = Timeline.FilingText(subject, DescriptionOf(wanted.Subject, wanted.Description)),
            Files = wanted.Files,
        };
        return new Decision(Timeline.Apply(null, entry), entry);
    }

    /// <summary>One line of at most <see cref="SubjectLimit"/> characters, cut at a word where there is one.</summary>
    public static string SubjectOf(string text)
    {
        var line = OneLine(text);
        if (line.Length <= SubjectLimit)
        {
            return line;
        }

        var cut = line.LastIndexOf(' ', SubjectLimit - 1);
        var length = cut > SubjectLimit / 2 ? cut : SubjectLimit - 1;
        return line[..(char.IsHighSurrogate(line[length - 1]) ? length - 1 : length)] + "…";
    }

    /// <summary>The description with the whole of a subject that <see cref="SubjectOf"/> cuts, unless it says that already.</summary>
    public static string DescriptionOf(string subject, string description)
    {
        var line = OneLine(subject);
        return line.Length <= SubjectLimit || OneLine(description).Contains(line, StringComparison.Ordinal)
            ? description
            : $"{subject.Trim()}\n\n{description}".TrimEnd();
    }

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static Ticket Initial(TicketId id, NewTicket wanted, PersonId author, Instant now) => new()
    {
        Id = id,
        FiledAt = now,
        Status = Status.New,
        Requester = wanted.Requester,
        Author = wanted.Author ?? author,
        Queue = wanted.Queue,
        Type = wanted.Type,
        Category = wanted.Category,
        Impact = wanted.Impact,
        Urgency = wanted.Urgency,
        Priority = PriorityMatrix.Of(wanted.Impact, wanted.Urgency),
        Links = wanted.ComesFrom is { } older ? [older] : [],
        ArticlesShown = wanted.ArticlesShown,
        ArticlesOpened = wanted.ArticlesOpened,
        ArticlesRejected = wanted.ArticlesRejected,
    };
}
