using HelpDeskBot.Cards;
using HelpDeskBot.Desk.Outbox;
using HelpDeskBot.Slack.Api;
using HelpDeskBot.Slack.Payloads;

namespace HelpDeskBot.Channels.Slack;

/// <summary>Answers an emoji to the one person who put it there, and reads the message it is on.</summary>
internal sealed class SlackEmojiAnswers(SlackClient client, SlackDirectory directory, SlackCards cards, IRenderer renderer, SlackWhispers whispers)
{
    public void Whisper(SlackOrigin to, string text) => whispers.Whisper(to.Channel!, to.User, text);

    /// <summary>Shows a button that only this person sees; its title is a key of the words.</summary>
    public async Task OfferAsync(SlackOrigin to, Button button, CancellationToken stop)
    {
        var reader = new Reader((await directory.FindAsync(to.User, stop))?.Locale ?? "", "Etc/UTC");
        var title = renderer.Line(new Line(button.Title), reader).Text;
        var card = renderer.Card(CardData.Card("line", new { text = title, buttons = new[] { button with { Title = title } } }), reader);
        var page = (await cards.MessageAsync(card.Card!, stop)).Pages[0];
        await client.Chat.PostEphemeralAsync(new OutgoingMessage(to.Channel!, page.Text) { Blocks = page.Blocks }, to.User, stop);
    }

    /// <summary>The message; null if it is an answer in a thread, or no longer there.</summary>
    public async Task<SlackMessage?> MessageAsync(SlackOrigin at, CancellationToken stop)
    {
        var page = await client.Conversations.ReadAsync(
            new MessageQuery(at.Channel!) { ThreadTs = at.Message, Since = HelpDeskBot.Slack.SlackTime.OfTs(at.Message) }, stop);
        return page.IsOk ? page.Value.Messages.FirstOrDefault(message => message.Ts == at.Message && message.BotId is null) : null;
    }
}
