namespace HelpDeskBot.Domain.Tickets;

/// <summary>What a ticket has to do with another one; all but <see cref="Related"/> have another name from the other side.</summary>
public enum LinkKind
{
    Related,
    DuplicateOf,
    HasDuplicate,
    FollowUpOf,
    HasFollowUp,
    ChildOf,
    ParentOf,
}

/// <summary>A link to another ticket, printed as <c>HD-7</c> if it says no more than that they are related, else as <c>FollowUpOf:HD-7</c>.</summary>
public readonly record struct TicketLink(LinkKind Kind, TicketId Other)
{
    private const char Separator = ':';

    public override string ToString() => Kind is LinkKind.Related ? Other.ToString() : $"{Kind}{Separator}{Other}";

    /// <summary>Reads what <see cref="ToString"/> prints; throws <see cref="FormatException"/> for anything else.</summary>
    public static TicketLink Parse(string text) => text.Split(Separator) switch
    {
        [var other] => new TicketLink(LinkKind.Related, TicketId.Parse(other, null)),
        [var kind, var other] when Enum.TryParse<LinkKind>(kind, out var known) => new TicketLink(known, TicketId.Parse(other, null)),
        _ => throw new FormatException($"Not a link: {text}"),
    };
}

/// <summary>Links between tickets. Each is said on both.</summary>
public static class Linking
{
    /// <summary>What a link is called from the other side.</summary>
    public static LinkKind Reverse(this LinkKind kind) => kind switch
    {
        LinkKind.DuplicateOf => LinkKind.HasDuplicate,
        LinkKind.HasDuplicate => LinkKind.DuplicateOf,
        LinkKind.FollowUpOf => LinkKind.HasFollowUp,
        LinkKind.HasFollowUp => LinkKind.FollowUpOf,
        LinkKind.ChildOf => LinkKind.ParentOf,
        LinkKind.ParentOf => LinkKind.ChildOf,
        _ => LinkKind.Related,
    };

    /// <summary>Says that another ticket has to do with this one, and how, in the place of what was said before; nothing ends the link.</summary>
    public static Outcome<Decision> Link(this Ticket ticket, People.Actor actor, NodaTime.Instant now, TicketId other, LinkKind? kind)
    {
        if (other == ticket.Id)
        {
            return new Refusal("link.itself").With("ticket", ticket.Id);
        }

        TicketLink? known = ticket.Links.Where(link => link.Other == other).Select(link => (TicketLink?)link).FirstOrDefault();
        if (known?.Kind == kind)
        {
            return new Refusal(kind is null ? "link.not" : "link.already").With("ticket", ticket.Id).With("other", other);
        }

        return ticket.Decide(Act.Link, actor, now, t => t with { Links = [.. t.Links.Where(link => link.Other != other), .. Of(kind, other)] });
    }

    /// <summary>The ticket with one more link.</summary>
    internal static Ticket LinkedTo(this Ticket ticket, LinkKind kind, TicketId other) => ticket with { Links = [.. ticket.Links, new TicketLink(kind, other)] };

    private static TicketLink[] Of(LinkKind? kind, TicketId other) => kind is { } known ? [new TicketLink(known, other)] : [];
}
