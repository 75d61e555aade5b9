using HelpDeskBot.Desk.Outbox;
using HelpDeskBot.Desk.Settings;
using HelpDeskBot.Desk.Storage;
using HelpDeskBot.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace HelpDeskBot.Desk.People;

/// <summary>Tells the language and time zone of who reads in a conversation.</summary>
public sealed class ConversationReader(HelpDeskDb db, DeskSettingsStore settings)
{
    internal async Task<Reader> OfAsync(ConversationRow conversation, CancellationToken stop)
    {
        if (conversation.Person is { } id)
        {
            var person = await db.People.SingleAsync(person => person.Id == id, stop);
            return new Reader(person.ChosenLanguage ?? conversation.Locale ?? person.Language, person.Zone);
        }

        var queue = settings.Current.Queue(conversation.Queue ?? default(QueueId));
        return new Reader(queue.Language, queue.Zone);
    }
}
