using HelpDeskBot.BotFramework.Schema;
using HelpDeskBot.Desk.Outbox;

namespace HelpDeskBot.Channels.Teams;

/// <summary>Makes the activity that shows something: a card or words, never both, since Teams makes two messages of that, and two cannot be edited.</summary>
internal static class TeamsActivities
{
    public const string CardType = "application/vnd.microsoft.card.adaptive";

    private const int LongestText = 8_000;
    private const int LongestSummary = 1_000;

    public static Activity Of(Content content) => content.Card is { } card
        ? new Activity
        {
            Type = ActivityTypes.Message,
            Summary = Cut(content.Text, LongestSummary),
            Attachments = [new Attachment { ContentType = CardType, Content = TeamsCards.ForMessage(card) }],
        }
        : Words(content);

    /// <summary>For what Teams finds too large.</summary>
    public static Activity Short(Content content) => Words(content);

    public static string Cut(string text, int longest)
    {
        if (text.Length <= longest)
        {
            return text;
        }

        var end = char.IsHighSurrogate(text[longest - 2]) ? longest - 2 : longest - 1;
        return text[..end] + "…";
    }

    private static Activity Words(Content content) => new()
    {
        Type = ActivityTypes.Message,
        Text = Cut(content.Text, LongestText),
        TextFormat = "plain",
    };
}
