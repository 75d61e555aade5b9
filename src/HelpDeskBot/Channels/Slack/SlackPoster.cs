using HelpDeskBot.AdaptiveCards.BlockKit;
using HelpDeskBot.Desk.Outbox;
using HelpDeskBot.Slack.Api;

namespace HelpDeskBot.Channels.Slack;

/// <summary>Posts the pages of a message.</summary>
internal sealed class SlackPoster(SlackClient client, SlackScopes scopes, SlackVoices voices, TimeProvider technical)
{
    private static readonly TimeSpan LookedBack = TimeSpan.FromHours(1);

    /// <summary>
    /// The id of the last page. It alone carries the key: who finds it knows that those before it are there, and those are looked for
    /// before they are posted again.
    /// </summary>
    public async Task<string> PostAsync(Place place, IReadOnlyList<BlockPage> pages, string key, Content content, CancellationToken stop)
    {
        var voice = scopes.MayUseNames ? await voices.OfAsync(content, stop) : null;
        for (var i = 0; i < pages.Count - 1; i++)
        {
            await PostAsync(MessageOf(place, pages[i], $"{key}#{i}", voice), technical.GetUtcNow() - LookedBack, stop);
        }

        return await PostAsync(MessageOf(place, pages[^1], key, voice), triedSince: null, stop);
    }

    private async Task<string> PostAsync(OutgoingMessage message, DateTimeOffset? triedSince, CancellationToken stop)
    {
        var posted = await client.Chat.PostAsync(message, triedSince, stop);
        if (posted.Error == "thread_not_found")
        {
            // The card is gone; what was said under it still counts.
            posted = await client.Chat.PostAsync(message with { ThreadTs = null }, triedSince, stop);
        }

        if (posted.Error == "missing_scope" && message.Username is not null)
        {
            scopes.MayUseNames = false;
            posted = await client.Chat.PostAsync(message with { Username = null, IconUrl = null }, triedSince, stop);
        }

        try
        {
            return SlackOutcomes.Demand(posted).Ts;
        }
        catch (GoneException gone)
        {
            throw new UndeliverableException(gone.Message);
        }
    }

    private static OutgoingMessage MessageOf(Place place, BlockPage page, string key, SlackVoice? voice) => new(place.Conversation, page.Text)
    {
        Blocks = page.Blocks,
        ThreadTs = place.ThreadRoot,
        Key = key,
        Username = voice?.Name,
        IconUrl = voice?.Picture,
    };
}

/// <summary>What the app turned out not to be allowed to do.</summary>
internal sealed class SlackScopes
{
    /// <summary>Speak under a person's name and picture (<c>chat:write.customize</c>).</summary>
    public bool MayUseNames { get; set; } = true;
}
