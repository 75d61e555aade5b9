using System.Globalization;
using System.Text.Json.Nodes;

namespace HelpDeskBot.Tests.Support.Teams;

/// <summary>A conversation of the fake Teams.</summary>
/// <param name="Type">personal, groupChat or channel.</param>
internal sealed record FakeConversation(string Id, string Type, string Tenant)
{
    public List<JsonObject> Members { get; } = [];

    public List<FakeMessage> Messages { get; } = [];
}

/// <summary>A message of the bot, as people see it.</summary>
/// <param name="Root">The message that it hangs under; null if it stands by itself.</param>
internal sealed record FakeMessage(string Id, string? Root)
{
    /// <summary>What it said at first, and after each edit.</summary>
    public List<JsonObject> Versions { get; } = [];

    public bool IsDeleted { get; set; }

    public JsonObject Now => Versions[^1];

    /// <summary>Text and card are shown as two messages, and two cannot be edited.</summary>
    public bool IsTwo => Versions[0]["text"]?.GetValue<string>() is { Length: > 0 } && Versions[0]["attachments"] is JsonArray { Count: > 0 };
}

/// <summary>Something that appeared before people's eyes.</summary>
/// <param name="What">message, messageUpdate or messageDelete.</param>
internal sealed record Shown(string Conversation, string Message, string What, JsonObject? Activity);

/// <summary>
/// The conversations of the fake Teams, and the ledger of what each person was shown. Members see everything in a conversation, from the beginning.
/// </summary>
internal sealed class FakeConversations
{
    /// <summary>Where the ids of messages begin.</summary>
    public const long FirstId = 1_790_000_000_000;

    public const string Tenant = "11111111-1111-1111-1111-111111111111";

    private readonly Dictionary<string, FakeConversation> _conversations = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string Name, List<string> Channels)> _teams = new(StringComparer.Ordinal);
    private readonly List<Shown> _shown = [];
    private readonly Lock _lock = new();
    private long _lastId = FirstId;

    /// <summary>Everything that was shown, in order.</summary>
    public IReadOnlyList<Shown> Ledger
    {
        get
        {
            lock (_lock)
            {
                return [.. _shown];
            }
        }
    }

    /// <summary>A person who has the app, and their conversation with the bot.</summary>
    public FakeConversation AddPerson(string name) => Add(new FakeConversation($"a:{name}", "personal", Tenant), name);

    /// <summary>A chat of several people.</summary>
    public FakeConversation AddGroupChat(string chat, params string[] names) => Add(new FakeConversation(chat, "groupChat", Tenant), names);

    /// <summary>A channel of a team, with these people.</summary>
    public FakeConversation AddChannel(string team, string channel, params string[] names)
    {
        lock (_lock)
        {
            if (!_teams.TryGetValue(team, out var known))
            {
                _teams[team] = known = (team, []);
            }

            known.Channels.Add(channel);
        }

        return Add(new FakeConversation(channel, "channel", Tenant), names);
    }

    public (string Name, IReadOnlyList<string> Channels)? TeamOf(string id) => _teams.TryGetValue(id, out var team) ? team : null;

    public FakeConversation? Find(string id)
    {
        lock (_lock)
        {
            return _conversations.GetValueOrDefault(id.Split(';')[0]);
        }
    }

    /// <summary>The conversation with one person who has the app.</summary>
    public FakeConversation? WithPerson(string id)
    {
        lock (_lock)
        {
            return _conversations.Values.FirstOrDefault(known => known.Type == "personal" && known.Members.Any(member => Is(member, id)));
        }
    }

    /// <summary>An id for something that a person says: those of a conversation follow each other.</summary>
    public string NextId()
    {
        lock (_lock)
        {
            return (++_lastId).ToString(CultureInfo.InvariantCulture);
        }
    }

    public void Remove(string id)
    {
        lock (_lock)
        {
            _conversations.Remove(id);
        }
    }

    public static bool Is(JsonObject member, string id) => member["id"]!.GetValue<string>() == id || member["aadObjectId"]!.GetValue<string>() == id;

    /// <summary>What one person was shown, in order.</summary>
    public IReadOnlyList<Shown> ShownTo(string name)
    {
        lock (_lock)
        {
            return [.. _shown.Where(shown => _conversations[shown.Conversation].Members.Any(member => Is(member, $"29:{name}")))];
        }
    }

    /// <summary>What one person sees now.</summary>
    public IReadOnlyList<JsonObject> SeenBy(string name)
    {
        lock (_lock)
        {
            return
            [
                .. from conversation in _conversations.Values
                   where conversation.Members.Any(member => Is(member, $"29:{name}"))
                   from message in conversation.Messages
                   where !message.IsDeleted
                   select message.Now,
            ];
        }
    }

    public FakeMessage Say(FakeConversation conversation, string? root, JsonObject activity)
    {
        lock (_lock)
        {
            var message = new FakeMessage((++_lastId).ToString(CultureInfo.InvariantCulture), root) { Versions = { activity } };
            if (activity["type"]?.GetValue<string>() == "message")
            {
                conversation.Messages.Add(message);
                _shown.Add(new Shown(conversation.Id, message.Id, "message", activity));
            }

            return message;
        }
    }

    public void Edit(FakeConversation conversation, FakeMessage message, JsonObject activity)
    {
        lock (_lock)
        {
            message.Versions.Add(activity);
            _shown.Add(new Shown(conversation.Id, message.Id, "messageUpdate", activity));
        }
    }

    public void Delete(FakeConversation conversation, FakeMessage message)
    {
        lock (_lock)
        {
            message.IsDeleted = true;
            _shown.Add(new Shown(conversation.Id, message.Id, "messageDelete", Activity: null));
        }
    }

    private FakeConversation Add(FakeConversation conversation, params string[] names)
    {
        conversation.Members.AddRange(names.Select(Member));
        lock (_lock)
        {
            _conversations.Add(conversation.Id, conversation);
        }

        return conversation;
    }

    private static JsonObject Member(string name) => new()
    {
        ["id"] = $"29:{name}",
        ["name"] = name,
        ["aadObjectId"] = $"object-of-{name}",
        ["objectId"] = $"object-of-{name}",
        ["email"] = $"{name}@contoso.com",
        ["userPrincipalName"] = $"{name}@contoso.com",
        ["tenantId"] = Tenant,
        ["userRole"] = "user",
    };
}
