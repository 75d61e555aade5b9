using System.Collections.Concurrent;
using HelpDeskBot.Slack.Api;

namespace HelpDeskBot.Channels.Slack;

/// <summary>Who people are as Slack has them, asked at most once a day, and where the bot's conversation with them is.</summary>
internal sealed class SlackDirectory(SlackClient client, TimeProvider technical)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromDays(1);

    private readonly ConcurrentDictionary<string, (SlackUser User, DateTimeOffset At)> _people = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> _directs = new(StringComparer.Ordinal);
    private string? _bot;

    /// <summary>The person; null if Slack knows nobody of this id.</summary>
    /// <exception cref="IOException">Slack does not answer; ask again.</exception>
    public async Task<SlackUser?> FindAsync(string user, CancellationToken stop)
    {
        if (_people.TryGetValue(user, out var known) && technical.GetUtcNow() - known.At < Fresh)
        {
            return known.User;
        }

        var asked = await SlackRetries.AskAsync(() => client.Users.InfoAsync(user, stop), technical, stop);
        if (asked.IsOk)
        {
            _people[user] = (asked.Value, technical.GetUtcNow());
            return asked.Value;
        }

        return asked.Outcome is SlackOutcome.Refused ? null : throw new IOException($"users.info: {asked.Error}");
    }

    /// <summary>Whether <see cref="FindAsync"/> knows the person without asking.</summary>
    public bool Has(string user) => _people.TryGetValue(user, out var known) && technical.GetUtcNow() - known.At < Fresh;

    /// <summary>The bot's conversation with a person, opened if it is not yet.</summary>
    /// <exception cref="IOException">Slack does not answer; ask again.</exception>
    public async Task<string> DirectOfAsync(string user, CancellationToken stop)
    {
        if (_directs.TryGetValue(user, out var known))
        {
            return known;
        }

        var opened = await SlackRetries.AskAsync(() => client.Conversations.OpenAsync(user, stop), technical, stop);
        return opened is { IsOk: true, Value.Id: { } id } ? _directs[user] = id : throw new IOException($"conversations.open: {opened.Error}");
    }

    /// <summary>The bot's own user id.</summary>
    /// <exception cref="IOException">Slack does not answer; ask again.</exception>
    public async Task<string> BotAsync(CancellationToken stop)
    {
        if (_bot is null)
        {
            var self = await SlackRetries.AskAsync(() => client.TestAuthAsync(stop), technical, stop);
            _bot = self is { IsOk: true, Value.UserId: { } id } ? id : throw new IOException($"auth.test: {self.Error}");
        }

        return _bot;
    }

    public static string NameOf(SlackUser user) =>
        new[] { user.Profile?.RealName, user.RealName, user.Profile?.DisplayName, user.Name, user.Id }.First(name => !string.IsNullOrWhiteSpace(name))!;
}
