using HelpDeskBot.Desk.Storage;
using HelpDeskBot.Domain.People;

namespace HelpDeskBot.Desk.People;

/// <summary>Tells the language in which to write to somebody, as their own direct chat shows it.</summary>
public sealed class LanguageOfPerson(HelpDeskDb db, ConversationReader readers)
{
    public async Task<string> OfAsync(PersonId id, CancellationToken stop) =>
        await readers.FirstAsync(db.Conversations.Where(row => row.Person == id).OrderByDescending(row => row.SeenAt), locale: null, stop) is var (_, reader)
            ? reader.Language
            : Language.Default;
}
