using HelpDeskBot.Cards;
using HelpDeskBot.Domain.Tickets;

namespace HelpDeskBot.Turns;

/// <summary>What a person can ask the bot for in so many words.</summary>
internal enum CommandKind
{
    Help,
    MyTickets,
    Status,
    Report,
    Request,
    Cancel,
    Back,
    StartOver,
    Greeting,
    Language,
}

/// <summary>A typed command; <see cref="Ticket"/> or <see cref="Language"/> where it names one.</summary>
internal sealed record Command(CommandKind Kind, TicketId? Ticket = null)
{
    private const int Longest = 40;

    public string? Language { get; init; }

    /// <summary>The command that the whole text is, in any of the languages, or null: words inside a sentence are never one.</summary>
    public static Command? Parse(string text, IReadOnlyList<Words> languages)
    {
        var said = Normalised(text);
        if (said.Length is 0 or > Longest)
        {
            return null;
        }

        foreach (var kind in Enum.GetValues<CommandKind>())
        {
            if (kind != CommandKind.Status && languages.Any(words => Forms(kind, words).Contains(said)))
            {
                return new Command(kind);
            }
        }

        return StatusOf(said, languages) ?? LanguageOf(said, languages);
    }

    private static Command? StatusOf(string said, IReadOnlyList<Words> languages)
    {
        var number = After(CommandKind.Status, said, languages) ?? said;
        return TicketId.TryParse(number, null, out var id) ? new Command(CommandKind.Status, id) : null;
    }

    // "language de", and "sprache englisch"; one that nobody knows asks which there are.
    private static Command? LanguageOf(string said, IReadOnlyList<Words> languages)
    {
        if (After(CommandKind.Language, said, languages) is not { } name || name.Contains(' ', StringComparison.Ordinal))
        {
            return null;
        }

        var known = languages.FirstOrDefault(words => words["say.language_names"].Split(',').Any(form => Normalised(form) == name));
        return new Command(CommandKind.Language) { Language = known?.Language };
    }

    private static string? After(CommandKind kind, string said, IReadOnlyList<Words> languages) => languages
        .SelectMany(words => Forms(kind, words))
        .Where(form => said.StartsWith(form + " ", StringComparison.Ordinal))
        .Select(form => said[(form.Length + 1)..])
        .FirstOrDefault();

    private static IEnumerable<string> Forms(CommandKind kind, Words words) => words[$"say.{kind}"].Split(',').Select(Normalised);

    private static string Normalised(string text) =>
        string.Join(' ', text.ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).TrimEnd('.', '!');
}
