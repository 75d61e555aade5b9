using HelpDeskBot.AdaptiveCards.BlockKit;
using HelpDeskBot.Cards;
using HelpDeskBot.Slack.Api;

namespace HelpDeskBot.Channels.Slack;

/// <summary>Says a word to one person where they are, without a trace in the desk. Nobody waits for it.</summary>
internal sealed class SlackWhispers(SlackClient client, SlackDirectory directory, CardCatalog catalog, SlackAfterwards afterwards)
{
    /// <summary>To guests and people of other organisations: the desk is not for them.</summary>
    public void Refuse(SlackSaid said) => Answer(said, "refusal.person.outside");

    /// <summary>To somebody who asked elsewhere: the answer is in their own conversation.</summary>
    public void Point(SlackSaid said) => Answer(said, "chat.answered_in_person");

    /// <summary>Words that only this person sees, and only for a while.</summary>
    public void Whisper(string channel, string user, string text) => afterwards.Do(stop => ShowAsync(channel, user, text, stop));

    private void Answer(SlackSaid said, string key) => afterwards.Do(async stop =>
    {
        var words = catalog.WordsOf((await directory.FindAsync(said.User, stop))?.Locale ?? "")[key];
        if (said.ResponseUrl is { } address)
        {
            await client.ResponseUrls.PostAsync(address, new UrlResponse(SlackText.Escape(words)), stop);
            return;
        }

        await ShowAsync(said.Channel.Length > 0 ? said.Channel : await directory.DirectOfAsync(said.User, stop), said.User, words, stop);
    });

    private Task ShowAsync(string channel, string user, string text, CancellationToken stop) => SlackNames.IsDirect(channel)
        ? client.Chat.PostAsync(Message(channel, text), triedSince: null, stop)
        : client.Chat.PostEphemeralAsync(Message(channel, text), user, stop);

    private static OutgoingMessage Message(string channel, string text)
    {
        var page = BlockKitTranslation.ToMessage(text).Pages[0];
        return new OutgoingMessage(channel, page.Text) { Blocks = page.Blocks };
    }
}
