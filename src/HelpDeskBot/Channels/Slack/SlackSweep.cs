using HelpDeskBot.Desk.People;
using HelpDeskBot.Desk.Work;
using HelpDeskBot.Slack;

namespace HelpDeskBot.Channels.Slack;

/// <summary>
/// Reads the history of the conversations where something is expected, the least recently read first and a few a minute, so that what Slack did not
/// deliver is taken all the same.
/// </summary>
internal sealed class SlackSweep(IServiceScopeFactory scopes, TimeProvider technical, ILogger<SlackSweep> logger) : Periodic(technical, logger)
{
    private static readonly TimeSpan LookedBackFirst = TimeSpan.FromHours(24);

    /// <summary>What was written while a conversation was read may have been missed.</summary>
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(10);

    /// <summary>Threads of older cards are read one by one, so that no conversation is listed without end.</summary>
    private static readonly TimeSpan Listed = TimeSpan.FromDays(30);

    private readonly Dictionary<string, (DateTimeOffset Tried, DateTimeOffset? Read)> _progress = new(StringComparer.Ordinal);
    private readonly Queue<SlackStretch> _threads = [];

    /// <summary>Each reading is one call; Slack takes fifty a minute, and finding lost posts needs some too.</summary>
    protected override TimeSpan Period => TimeSpan.FromSeconds(3);

    public override Task RunOnceAsync(CancellationToken stop) => ReadOneAsync(stop);

    /// <summary>Reads the thread that waits longest, else the conversation that was read longest ago; false if there is none.</summary>
    public async Task<bool> ReadOneAsync(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var history = scope.ServiceProvider.GetRequiredService<SlackHistory>();
        if (_threads.TryDequeue(out var thread))
        {
            if (await history.CatchUpAsync(thread, stop) is null)
            {
                _threads.Enqueue(thread);
            }

            return true;
        }

        var watched = await scope.ServiceProvider.GetRequiredService<WatchedConversations>().RunAsync(SlackNames.Channel, stop);
        return await ReadNextAsync(watched, history, stop);
    }

    private async Task<bool> ReadNextAsync(IReadOnlyList<WatchedConversation> watched, SlackHistory history, CancellationToken stop)
    {
        foreach (var gone in _progress.Keys.Except(watched.Select(conversation => conversation.Id)).ToList())
        {
            _progress.Remove(gone);
        }

        var next = watched.Where(conversation => SlackNames.UserOfUnopened(conversation.Id) is null).MinBy(conversation => _progress.GetValueOrDefault(conversation.Id).Tried);
        if (next is null)
        {
            return false;
        }

        var (began, read) = (Technical.GetUtcNow(), _progress.GetValueOrDefault(next.Id).Read);
        var stretch = StretchOf(next, since: read - Overlap ?? began - LookedBackFirst, began - Listed);
        var threads = await history.CatchUpAsync(stretch, stop);
        _progress[next.Id] = (began, threads is null ? read : began);
        foreach (var thread in threads is null ? [] : threads.Concat(OlderThreads(next, stretch)))
        {
            _threads.Enqueue(thread);
        }

        return true;
    }

    // Everything about an open ticket was said after its card.
    private static SlackStretch StretchOf(WatchedConversation watched, DateTimeOffset since, DateTimeOffset furthest)
    {
        var oldest = watched.Cards.Select(SlackTime.OfTs).Append(since).Min() ?? since;
        return new SlackStretch(watched.Id, Root: null, since) { ListedFrom = oldest > furthest ? oldest : furthest };
    }

    private static IEnumerable<SlackStretch> OlderThreads(WatchedConversation watched, SlackStretch stretch) =>
        watched.Cards.Where(card => SlackTime.OfTs(card) < stretch.ListedFrom).Select(card => new SlackStretch(watched.Id, card, stretch.Since));
}
