using HelpDeskBot.Cards;
using HelpDeskBot.Desk.Outbox;
using HelpDeskBot.Domain;

namespace HelpDeskBot.Turns;

/// <summary>Says things in answer to a turn, in the person's language and through the outbox.</summary>
internal sealed class Speaker(OutboxWriter outbox, CardCatalog catalog, RefusalWords refusals)
{
    public Words WordsFor(string language) => catalog.WordsOf(language);

    /// <summary>What is said is understood in every language, the person's own first.</summary>
    public IReadOnlyList<Words> AllWords(string language) => [WordsFor(language), .. catalog.Languages.Where(words => words != WordsFor(language))];

    /// <summary>Whether what was said is one of the forms of a key, in any language.</summary>
    public bool IsSaid(Turn turn, string key) => turn.Files.Count == 0 && AllWords(turn.Language).SelectMany(words => words[key].Split(','))
        .Any(form => form.Trim().Equals(turn.Text.Trim().TrimEnd('.', '!', '?'), StringComparison.OrdinalIgnoreCase));

    public void Say(Destination to, Message what) => outbox.Say(to, what);

    public void Say(Destination to, string key, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        var line = new Line(key);
        foreach (var (name, value) in values)
        {
            line = line.With(name, value);
        }

        outbox.Say(to, line);
    }

    public async Task SayAsync(Destination to, Refusal refusal, string language, CancellationToken stop) =>
        outbox.Say(to, new Line("refusal.said").With("text", await refusals.OfAsync(refusal, language, stop)));

    /// <summary>Draws a message of the bot again, so that what was answered can no longer be pressed.</summary>
    public void Redraw(Destination to, string? message, DataCard card)
    {
        if (message is not null)
        {
            outbox.Say(to, new Redraw(message, card));
        }
    }
}
