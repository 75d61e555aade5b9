using System.Text.Json.Nodes;
using HelpDeskBot.AdaptiveCards.BlockKit;
using HelpDeskBot.Desk.Outbox;
using HelpDeskBot.Slack.Api;
using HelpDeskBot.Turns;

namespace HelpDeskBot.Channels.Slack;

/// <summary>Shows what a press was answered: where it was pressed, in a modal, or to the one person alone.</summary>
internal sealed class SlackAnswers(SlackClient client, SlackCards cards, SlackPlacements placements, SlackWhispers whispers)
{
    public async Task ShowAsync(ActionAnswer answer, string verb, SlackOrigin from, Reader reader, CancellationToken stop)
    {
        switch (answer)
        {
            case ActionAnswer.ShowForm form:
                await ModalAsync(await cards.ModalAsync(form.Card, from, reader.Language, stop), from, stop);
                break;
            case ActionAnswer.ShowCard card when from.View is not null || from.Message is null:
                await ModalAsync(await cards.ModalAsync(card.Card, from, reader.Language, stop), from, stop);
                break;
            case ActionAnswer.ShowCard card when !await placements.IsKeptCurrentAsync(from, stop):
                await ReplaceAsync(card.Card, from, stop);
                break;
            case ActionAnswer.Say { Text: { Length: > 0 } text }:
                await SayAsync(text, from, reader, stop);
                break;
            case ActionAnswer.Refused { Offer: { } offer }:
                await ModalAsync(await cards.ModalAsync(offer, from, reader.Language, stop), from, stop);
                break;
            case ActionAnswer.Refused refused:
                await SayAsync(refused.Text, from, reader, stop);
                break;
            default:
                break;
        }
    }

    private Task ModalAsync(JsonObject view, SlackOrigin from, CancellationToken stop) => from.View is { } open
        ? client.Views.UpdateAsync(open, hash: null, view, stop)
        : client.Views.OpenAsync(from.Trigger ?? "", view, stop);

    private async Task ReplaceAsync(JsonObject card, SlackOrigin from, CancellationToken stop)
    {
        var page = (await cards.MessageAsync(card, stop)).Pages[0];
        await client.Chat.UpdateAsync(new OutgoingMessage(from.Channel!, page.Text) { Blocks = page.Blocks }, from.Message!, stop);
    }

    private async Task SayAsync(string text, SlackOrigin from, Reader reader, CancellationToken stop)
    {
        if (from.View is not null || from.Channel is null)
        {
            await ModalAsync(cards.Words(text, from, reader.Language), from, stop);
        }
        else if (from.ResponseUrl is { } address)
        {
            await client.ResponseUrls.PostAsync(address, new UrlResponse(SlackText.Escape(text)), stop);
        }
        else
        {
            whispers.Whisper(from.Channel, from.User, text);
        }
    }
}
