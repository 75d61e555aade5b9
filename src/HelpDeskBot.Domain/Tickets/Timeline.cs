using HelpDeskBot.Domain.Sla;

namespace HelpDeskBot.Domain.Tickets;

/// <summary>Reads a ticket's history: the state it gives, and the facts its clocks need.</summary>
public static class Timeline
{
    /// <summary>The ticket that these entries, in order, give; throws <see cref="InvalidDataException"/> if they cannot be a history.</summary>
    public static Ticket Replay(IEnumerable<TimelineEntry> entries)
    {
        Ticket? ticket = null;
        foreach (var entry in entries)
        {
            ticket = Apply(ticket, entry);
        }

        return ticket ?? throw new InvalidDataException("An empty timeline gives no ticket");
    }

    /// <summary>The ticket after one more entry; null before the first.</summary>
    public static Ticket Apply(Ticket? before, TimelineEntry entry)
    {
        var isFiling = before is null;
        var ticket = before ?? new Ticket { Id = entry.Ticket, FiledAt = entry.At };
        if (entry.Sequence != ticket.Version + 1 || isFiling != (entry.Act == Act.File))
        {
            throw new InvalidDataException($"{entry.Ticket}: entry {entry.Sequence} does not follow version {ticket.Version}");
        }

        foreach (var change in entry.Changes)
        {
            ticket = TicketFields.Apply(ticket, change, isFiling);
        }

        return WithText(Stamped(before, ticket, entry), entry);
    }

    /// <summary>The states of the ticket that matter to its clocks, in order. A reply that was taken back never was a response.</summary>
    public static IReadOnlyList<ClockFact> ClockFacts(IReadOnlyList<TimelineEntry> entries)
    {
        var facts = new List<ClockFact>();
        var firstResponse = Corrections.FirstResponse(entries)?.Sequence ?? int.MaxValue;
        Ticket? ticket = null;
        foreach (var entry in entries)
        {
            ticket = Apply(ticket, entry);
            var fact = new ClockFact(entry.At, ticket.Status.Category(), ticket.Priority, entry.Sequence >= firstResponse);
            if (facts.Count == 0 || facts[^1] with { At = fact.At } != fact)
            {
                facts.Add(fact);
            }
        }

        return facts;
    }

    /// <summary>What the filing entry says: the subject on its first line, the description after it.</summary>
    internal static string FilingText(string subject, string description) => subject + "\n" + description;

    internal static Ticket Stamped(Ticket? before, Ticket after, TimelineEntry entry)
    {
        var statusMoved = before is null || before.Status != after.Status;
        var ownerMoved = before is null || before.Owner != after.Owner;
        var handOverMoved = before is not null && before.HandOverTo != after.HandOverTo;
        return after with
        {
            Version = entry.Sequence,
            StatusVersion = statusMoved || ownerMoved ? entry.Sequence : after.StatusVersion,
            StatusSince = statusMoved || entry.Act is Act.AskRequester ? entry.At : after.StatusSince, // asked again, the wait begins anew
            OwnerSince = ownerMoved ? entry.At : after.OwnerSince,
            HandOverVersion = handOverMoved ? entry.Sequence : after.HandOverVersion,
        };
    }

    /// <summary>Whether the text of this act says how the ticket ended.</summary>
    internal static bool IsResolving(this Act act) => act is Act.Resolve or Act.ResolveBySilence or Act.NotARequest or Act.Merge;

    private static Ticket WithText(Ticket ticket, TimelineEntry entry)
    {
        switch (entry.Act)
        {
            case Act.File:
                var parts = (entry.Text ?? "\n").Split('\n', 2);
                return ticket with { Subject = parts[0], Description = parts.Length > 1 ? parts[1] : "" };
            case var act when act.IsResolving() || (act is Act.DeleteMessage && entry.Text is not null):
                return ticket with { ResolutionText = entry.Text };
            default:
                return ticket.Resolution is null && ticket.ResolutionText is not null ? ticket with { ResolutionText = null } : ticket;
        }
    }
}
