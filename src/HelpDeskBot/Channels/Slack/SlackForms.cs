using System.Text.Json.Nodes;
using HelpDeskBot.AdaptiveCards;
using HelpDeskBot.Cards;
using HelpDeskBot.Desk.Outbox;
using HelpDeskBot.Slack;
using HelpDeskBot.Turns;

namespace HelpDeskBot.Channels.Slack;

/// <summary>A modal that was submitted.</summary>
internal sealed record SlackForm(string Verb, JsonObject View, SlackOrigin From);

/// <summary>Says what becomes of a submitted modal: it closes, changes, or stays with what was typed and says what is wrong.</summary>
internal sealed class SlackForms(SlackCards cards, SlackPlacements placements, SlackWhispers whispers)
{
    /// <summary>What these answer is to be read, though the card they were opened from shows the outcome too.</summary>
    private static readonly string[] ReadAfterwards = [Verbs.TicketMacro];

    private static readonly string?[] Written = ["plain_text_input", "datepicker", "timepicker", "number_input"];

    public async Task<ViewAnswer> AnswerAsync(ActionAnswer answer, SlackForm form, Reader reader, CancellationToken stop)
    {
        switch (answer)
        {
            case ActionAnswer.ShowForm shown when ErrorOf(shown.Card) is { } wrong && FieldOf(form.View) is { } field:
                return ViewAnswer.Errors(new Dictionary<string, string> { [field] = wrong });
            case ActionAnswer.ShowForm shown:
                return ViewAnswer.Update(await cards.ModalAsync(shown.Card, form.From, reader.Language, stop));
            case ActionAnswer.ShowCard shown when ReadAfterwards.Contains(form.Verb) || !await placements.IsKeptCurrentAsync(form.From, stop):
                return ViewAnswer.Update(await cards.ModalAsync(shown.Card, form.From, reader.Language, stop));
            case ActionAnswer.Say { Text: { Length: > 0 } text } when form.From.Channel is { } channel:
                whispers.Whisper(channel, form.From.User, text);
                return ViewAnswer.Clear;
            case ActionAnswer.Say { Text: { Length: > 0 } text }:
                return ViewAnswer.Update(cards.Words(text, form.From, reader.Language));
            case ActionAnswer.Refused refused:
                return await RefuseAsync(refused, form, reader, stop);
            default:
                return ViewAnswer.Clear;
        }
    }

    private async Task<ViewAnswer> RefuseAsync(ActionAnswer.Refused refused, SlackForm form, Reader reader, CancellationToken stop)
    {
        if (refused.Offer is { } offer)
        {
            return ViewAnswer.Push(await cards.ModalAsync(offer, form.From, reader.Language, stop));
        }

        return FieldOf(form.View) is { } field
            ? ViewAnswer.Errors(new Dictionary<string, string> { [field] = refused.Text })
            : ViewAnswer.Update(cards.Words(refused.Text, form.From, reader.Language));
    }

    /// <summary>What a form says is wrong with what was typed.</summary>
    private static string? ErrorOf(JsonObject card) => (card["body"] as JsonArray ?? [])
        .OfType<JsonObject>()
        .Where(element => element["style"]?.ToString() == "attention")
        .Select(element => CardText.Render(new JsonObject { ["type"] = "AdaptiveCard", ["body"] = new JsonArray(element.DeepClone()) }).Trim())
        .FirstOrDefault(text => text.Length > 0);

    /// <summary>The field to say it at: the first that is written in, else the first.</summary>
    private static string? FieldOf(JsonObject view)
    {
        var fields = (view["blocks"] as JsonArray ?? []).Where(block => block?["type"]?.ToString() == "input").ToList();
        return (fields.Find(field => Written.Contains(field!["element"]?["type"]?.ToString())) ?? fields.FirstOrDefault())?["block_id"]!.ToString();
    }
}
