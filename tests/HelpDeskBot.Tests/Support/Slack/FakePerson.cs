using System.Text;
using System.Text.Json.Nodes;

namespace HelpDeskBot.Tests.Support.Slack;

/// <summary>What somebody does in Slack's client, told to the app as Slack tells it.</summary>
internal sealed partial class FakePerson(FakeSlack slack, string id)
{
    private const string Interactivity = "slack/interactivity";

    public string Id => id;

    /// <summary>What they pressed or submitted last.</summary>
    public JsonObject? LastInteraction { get; private set; }

    /// <summary>What they said last, as an event.</summary>
    public JsonObject? LastEvent { get; private set; }

    /// <summary>Their direct conversation with the bot.</summary>
    public FakeConversation Direct
    {
        get
        {
            lock (slack.Workspace.Lock)
            {
                return slack.Workspace.Direct(id);
            }
        }
    }

    /// <summary>What they were shown so far.</summary>
    public IReadOnlyList<ShownToPerson> Seen => [.. slack.Workspace.Ledger.Where(shown => shown.User == id)];

    /// <summary>Writes something; in their direct conversation unless told otherwise.</summary>
    public async Task<FakeMessage> SaysAsync(string text, FakeConversation? where = null, string? thread = null, params FakeFile[] files)
    {
        where ??= Direct;
        FakeMessage message;
        lock (slack.Workspace.Lock)
        {
            message = new FakeMessage { Ts = slack.Workspace.NewTs(), ThreadTs = thread, User = id, Text = Escaped(text) };
            message.Files.AddRange(files);
            where.Messages.Add(message);
        }

        await TellAsync(where, message.ToJson());
        return message;
    }

    public async Task EditsAsync(FakeConversation where, FakeMessage message, string text)
    {
        JsonObject before, after;
        lock (slack.Workspace.Lock)
        {
            before = message.ToJson();
            (message.Text, message.EditedTs) = (Escaped(text), slack.Workspace.NewTs());
            after = message.ToJson();
        }

        await TellAsync(where, new JsonObject { ["type"] = "message", ["subtype"] = "message_changed", ["hidden"] = true, ["message"] = after, ["previous_message"] = before });
    }

    /// <summary>Of a message with answers in its thread a tombstone stays, and Slack says that it has changed.</summary>
    public async Task DeletesAsync(FakeConversation where, FakeMessage message)
    {
        FakeMessage? tombstone;
        lock (slack.Workspace.Lock)
        {
            tombstone = where.Messages.Exists(answer => answer.ThreadTs == message.Ts)
                ? new FakeMessage { Ts = message.Ts, ThreadTs = message.Ts, User = "USLACKBOT", Text = "This message was deleted.", IsTombstone = true }
                : null;
            var at = where.Messages.IndexOf(message);
            where.Messages.RemoveAt(at);
            if (tombstone is not null)
            {
                where.Messages.Insert(at, tombstone);
            }
        }

        if (tombstone is not null)
        {
            await TellAsync(where, new JsonObject { ["type"] = "message", ["subtype"] = "message_changed", ["hidden"] = true, ["message"] = tombstone.ToJson(), ["previous_message"] = message.ToJson() });
            return;
        }

        await TellAsync(where, new JsonObject
        {
            ["type"] = "message",
            ["subtype"] = "message_deleted",
            ["hidden"] = true,
            ["deleted_ts"] = message.Ts,
            ["previous_message"] = message.ToJson(),
        });
    }

    /// <summary>False if Slack was not answered.</summary>
    public Task<bool> ReactsAsync(FakeConversation where, FakeMessage message, string name, bool isAdded = true) => slack.Deliveries.EventAsync(new JsonObject
    {
        ["type"] = isAdded ? "reaction_added" : "reaction_removed",
        ["user"] = id,
        ["reaction"] = name,
        ["item_user"] = message.User,
        ["item"] = new JsonObject { ["type"] = "message", ["channel"] = where.Id, ["ts"] = message.Ts },
    });

    public Task OpensHomeAsync() => slack.Deliveries.EventAsync(new JsonObject { ["type"] = "app_home_opened", ["user"] = id, ["channel"] = Direct.Id, ["tab"] = "home" });

    /// <summary>Presses a button of a message, by what it says.</summary>
    public Task<Acknowledged> PressesAsync(FakeConversation where, FakeMessage message, string title, JsonObject? state = null)
    {
        JsonObject payload;
        lock (slack.Workspace.Lock)
        {
            payload = Interaction("block_actions");
            payload["container"] = new JsonObject { ["type"] = "message", ["message_ts"] = message.Ts, ["channel_id"] = where.Id, ["is_ephemeral"] = false };
            payload["channel"] = new JsonObject { ["id"] = where.Id, ["name"] = where.Name };
            payload["message"] = message.ToJson();
            payload["state"] = state ?? Filled.StateOf(message.Blocks!);
            payload["response_url"] = slack.Workspace.NewResponseUrl(slack.Address, id, where.Id, message.Ts).Address.ToString();
            payload["actions"] = new JsonArray(Pressed(message.Blocks!, title));
        }

        LastInteraction = payload;
        return slack.Deliveries.InteractAsync(Interactivity, payload);
    }

    /// <summary>What they pressed or submitted last comes once more.</summary>
    public Task<Acknowledged> PressedAgainAsync(bool underNewId)
    {
        var payload = (JsonObject)LastInteraction!.DeepClone();
        lock (slack.Workspace.Lock)
        {
            payload["trigger_id"] = underNewId ? slack.Workspace.NewTrigger(id) : payload["trigger_id"]!.ToString();
        }

        return slack.Deliveries.InteractAsync(Interactivity, payload);
    }

    /// <summary>Types a slash command.</summary>
    public async Task<Acknowledged> TypesAsync(string command, string text, FakeConversation? where = null)
    {
        JsonObject payload;
        where ??= Direct;
        lock (slack.Workspace.Lock)
        {
            payload = new JsonObject
            {
                ["command"] = command,
                ["text"] = text,
                ["user_id"] = id,
                ["user_name"] = id.ToLowerInvariant(),
                ["team_id"] = FakeSlack.Team,
                ["channel_id"] = where.Id,
                ["api_app_id"] = FakeSlack.App,
                ["trigger_id"] = slack.Workspace.NewTrigger(id),
                ["is_enterprise_install"] = "false",
                ["response_url"] = slack.Workspace.NewResponseUrl(slack.Address, id, where.Id, ts: null).Address.ToString(),
            };
        }

        var taken = await slack.Deliveries.InteractAsync("slack/commands", payload);
        if (taken.Answer is { } answer)
        {
            lock (slack.Workspace.Lock)
            {
                slack.Workspace.Show(id, "command", where.Id, "", answer["text"]!.ToString(), answer["blocks"] as JsonArray);
            }
        }

        return taken;
    }

    public Task<Acknowledged> ChoosesAsync(string shortcut) => InteractAsync("shortcut", payload => payload["callback_id"] = shortcut);

    public Task<Acknowledged> ChoosesAsync(string shortcut, FakeConversation where, FakeMessage message) => InteractAsync("message_action", payload =>
    {
        payload["callback_id"] = shortcut;
        payload["channel"] = new JsonObject { ["id"] = where.Id, ["name"] = where.Name };
        payload["message"] = message.ToJson();
        payload["response_url"] = slack.Workspace.NewResponseUrl(slack.Address, id, where.Id, message.Ts).Address.ToString();
    });

    /// <summary>Types into a menu that asks for its choices.</summary>
    public Task<Acknowledged> SearchesAsync(string blockId, string value) => InteractAsync("block_suggestion", payload =>
    {
        payload["block_id"] = blockId;
        payload["action_id"] = "choice";
        payload["value"] = value;
    });

    private Task<Acknowledged> InteractAsync(string type, Action<JsonObject> with)
    {
        lock (slack.Workspace.Lock)
        {
            var payload = Interaction(type);
            with(payload);
            return slack.Deliveries.InteractAsync(type == "block_suggestion" ? "slack/options" : Interactivity, payload);
        }
    }

    private JsonObject Interaction(string type) => new()
    {
        ["type"] = type,
        ["api_app_id"] = FakeSlack.App,
        ["team"] = new JsonObject { ["id"] = FakeSlack.Team, ["domain"] = "example" },
        ["user"] = new JsonObject { ["id"] = id, ["username"] = id.ToLowerInvariant(), ["name"] = id.ToLowerInvariant(), ["team_id"] = FakeSlack.Team },
        ["trigger_id"] = slack.Workspace.NewTrigger(id),
        ["is_enterprise_install"] = false,
    };

    private Task TellAsync(FakeConversation where, JsonObject happened)
    {
        happened["channel"] = where.Id;
        happened["channel_type"] = where.Type;
        happened["event_ts"] = SlackTs();
        LastEvent = (JsonObject)happened.DeepClone();
        return slack.Deliveries.EventAsync(happened);
    }

    private string SlackTs()
    {
        lock (slack.Workspace.Lock)
        {
            return slack.Workspace.NewTs();
        }
    }

    private static JsonObject Pressed(JsonNode blocks, string title)
    {
        var button = Buttons(blocks).First(button => button["text"]?["text"]?.ToString() == title);
        return new JsonObject
        {
            ["type"] = "button",
            ["action_id"] = button["action_id"]!.ToString(),
            ["block_id"] = "b1",
            ["value"] = button["value"]?.ToString(),
            ["action_ts"] = "1.000000",
        };
    }

    private static IEnumerable<JsonObject> Buttons(JsonNode? node) => node switch
    {
        JsonObject { } item when item["type"]?.ToString() == "button" => [item],
        JsonObject item => item.SelectMany(pair => Buttons(pair.Value)),
        JsonArray items => items.SelectMany(Buttons),
        _ => [],
    };

    private static string Escaped(string text) => new StringBuilder(text).Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;").ToString();
}
