using System.Globalization;
using HelpDeskBot.Domain.People;
using NodaTime;

namespace HelpDeskBot.Domain.Tickets;

/// <summary>Something to be done on a ticket. Its number stays its own.</summary>
public sealed record ChecklistItem(int Number, bool IsDone, string Text);

/// <summary>What agents want to have done before a ticket is solved.</summary>
public static class Checklist
{
    private const int MostItems = 30;
    private const int LongestItem = 200;
    private const char Done = 'x';
    private const char Open = '-';

    /// <summary>The items, in the order in which they were written.</summary>
    public static IReadOnlyList<ChecklistItem> ChecklistItems(this Ticket ticket) =>
        [.. ticket.Checklist.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Read)];

    /// <summary>
    /// Adds a line for each item and ticks those that are done. Items that whoever ticks has not <paramref name="seen"/> stay as they are, so that two
    /// agents at once keep each other's.
    /// </summary>
    public static Outcome<Decision> Check(
        this Ticket ticket, Actor actor, Instant now, IReadOnlyCollection<int> seen, IReadOnlyCollection<int> done, string add)
    {
        var known = ticket.ChecklistItems();
        var added = add.Split(['\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (added.Any(line => line.Length > LongestItem))
        {
            return new Refusal("checklist.long");
        }

        if (known.Count + added.Length > MostItems)
        {
            return new Refusal("checklist.many");
        }

        var next = known.Select(item => item.Number).DefaultIfEmpty(0).Max() + 1;
        var items = known.Select(item => seen.Contains(item.Number) ? item with { IsDone = done.Contains(item.Number) } : item)
            .Concat(added.Select((line, index) => new ChecklistItem(next + index, IsDone: false, line)));
        var checklist = string.Join('\n', items.Select(Write));
        return checklist == ticket.Checklist
            ? new Refusal("ticket.nothing_to_change").With("ticket", ticket.Id)
            : ticket.Decide(Act.Check, actor, now, t => t with { Checklist = checklist });
    }

    private static string Write(ChecklistItem item) =>
        string.Create(CultureInfo.InvariantCulture, $"{item.Number} {(item.IsDone ? Done : Open)} {item.Text}");

    private static ChecklistItem Read(string line)
    {
        var parts = line.Split(' ', 3);
        return new ChecklistItem(int.Parse(parts[0], CultureInfo.InvariantCulture), parts[1][0] == Done, parts[2]);
    }
}
