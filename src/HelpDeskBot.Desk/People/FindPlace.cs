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
        var known = IsLocale(locale) ? locale : null;
        if (await readers.FirstAsync(Of(channel, conversation), known, stop) is not var (row, reader))
        {
            return null;
        }

        if (row.Person is not null && known is not null && row.Locale != known)
        {
            (await Of(channel, conversation).AsTracking().SingleAsync(stop)).Locale = known;
        }

        return (row.Queue, reader);
    }

    /// <summary>A person's direct chat on a channel, the one seen last; null if there is none.</summary>
    public Task<string?> DirectOfAsync(string channel, PersonId person, CancellationToken stop) => db.Conversations
        .Where(row => row.Channel == channel && row.Person == person)
        .OrderByDescending(row => row.SeenAt)
        .Select(row => row.Id)
        .FirstOrDefaultAsync(stop);

    private IQueryable<ConversationRow> Of(string channel, string conversation) =>
        db.Conversations.Where(row => row.Channel == channel && row.Id == conversation);

    private static bool IsLocale(string? text) =>
        text is { Length: > 1 and <= LongestLocale } && text.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');
}
