using System.Text.Json.Nodes;
using HelpDeskBot.BotFramework.Schema;
using HelpDeskBot.BotFramework.Teams;
using HelpDeskBot.Cards;
using HelpDeskBot.Turns;

namespace HelpDeskBot.Channels.Teams;

/// <summary>
/// What presses are answered in Teams. Refusals are words for the person: an error would be shown as a failure of the app, without them.
/// </summary>
internal static class TeamsAnswers
{
    private const int LongestTitle = 60;
    private static readonly TaskSize Size = new(600, 560);

    public static InvokeResponse ToPress(ActionAnswer answer) => answer switch
    {
        ActionAnswer.ShowCard shown => TeamsResponses.Card(TeamsCards.ForMessage(shown.Card)),
        ActionAnswer.ShowForm form => TeamsResponses.Card(TeamsCards.ForMessage(form.Card)),
        ActionAnswer.Say said => TeamsResponses.Message(said.Text),
        ActionAnswer.Refused { Offer: { } offer } refused => TeamsResponses.Card(TeamsCards.ForMessage(WithWords(offer, refused.Text))),
        ActionAnswer.Refused refused => TeamsResponses.Message(refused.Text),
        _ => throw new InvalidOperationException($"No response for {answer.GetType().Name}"),
    };

    /// <param name="message">The message whose button opened the dialog.</param>
    public static InvokeResponse ToDialog(ActionAnswer answer, string? message, Words words) => answer switch
    {
        ActionAnswer.ShowCard shown => Dialog(shown.Card, message, words),
        ActionAnswer.ShowForm form => Dialog(form.Card, message, words),
        ActionAnswer.Say { Text.Length: 0 } => TeamsResponses.Close(),
        ActionAnswer.Say said => TeamsResponses.DialogMessage(said.Text),
        ActionAnswer.Refused { Offer: { } offer } refused => Dialog(WithWords(offer, refused.Text), message, words),
        ActionAnswer.Refused refused => TeamsResponses.DialogMessage(refused.Text),
        _ => throw new InvalidOperationException($"No response for {answer.GetType().Name}"),
    };

    private static InvokeResponse Dialog(JsonObject card, string? message, Words words) => TeamsCards.ForDialog(card, message) is { } dialog
        ? TeamsResponses.Dialog(TeamsPayload.Shorter(TitleOf(card), LongestTitle), dialog, Size)
        : TeamsResponses.DialogMessage(words["chat.form_too_long"]);

    private static string TitleOf(JsonObject card) =>
        card["body"]?[0] is JsonObject first && first["text"] is JsonValue value && value.TryGetValue<string>(out var title) ? title : "";

    private static JsonObject WithWords(JsonObject card, string words)
    {
        var said = (JsonObject)card.DeepClone();
        said["body"]!.AsArray().Insert(0, new JsonObject
        {
            ["type"] = "RichTextBlock",
            ["inlines"] = new JsonArray(new JsonObject { ["type"] = "TextRun", ["text"] = words, ["weight"] = "bolder" }),
        });
        return said;
    }
}
