using System.Globalization;
using HelpDeskBot.Domain.People;
using NodaTime;
using NodaTime.Text;

namespace HelpDeskBot.Domain.Tickets;

/// <summary>
/// The fields of a ticket that the timeline records, each with its canonical text. One table serves the difference between two
/// states, the replay of a timeline, and storage, so that none of them can forget a field.
/// </summary>
internal static class TicketFields
{
    public const string Owner = "owner";
    public const string HandOver = "handOverTo";

    private static readonly IReadOnlyList<Field> All =
    [
        Enumeration("status", t => t.Status, (t, v) => t with { Status = v }),
        Person(Owner, t => t.Owner, (t, v) => t with { Owner = v }),
        Person("requester", t => t.Requester, (t, v) => t with { Requester = v.GetValueOrDefault() }),
        Person("author", t => t.Author, (t, v) => t with { Author = v.GetValueOrDefault() }),
        Text("queue", t => t.Queue.Value, (t, v) => t with { Queue = new QueueId(v!) }),
        Enumeration("type", t => t.Type, (t, v) => t with { Type = v }),
        Text("category", t => t.Category, (t, v) => t with { Category = v ?? "" }),
        Enumeration("impact", t => t.Impact, (t, v) => t with { Impact = v }),
        Enumeration("urgency", t => t.Urgency, (t, v) => t with { Urgency = v }),
        Enumeration("priority", t => t.Priority, (t, v) => t with { Priority = v }),
        List("articlesShown", t => t.ArticlesShown, (t, v) => t with { ArticlesShown = v }),
        List("articlesOpened", t => t.ArticlesOpened, (t, v) => t with { ArticlesOpened = v }),
        List("articlesRejected", t => t.ArticlesRejected, (t, v) => t with { ArticlesRejected = v }),
        Moment("firstResponseAt", t => t.FirstResponseAt, (t, v) => t with { FirstResponseAt = v }),
        Moment("resolvedAt", t => t.ResolvedAt, (t, v) => t with { ResolvedAt = v }),
        Moment("closedAt", t => t.ClosedAt, (t, v) => t with { ClosedAt = v }),
        Moment("wakeUpAt", t => t.WakeUpAt, (t, v) => t with { WakeUpAt = v }),
        new("resolution", t => t.Resolution?.ToString(),
            (t, v) => t with { Resolution = v is null ? null : Enum.Parse<ResolutionReason>(v) }),
        new("reopenCount", t => t.ReopenCount.ToString(CultureInfo.InvariantCulture),
            (t, v) => t with { ReopenCount = int.Parse(v ?? "0", CultureInfo.InvariantCulture) }),
        new("mergedInto", t => t.MergedInto?.ToString(),
            (t, v) => t with { MergedInto = v is null ? null : TicketId.Parse(v, null) }),
        Tickets("mergedFrom", t => t.MergedFrom, (t, v) => t with { MergedFrom = v }),
        new("related", t => t.Links.Count == 0 ? null : string.Join(' ', t.Links),
            (t, v) => t with { Links = v is null ? [] : [.. v.Split(' ').Select(TicketLink.Parse)] }),
        new("followers", t => t.Followers.Count == 0 ? null : string.Join(' ', t.Followers),
            (t, v) => t with { Followers = v is null ? [] : [.. v.Split(' ').Select(id => new PersonId(id))] }),
        Text("tags", t => t.Tags.Length == 0 ? null : t.Tags, (t, v) => t with { Tags = v ?? "" }),
        Text("checklist", t => t.Checklist.Length == 0 ? null : t.Checklist, (t, v) => t with { Checklist = v ?? "" }),
        new("workedMinutes", t => t.WorkedMinutes == 0 ? null : t.WorkedMinutes.ToString(CultureInfo.InvariantCulture),
            (t, v) => t with { WorkedMinutes = int.Parse(v ?? "0", CultureInfo.InvariantCulture) }),
        Person(HandOver, t => t.HandOverTo, (t, v) => t with { HandOverTo = v }),
    ];

    private static readonly Dictionary<string, Field> ByName = All.ToDictionary(field => field.Name, StringComparer.Ordinal);

    /// <summary>The names, in the order of the table.</summary>
    public static IEnumerable<string> Names => All.Select(known => known.Name);

    /// <summary>What differs between two states; <paramref name="before"/> is null when the ticket is filed.</summary>
    public static IReadOnlyList<Change> Difference(Ticket? before, Ticket after) =>
    [
        .. from field in All
           let was = before is null ? null : field.Read(before)
           let becomes = field.Read(after)
           where was != becomes
           select new Change(field.Name, was, becomes),
    ];

    /// <summary>Sets the changed field; throws <see cref="InvalidDataException"/> if the field was not what the change says it was.</summary>
    public static Ticket Apply(Ticket ticket, Change change, bool isFiling)
    {
        if (!ByName.TryGetValue(change.Field, out var field))
        {
            throw new InvalidDataException($"{ticket.Id}: unknown field {change.Field}");
        }

        if (!isFiling && field.Read(ticket) != change.From)
        {
            throw new InvalidDataException($"{ticket.Id}: {change.Field} was not {change.From}");
        }

        return field.Write(ticket, change.To);
    }

    private static Field Text(string name, Func<Ticket, string?> read, Func<Ticket, string?, Ticket> write) => new(name, read, write);

    private static Field Enumeration<T>(string name, Func<Ticket, T> read, Func<Ticket, T, Ticket> write)
        where T : struct, Enum =>
        new(name, t => read(t).ToString(), (t, v) => write(t, Enum.Parse<T>(v!)));

    private static Field Person(string name, Func<Ticket, PersonId?> read, Func<Ticket, PersonId?, Ticket> write) =>
        new(name, t => read(t)?.Value, (t, v) => write(t, v is null ? null : new PersonId(v)));

    private static Field Moment(string name, Func<Ticket, Instant?> read, Func<Ticket, Instant?, Ticket> write) => new(
        name,
        t => read(t) is { } at ? InstantPattern.ExtendedIso.Format(at) : null,
        (t, v) => write(t, v is null ? null : InstantPattern.ExtendedIso.Parse(v).Value));

    private static Field List(string name, Func<Ticket, IReadOnlyList<string>> read, Func<Ticket, IReadOnlyList<string>, Ticket> write) => new(
        name,
        t => read(t).Count == 0 ? null : string.Join(' ', read(t)),
        (t, v) => write(t, v is null ? [] : v.Split(' ')));

    private static Field Tickets(string name, Func<Ticket, IReadOnlyList<TicketId>> read, Func<Ticket, IReadOnlyList<TicketId>, Ticket> write) => new(
        name,
        t => read(t).Count == 0 ? null : string.Join(' ', read(t)),
        (t, v) => write(t, v is null ? [] : [.. v.Split(' ').Select(id => TicketId.Parse(id, null))]));

    private sealed record Field(string Name, Func<Ticket, string?> Read, Func<Ticket, string?, Ticket> Write);
}
