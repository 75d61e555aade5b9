using HelpDeskBot.Desk.Knowledge;
using HelpDeskBot.Desk.Outbox;
using HelpDeskBot.Desk.Storage;
using HelpDeskBot.Domain.Tickets;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace HelpDeskBot.Desk.Work;

/// <summary>What a commit brings that others want to know of.</summary>
/// <param name="Lanes">Of the outbox, where something is to be sent.</param>
/// <param name="Tickets">Those with new entries in their timelines.</param>
/// <param name="Articles">Those with a new version, or with questions learned or forgotten.</param>
/// <param name="Desk">New settings.</param>
internal sealed record Staged(IReadOnlySet<string> Lanes, IReadOnlySet<TicketId> Tickets, IReadOnlySet<string> Articles, IReadOnlyList<DeskSettingsRow> Desk)
{
    public static Staged In(ChangeTracker changes)
    {
        // Listed once: every listing looks through all that is tracked for changes.
        var entries = changes.Entries().ToLookup(entry => entry.State, entry => entry.Entity);
        var added = entries[EntityState.Added].ToList();
        return new Staged(
            added.Concat(entries[EntityState.Modified]).OfType<OutboxRow>().Where(row => row.State == OutboxState.Pending).Select(row => row.Lane).ToHashSet(StringComparer.Ordinal),
            added.OfType<TimelineRow>().Select(row => row.Ticket).ToHashSet(),
            added.OfType<ArticleVersionRow>().Select(row => row.Slug)
                .Concat(added.Concat(entries[EntityState.Deleted]).OfType<LearnedQuestionRow>().Select(row => row.Slug))
                .ToHashSet(StringComparer.Ordinal),
            added.OfType<DeskSettingsRow>().ToList());
    }
}
