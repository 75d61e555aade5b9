using HelpDeskBot.Desk.Search;
using HelpDeskBot.Desk.Settings;
using HelpDeskBot.Desk.Storage;
using HelpDeskBot.Domain;
using HelpDeskBot.Domain.People;
using HelpDeskBot.Domain.Tickets;
using Microsoft.EntityFrameworkCore;

namespace HelpDeskBot.Desk.Tickets;

/// <summary>A page of what was asked for.</summary>
/// <param name="Room">The queue in whose agent channel it is read, if it is read by more than one person.</param>
public sealed record FindTicketsCommand(TicketQuery Query, int Page = 0, QueueId? Room = null);

/// <summary>Lists tickets for agents: by words, or what is open and unowned first, by the time it is due. Only of queues they may read.</summary>
public sealed class FindTickets(HelpDeskDb db, TicketIndex index, ListedTickets listed, DeskSettingsStore settings)
{
    private const int PageSize = 10;
    private const int LastPage = 99;

    public async Task<Outcome<TicketPage>> RunAsync(FindTicketsCommand command, Actor actor, CancellationToken stop)
    {
        if (!actor.ReadsQueues)
        {
            return new Refusal("act.agents_only");
        }

        var filter = await FilterAsync(command, actor, stop);
        if (filter.Refusal is { } refusal)
        {
            return refusal;
        }

        var page = Math.Clamp(command.Page, 0, LastPage);
        var ids = command.Query.Words.Length > 0
            ? index.Search(command.Query.Words, ((page + 1) * PageSize) + 1, filter.Value.Admits).Skip(page * PageSize).ToList()
            : await OrderedAsync(filter.Value, page, stop);
        var shown = await listed.LoadAsync([.. ids.Take(PageSize)], stop);
        return new TicketPage(shown, page, HasMore: ids.Count > PageSize, listed.Now);
    }

    private async Task<Outcome<TicketFilter>> FilterAsync(FindTicketsCommand command, Actor actor, CancellationToken stop)
    {
        var query = command.Query;
        var desk = settings.Current;
        var owners = query.Owner is { } owner ? await PeopleAsync(owner, stop) : null;
        if (owners is { Count: 0 })
        {
            return new Refusal("find.unknown_owner").With("name", query.Owner!);
        }

        var categories = query.Category is { } wanted
            ? desk.Categories.Where(known => known.Id == wanted || known.Names.Values.Append(known.Name).Any(name => name.Contains(wanted, StringComparison.OrdinalIgnoreCase)))
                .Select(known => known.Id).ToList()
            : null;
        if (categories is { Count: 0 })
        {
            return new Refusal("find.unknown_category").With("name", query.Category!);
        }

        var queues = desk.Queues.Where(queue => TicketAccess.ReadsQueue(actor, queue.Id) && queue.IsReadIn(command.Room)).ToList();
        if (query.QueueName is { } named && !queues.Exists(queue => IsNamed(queue, named)))
        {
            return new Refusal("find.unknown_queue").With("name", named);
        }

        return new TicketFilter(query, owners, categories)
        {
            Queues = [.. queues.Where(queue => IsAskedFor(queue, query, actor)).Select(queue => queue.Id)],
        };
    }

    private static bool IsAskedFor(QueueSettings queue, TicketQuery query, Actor actor) =>
        (query.Queue ?? queue.Id) == queue.Id
        && (!query.IsOfOwnQueues || actor.IsAgentOf(queue.Id))
        && (query.QueueName is not { } named || IsNamed(queue, named));

    private static bool IsNamed(QueueSettings queue, string name) =>
        queue.Id.Value.Equals(name, StringComparison.OrdinalIgnoreCase) || queue.Name.Contains(name, StringComparison.OrdinalIgnoreCase);

    private Task<List<PersonId>> PeopleAsync(string owner, CancellationToken stop)
    {
        var (id, name) = (new PersonId(owner), owner.ToUpperInvariant());
#pragma warning disable CA1304, CA1311, CA1862 // The database compares.
        return db.People.Where(person => person.Id == id || person.Name.ToUpper().StartsWith(name)).Select(person => person.Id).Take(20).ToListAsync(stop);
#pragma warning restore CA1304, CA1311, CA1862
    }

    private async Task<IReadOnlyList<TicketId>> OrderedAsync(TicketFilter filter, int page, CancellationToken stop)
    {
        var due = from ticket in filter.On(db.Tickets)
                  select new
                  {
                      ticket.Id,
                      ticket.Status,
                      ticket.Owner,
                      Due = db.Reminders
                          .Where(row => row.Ticket == ticket.Id && row.Cycle == ticket.ReopenCount && row.State != ReminderState.Cancelled
                              && (row.Milestone == Domain.Sla.Milestone.ResolutionBreach
                                  || (row.Milestone == Domain.Sla.Milestone.ResponseBreach && ticket.FirstResponseAt == null)))
                          .OrderBy(row => row.DueAt)
                          .Select(row => (NodaTime.Instant?)row.DueAt)
                          .FirstOrDefault(),
                  };
        return await due
            .OrderBy(row => row.Status != Status.New && row.Status != Status.InProgress)
            .ThenBy(row => row.Owner != null)
            .ThenBy(row => row.Due == null)
            .ThenBy(row => row.Due)
            .ThenByDescending(row => row.Id)
            .Select(row => row.Id)
            .Skip(page * PageSize)
            .Take(PageSize + 1)
            .ToListAsync(stop);
    }
}
