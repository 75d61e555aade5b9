using HelpDeskBot.AdaptiveCards.BlockKit;
using HelpDeskBot.Desk.Outbox;
using HelpDeskBot.Slack.Api;
using NodaTime;

namespace HelpDeskBot.Channels.Slack;

/// <summary>Carries what the bot says to Slack: cards as blocks, what was said under a card in its thread, and everything changed where it stands.</summary>
internal sealed class SlackChannel(SlackClient client, SlackCards cards, SlackPoster poster, SlackUploads uploads, TimeProvider technical) : IChannel
{
    private static readonly Duration LeastLookBack = Duration.FromMinutes(2);

    public string Name => SlackNames.Channel;

    public async Task<string> CreateAsync(Place place, Content content, string key, CancellationToken stop)
    {
        var pages = await PagesAsync(content, stop);
        var posted = await poster.PostAsync(place, pages, key, content, stop);
        await uploads.ShareAsync(place, posted, content.Files, stop);
        return posted;
    }

    public async Task<EarlierAttempt> FindAsync(Place place, string key, Instant since, CancellationToken stop)
    {
        // Moved by a demonstration, the business clock may be ahead of Slack's.
        var from = Instant.Min(since, Instant.FromDateTimeOffset(technical.GetUtcNow()) - LeastLookBack).ToDateTimeOffset();
        var found = await client.Conversations.FindByKeyAsync(place.Conversation, place.ThreadRoot, key, from, stop);
        return found.Outcome switch
        {
            SlackOutcome.Ok when found.Value!.Ts is { } ts => EarlierAttempt.Showed(ts),
            SlackOutcome.Ok => EarlierAttempt.ShowedNothing,
            SlackOutcome.Refused => EarlierAttempt.Unknowable,
            _ => throw new IOException($"Slack cannot be read now: {found.Error}"), // it stays unknown whether it was shown
        };
    }

    public async Task<Place> OpenAsync(Place place, CancellationToken stop)
    {
        if (SlackNames.UserOfUnopened(place.Conversation) is not { } user)
        {
            return place;
        }

        var opened = SlackOutcomes.Demand(await client.Conversations.OpenAsync(user, stop));
        return place with { Conversation = opened.Id ?? throw new UndeliverableException("conversations.open gave no id") };
    }

    public async Task UpdateAsync(Place place, string activity, Content content, CancellationToken stop)
    {
        var page = (await PagesAsync(content, stop))[0];
        SlackOutcomes.Demand(await client.Chat.UpdateAsync(new OutgoingMessage(place.Conversation, page.Text) { Blocks = page.Blocks }, activity, stop));
    }

    public async Task DeleteAsync(Place place, string activity, CancellationToken stop)
    {
        try
        {
            SlackOutcomes.Demand(await client.Chat.DeleteAsync(place.Conversation, activity, stop));
        }
        catch (GoneException)
        {
            // It, or the whole conversation, is gone already.
        }
    }

    private async Task<IReadOnlyList<BlockPage>> PagesAsync(Content content, CancellationToken stop)
    {
        var message = content.Card is { } card ? await cards.MessageAsync(card, stop) : BlockKitTranslation.ToMessage(content.Text);
        return message.Pages;
    }
}
