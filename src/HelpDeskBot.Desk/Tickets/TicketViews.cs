using HelpDeskBot.Desk.Knowledge;
using HelpDeskBot.Desk.Outbox;
using HelpDeskBot.Desk.Settings;
using HelpDeskBot.Desk.Storage;
using HelpDeskBot.Desk.Work;
using HelpDeskBot.Domain.People;
using HelpDeskBot.Domain.Sla;
using HelpDeskBot.Domain.Tickets;
using Microsoft.EntityFrameworkCore;

namespace HelpDeskBot.Desk.Tickets;

/// <summary>Loads what cards and messages show of a ticket.</summary>
public sealed class TicketViews(HelpDeskDb db, TicketRecords records, DeskSettingsStore settings, BusinessClock clock, UndoWindow undo)
{
    public async Task<TicketView> LoadAsync(TicketId id, CancellationToken stop)
    {
        var ticket = await db.Tickets.AsNoTracking().SingleAsync(ticket => ticket.Id == id, stop);
        var timeline = await records.TimelineAsync(id, ticket.Version, stop);
        return await ViewAsync(ticket, timeline, stop);
    }

    /// <summary>The view of a ticket that a decision of this unit of work has changed but not yet committed.</summary>
    public async Task<TicketView> PreviewAsync(Ticket ticket, CancellationToken stop)
    {
        var staged = db.ChangeTracker.Entries<TimelineRow>()
            .Where(row => row.State == EntityState.Added && row.Entity.Ticket == ticket.Id)
            .Select(row => TicketRecords.EntryOf(
                row.Entity, db.TimelineTexts.Local.FirstOrDefault(text => text.Ticket == ticket.Id && text.Sequence == row.Entity.Sequence)?.Text))
            .ToList();
        var timeline = await records.TimelineAsync(ticket.Id, ticket.Version - staged.Count, stop);
        return await ViewAsync(ticket, [.. timeline, .. staged], stop);
    }

    /// <summary>What an entry says now; null if it was taken back.</summary>
    public async Task<QuoteView?> LoadQuoteAsync(TicketId id, int sequence, CancellationToken stop)
    {
        var ticket = await db.Tickets.AsNoTracking().SingleAsync(ticket => ticket.Id == id, stop);
        var timeline = await records.TimelineAsync(id, ticket.Version, stop);
        var entry = Corrections.Standing(timeline).FirstOrDefault(entry => entry.Sequence == sequence);
        return entry is null
            ? null
            : await QuoteAsync(ticket, entry, stop) with
            {
                IsEdited = Corrections.IsEdited(timeline, sequence),
                CanUndo = entry.Act is Act.Reply && await undo.IsOpenAsync(id, sequence, stop),
            };
    }

    private async Task<TicketView> ViewAsync(Ticket ticket, IReadOnlyList<TimelineEntry> timeline, CancellationToken stop)
    {
        var desk = settings.Current;
        var queue = desk.Queue(ticket.Queue);
        var names = await NamesAsync([ticket.Requester, ticket.Author, .. ticket.Followers, .. ticket.Owner is { } owner ? [owner] : Array.Empty<PersonId>()], stop);
        var standing = Corrections.Standing(timeline).ToList();
        var last = standing.LastOrDefault(entry => entry.IsPublic && entry.Act != Act.File && (entry.Text is not null || entry.Files.Count > 0));
        return new TicketView(ticket, TicketClock.Compute(Timeline.ClockFacts(timeline), queue.Policy, queue.Calendar), clock.Now)
        {
            RequesterName = names[ticket.Requester],
            AuthorName = ticket.Author == ticket.Requester ? null : names[ticket.Author],
            FollowerNames = [.. ticket.Followers.Select(follower => names.GetValueOrDefault(follower, follower.Value))],
            OwnerName = ticket.Owner is { } person ? names[person] : null,
            Category = desk.CategoryOf(ticket),
            QueueName = queue.Name,
            Tried = await TriedAsync(ticket, queue.Language, stop),
            LastMessage = last is null ? null : await QuoteAsync(ticket, last, stop),
            ResolutionEntry = ticket.Resolution is null ? null : standing.LastOrDefault(entry => entry.Act is Act.Resolve)?.Sequence,
            Files = await FilesAsync(ticket, standing, stop),
            HoldReason = ticket.Status is Status.OnHold ? timeline.LastOrDefault(entry => entry.Act is Act.Hold)?.Text : null,
            HandOvers = await HandOversAsync(timeline, stop),
            Surveys = await db.Surveys.AsNoTracking().Where(survey => survey.Ticket == ticket.Id).ToListAsync(stop),
        };
    }

    private async Task<QuoteView> QuoteAsync(Ticket ticket, TimelineEntry entry, CancellationToken stop)
    {
        var ids = entry.Files.ToList();
        var files = ids.Count == 0 ? [] : await db.Attachments.Where(file => ids.Contains(file.Id)).ToListAsync(stop);
        return new QuoteView(entry, await NameAsync(entry.By, stop), ByAgent: entry.By != ticket.Requester && entry.By != ticket.Author)
        {
            Files = [.. files.Select(file => file.ToView())],
        };
    }

    private async Task<IReadOnlyList<HandOverView>> HandOversAsync(IReadOnlyList<TimelineEntry> timeline, CancellationToken stop)
    {
        var asked = HandOver.Read(timeline);
        var names = asked.Count == 0 ? [] : await NamesAsync(asked.Select(question => question.Asked.By!.Value), stop);
        return [.. asked.Select(question => new HandOverView(question.Asked.Sequence, names[question.Asked.By!.Value], question.State))];
    }

    private async Task<string> NameAsync(PersonId? id, CancellationToken stop) =>
        id is { } person ? (await NamesAsync([person], stop))[person] : Actor.System.Name;

    private async Task<Dictionary<PersonId, string>> NamesAsync(IEnumerable<PersonId> ids, CancellationToken stop)
    {
        var wanted = ids.Distinct().ToList();
        return await db.People.Where(person => wanted.Contains(person.Id)).ToDictionaryAsync(person => person.Id, person => person.Name, stop);
    }

    private async Task<IReadOnlyList<TriedArticle>> TriedAsync(Ticket ticket, string language, CancellationToken stop)
    {
        if (ticket.ArticlesShown.Count == 0)
        {
            return [];
        }

        var slugs = ticket.ArticlesShown.ToList();
        var titles = (await db.Articles.AsNoTracking().Where(article => slugs.Contains(article.Slug)).ToListAsync(stop))
            .GroupBy(article => article.Slug)
            .ToDictionary(versions => versions.Key, versions => versions.In(language)!.Title);
        return [.. slugs.Select(slug => new TriedArticle(slug, titles.GetValueOrDefault(slug, slug), ticket.ArticlesOpened.Contains(slug), ticket.ArticlesRejected.Contains(slug)))];
    }

    // Files leave together with the message that was taken back.
    private async Task<IReadOnlyList<FileView>> FilesAsync(Ticket ticket, IReadOnlyList<TimelineEntry> standing, CancellationToken stop)
    {
        var shown = standing.SelectMany(entry => entry.Files).ToHashSet();
        var files = await db.Attachments.Where(file => file.Ticket == ticket.Id).OrderBy(file => file.At).ToListAsync(stop);
        return [.. files.Where(file => shown.Contains(file.Id)).Select(file => file.ToView())];
    }
}
