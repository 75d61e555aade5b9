using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using HelpDeskBot.Desk.Work;
using HelpDeskBot.Slack.Api;

namespace HelpDeskBot.Channels.Slack;

/// <summary>
/// Publishes home tabs: when one is opened, and while somebody may be looking at it, when what it shows has changed. Looked after every few seconds
/// instead of with every change, so that no message waits for it and many changes are one.
/// </summary>
internal sealed class SlackHomes(SlackClient client, SlackCards cards, IServiceScopeFactory scopes, TimeProvider technical, ILogger<SlackHomes> logger)
    : Periodic(technical, logger)
{
    private static readonly TimeSpan Watched = TimeSpan.FromMinutes(30);

    private readonly ConcurrentDictionary<(string Team, string User), Home> _open = new();

    protected override TimeSpan Period => TimeSpan.FromSeconds(5);

    public Task OpenedAsync(string team, string user)
    {
        _open[(team, user)] = new Home(Technical.GetUtcNow(), Shown: "", Nonce: default);
        return Task.CompletedTask;
    }

    /// <summary>Publishes what has changed.</summary>
    public override async Task RunOnceAsync(CancellationToken stop)
    {
        foreach (var ((team, user), home) in _open)
        {
            if (Technical.GetUtcNow() - home.OpenedAt > Watched)
            {
                _open.TryRemove(KeyValuePair.Create((team, user), home));
                continue;
            }

            await PublishAsync(team, user, home, stop);
        }
    }

    private async Task PublishAsync(string team, string user, Home home, CancellationToken stop)
    {
        if (await ChangedAsync(team, user, home, stop) is not { } changed)
        {
            return;
        }

        var view = await cards.HomeAsync(changed.Cards, stop);
        if ((await client.Views.PublishAsync(user, view, stop)).IsOk)
        {
            _open.TryUpdate((team, user), home with { Shown = DigestOf(changed.Cards), Nonce = changed.Nonce }, home);
        }
    }

    // Drawn again with a new nonce, since a form that was sent counts once.
    private async Task<(IReadOnlyList<JsonObject> Cards, Guid Nonce)?> ChangedAsync(string team, string user, Home home, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var cardsOf = scope.ServiceProvider.GetRequiredService<SlackHomeCards>();
        var shown = await cardsOf.OfAsync(team, user, home.Nonce, stop);
        if (shown.Count == 0 || DigestOf(shown) == home.Shown)
        {
            return null;
        }

        var nonce = Guid.CreateVersion7(Technical.GetUtcNow());
        return (await cardsOf.OfAsync(team, user, nonce, stop), nonce);
    }

    private static string DigestOf(IReadOnlyList<JsonObject> shown) => string.Concat(shown.Select(card => card.ToJsonString()));

    private sealed record Home(DateTimeOffset OpenedAt, string Shown, Guid Nonce);
}
