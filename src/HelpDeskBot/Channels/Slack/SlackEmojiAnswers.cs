using HelpDeskBot.Cards;
using HelpDeskBot.Desk.Outbox;
using HelpDeskBot.Slack.Api;

namespace HelpDeskBot.Channels.Slack;

/// <summary>Answers an emoji to the one person who put it there.</summary>
internal sealed class SlackEmojiAnswers(SlackClient client, SlackDirectory directory, SlackCards cards, IRenderer renderer, SlackAfterwards afterwards)
{
    /// <summary>Shows a button that only this person sees; its title is a key of the words.</summary>
    public void Offer(SlackOrigin to, Button button) => afterwards.Do(async stop =>
    {
        var reader = new Reader((await directory.FindAsync(to.User, stop))?.Locale ?? "", "Etc/UTC");
        var title = renderer.Line(new Line(button.Title), reader).Text;
        var card = renderer.Card(CardData.Card("line", new { text = title, buttons = new[] { button with { Title = title } } }), reader);
        var page = (await cards.MessageAsync(card.Card!, stop)).Pages[0];
        await client.Chat.PostEphemeralAsync(new OutgoingMessage(to.Channel!, page.Text) { Blocks = page.Blocks }, to.User, stop);
    });
}
