using HelpDeskBot.BotFramework.Schema;
using HelpDeskBot.Desk.Outbox;

namespace HelpDeskBot.Channels.Teams;

/// <summary>Makes the activity that shows something: a card or words, never both, since Teams makes two messages of that, and two cannot be edited.</summary>
internal static class TeamsActivities
{
    public const string CardType = "application/vnd.microsoft.card.adaptive";

    private const int MostOfText = TeamsPayload.MostOfCard;
    private const int MostOfSummary = 1_000;

    public static Activity Of(Content content) => content.Card is { } card
        ? new Activity
        {
            Type = ActivityTypes.Message,
            Summary = TeamsPayload.Cut(content.Text, MostOfSummary),
            Attachments = [new Attachment { ContentType = CardType, Content = TeamsCards.ForMessage(card) }],
        }
        : Words(content);

    /// <summary>For what Teams finds too large.</summary>
    public static Activity Short(Content content) => Words(content);

    private static Activity Words(Content content) => new()
    {
        Type = ActivityTypes.Message,
        Text = TeamsPayload.Cut(content.Text, MostOfText),
        TextFormat = "plain",
    };
}
