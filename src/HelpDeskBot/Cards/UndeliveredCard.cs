using HelpDeskBot.Desk.Outbox;
using NodaTime;

namespace HelpDeskBot.Cards;

/// <summary>What could not be delivered, to whom and why.</summary>
internal static class UndeliveredCard
{
    private const int Shown = 20;
    private const int ReasonShown = 200;

    public static DataCard Of(IReadOnlyList<UndeliveredMessage> messages, Instant now, Reader reader, Words words) => CardData.Card("lines", new
    {
        title = words.Format("undelivered.title", ("count", messages.Count)),
        text = messages.Count == 0 ? words["undelivered.none"] : "",
        lines = messages.Take(Shown).Select(message => new
        {
            text = words.Format(
                "undelivered.line", ("time", Times.At(message.At, now, reader, words)), ("to", message.To), ("reason", CardData.Cut(message.Reason, ReasonShown))),
            color = "default",
            font = "default",
        }),
        buttons = messages.Count == 0
            ? []
            : new[]
            {
                new Button(words["undelivered.retry"], Verbs.UndeliveredRetry, new { key = Key(messages) }).Primary(),
                new Button(words["undelivered.discard"], Verbs.UndeliveredDiscard, new { key = Key(messages) }).Destructive(),
            },
    });

    // Pressed once for what is shown.
    private static string Key(IReadOnlyList<UndeliveredMessage> messages) => $"undelivered/{messages[0].At.ToUnixTimeTicks()}/{messages.Count}";
}
