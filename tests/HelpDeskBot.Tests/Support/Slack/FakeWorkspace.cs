using System.Globalization;
using System.Text.Json.Nodes;
using HelpDeskBot.Slack;

namespace HelpDeskBot.Tests.Support.Slack;

/// <summary>What is in the workspace. Whoever calls holds <see cref="Lock"/>.</summary>
internal sealed class FakeWorkspace(TimeProvider time)
{
    private readonly List<ShownToPerson> _ledger = [];
    private long _lastTs;
    private int _lastId;

    public Lock Lock { get; } = new();

    public Dictionary<string, FakeUser> Users { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, FakeConversation> Conversations { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, FakeFile> Files { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, FakeView> Views { get; } = new(StringComparer.Ordinal);

    /// <summary>The modals that somebody has open, the topmost last.</summary>
    public Dictionary<string, List<FakeView>> Modals { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, FakeView> Homes { get; } = new(StringComparer.Ordinal);

    private Dictionary<string, Trigger> Triggers { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, ResponseUrl> ResponseUrls { get; } = new(StringComparer.Ordinal);

    /// <summary>What everybody was shown so far.</summary>
    public IReadOnlyList<ShownToPerson> Ledger
    {
        get
        {
            lock (Lock)
            {
                return [.. _ledger];
            }
        }
    }

    public string NewId(string prefix) => string.Create(CultureInfo.InvariantCulture, $"{prefix}{++_lastId:000}");

    /// <summary>The id of a new message: the time, and unique.</summary>
    public string NewTs()
    {
        _lastTs = Math.Max(_lastTs + 10, (time.GetUtcNow() - DateTimeOffset.UnixEpoch).Ticks / 10 * 10);
        return SlackTime.ToTs(DateTimeOffset.UnixEpoch.AddTicks(_lastTs));
    }

    /// <summary>The direct conversation of the bot with a person.</summary>
    public FakeConversation Direct(string user)
    {
        var id = "D" + user[1..];
        if (!Conversations.TryGetValue(id, out var known))
        {
            Conversations[id] = known = new FakeConversation(id, null, "im");
            known.Members.UnionWith([user, FakeSlack.Bot]);
        }

        return known;
    }

    public string NewTrigger(string user)
    {
        var id = NewId("trigger.");
        Triggers[id] = new Trigger(user, time.GetUtcNow() + TimeSpan.FromSeconds(3));
        return id;
    }

    /// <summary>Whose trigger it is, used up now; or why it is not good.</summary>
    public (string? User, string? Error) UseTrigger(string? id)
    {
        if (id is null || !Triggers.TryGetValue(id, out var trigger))
        {
            return (null, "invalid_trigger_id");
        }

        if (trigger.IsUsed)
        {
            return (null, "exchanged_trigger_id");
        }

        trigger.IsUsed = true;
        return time.GetUtcNow() <= trigger.Until ? (trigger.User, null) : (null, "expired_trigger_id");
    }

    public ResponseUrl NewResponseUrl(Uri address, string user, string channel, string? ts)
    {
        var id = NewId("R");
        return ResponseUrls[id] = new ResponseUrl(new Uri(address, $"hooks/{id}"), user, channel, ts, time.GetUtcNow() + TimeSpan.FromMinutes(30));
    }

    /// <summary>Everybody in the conversation sees it.</summary>
    public void Show(FakeConversation where, string what, string ts, string text, JsonArray? blocks)
    {
        foreach (var user in where.Members.Where(member => member != FakeSlack.Bot))
        {
            Show(user, what, where.Id, ts, text, blocks);
        }
    }

    public void Show(string user, string what, string place, string ts, string text, JsonArray? blocks) =>
        _ledger.Add(new ShownToPerson(user, what, place, ts, text, (JsonArray?)blocks?.DeepClone()));

    private sealed class Trigger(string user, DateTimeOffset until)
    {
        public string User { get; } = user;

        public DateTimeOffset Until { get; } = until;

        public bool IsUsed { get; set; }
    }
}

/// <summary>An address where an interaction is answered.</summary>
internal sealed record ResponseUrl(Uri Address, string User, string Channel, string? Ts, DateTimeOffset Until)
{
    public int Uses { get; set; }
}
