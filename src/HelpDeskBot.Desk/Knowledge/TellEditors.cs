using HelpDeskBot.Desk.Outbox;
using HelpDeskBot.Desk.People;
using HelpDeskBot.Desk.Tickets;
using HelpDeskBot.Domain.Knowledge;
using HelpDeskBot.Domain.People;
using HelpDeskBot.Domain.Tickets;

namespace HelpDeskBot.Desk.Knowledge;

/// <summary>Tells those who publish that a draft waits for them, as they chose to be told.</summary>
public sealed class TellEditors(OutboxWriter outbox, QueueMembers members, TicketRecords tickets)
{
    /// <summary>An agent drafted it from a ticket: who leads the ticket's queue is told, or everybody who publishes if nobody leads it.</summary>
    internal async Task OfDraftAsync(ArticleVersionRow draft, TicketId ticket, Actor writer, CancellationToken stop)
    {
        var queue = (await tickets.FindAsync(ticket, stop))!.Queue;
        var leads = await members.WithRoleAsync(queue, QueueRole.Lead, stop);
        var told = leads.Count > 0 ? leads : await members.EditorsAsync(stop);
        await TellAsync(draft.Key, draft.Number, told.Where(editor => !writer.Is(editor)), stop);
    }

    /// <summary>The folder says something else than the chat.</summary>
    internal async Task OfConflictAsync(ArticleVersionRow draft, CancellationToken stop) =>
        await TellAsync(draft.Key, draft.Number, await members.EditorsAsync(stop), stop);

    private async Task TellAsync(ArticleKey article, int version, IEnumerable<PersonId> editors, CancellationToken stop)
    {
        foreach (var editor in editors)
        {
            var outgoing = new Outgoing(Destination.To(editor), new ArticleDraft(article, version)) { Notice = new Notice(NotificationKind.Article, ToldAs.Editor) };
            await outbox.TellAsync(outgoing, entry: null, stop);
        }
    }
}
