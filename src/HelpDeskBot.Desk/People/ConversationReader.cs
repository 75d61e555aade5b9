using HelpDeskBot.Desk.Outbox;
using HelpDeskBot.Desk.Settings;
using HelpDeskBot.Desk.Storage;
using HelpDeskBot.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace HelpDeskBot.Desk.People;

/// <summary>Tells the language and time zone of who reads in a conversation.</summary>
public sealed class ConversationReader(HelpDeskDb db, DeskSettingsStore settings)
{
    /// <summary>The first of these conversations with its reader; null if there is none.</summary>
    /// <param name="locale">The language the channel gives for the person now, where that is known: newer than the one kept.</param>
    internal async Task<(ConversationRow Conversation, Reader Reader)?> FirstAsync(
        IQueryable<ConversationRow> conversations, string? locale, CancellationToken stop)
    {
        var first = await conversations.AsNoTracking()
            .LeftJoin(db.People, row => row.Person, person => (PersonId?)person.Id, (row, person) => new { Row = row, Person = person })
            .FirstOrDefaultAsync(stop);
        return first is null ? null : (first.Row, ReaderOf(first.Row, first.Person, locale ?? first.Row.Locale));
    }

    private Reader ReaderOf(ConversationRow conversation, Person? person, string? locale)
    {
        if (person is not null)
        {
            return new Reader(person.ChosenLanguage ?? locale ?? person.Language, person.Zone);
        }

        var queue = settings.Current.Queue(conversation.Queue ?? default(QueueId));
        return new Reader(queue.Language, queue.Zone);
    }
}
