using HelpDeskBot.AdaptiveCards.BlockKit;
using HelpDeskBot.Cards;
using HelpDeskBot.Slack.Api;

namespace HelpDeskBot.Channels.Slack;

/// <summary>Says a word to one person where they are, without a trace in the desk.</summary>
internal sealed class SlackWhispers(SlackClient client, SlackDirectory directory, CardCatalog catalog, SlackAfterwards afterwards)
{
    /// <summary>To guests and people of other organisations: the desk is not for them.</summary>
    public Task SayAsync(string channel, string user, CancellationToken stop) => SayAsync(channel, user, "refusal.person.outside", stop);

    /// <summary>To somebody who asked where others read: the answer is in their own conversation.</summary>
    public Task PointAsync(string channel, string user, CancellationToken stop) => SayAsync(channel, user, "chat.answered_in_person", stop);

    /// <summary>Words that only this person sees, and only for a while.</summary>
    public void Whisper(string channel, string user, string text) => afterwards.Do(stop => SlackNames.IsDirect(channel)
        ? client.Chat.PostAsync(Message(channel, text), triedSince: null, stop)
        : client.Chat.PostEphemeralAsync(Message(channel, text), user, stop));

    private async Task SayAsync(string channel, string user, string key, CancellationToken stop)
    {
        var locale = (await directory.FindAsync(user, stop))?.Locale ?? "";
        Whisper(channel, user, catalog.WordsOf(locale)[key]);
    }

    private static OutgoingMessage Message(string channel, string text)
    {
        var page = BlockKitTranslation.ToMessage(text).Pages[0];
        return new OutgoingMessage(channel, page.Text) { Blocks = page.Blocks };
    }
}
