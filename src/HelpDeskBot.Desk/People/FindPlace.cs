using HelpDeskBot.Desk.Outbox;
using HelpDeskBot.Desk.Storage;
using HelpDeskBot.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace HelpDeskBot.Desk.People;

/// <summary>Tells whose a conversation is and who reads there.</summary>
public sealed class FindPlace(HelpDeskDb db, ConversationReader readers)
{
    private const int LongestLocale = 35;

    /// <summary>The queue whose agent channel it is (null: a direct chat) and the reader; null for a conversation nobody has opened.</summary>
    /// <param name="locale">The language the channel gives for the speaker, if it gives one; kept for what is said there later.</param>
    public async Task<(QueueId? Queue, Reader Reader)?> OfConversationAsync(string channel, string conversation, string? locale, CancellationToken stop)
    {
        var row = await db.Conversations.AsTracking().SingleOrDefaultAsync(row => row.Channel == channel && row.Id == conversation, stop);
        if (row is null)
        {
            return null;
        }

        if (row.Person is not null && IsLocale(locale))
        {
            row.Locale = locale;
        }

        return (row.Queue, await readers.OfAsync(row, stop));
    }

    /// <summary>A person's direct chat on a channel, the one seen last; null if there is none.</summary>
    public Task<string?> DirectOfAsync(string channel, PersonId person, CancellationToken stop) => db.Conversations
        .Where(row => row.Channel == channel && row.Person == person)
        .OrderByDescending(row => row.SeenAt)
        .Select(row => row.Id)
        .FirstOrDefaultAsync(stop);

    private static bool IsLocale(string? text) =>
        text is { Length: > 1 and <= LongestLocale } && text.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');
}
