using System.Globalization;
using System.Text.Json.Nodes;
using HelpDeskBot.Tests.Support;
using HelpDeskBot.Tests.Support.Teams;

namespace HelpDeskBot.Tests.Channels.Teams;

/// <summary>What only people at Teams can do, and what their clients do by themselves.</summary>
internal sealed partial class TeamsPerson
{
    /// <summary>The bot is added where they are.</summary>
    public Task AddsTheBotAsync()
    {
        var activity = Event("conversationUpdate");
        activity["membersAdded"] = new JsonArray(new JsonObject { ["id"] = ConnectorCalls.Bot.Id });
        return driver.DeliverAsync(activity);
    }

    /// <summary>Installs the bot for themselves.</summary>
    public Task InstallsAsync()
    {
        var activity = Event("installationUpdate");
        activity["action"] = "add";
        return driver.DeliverAsync(activity);
    }

    /// <summary>Sends an invoke that is no press of a message; returns its answer.</summary>
    public Task<(int Status, JsonNode? Body)> AsksAsync(string operation, JsonObject value)
    {
        var activity = Event("invoke");
        (activity["name"], activity["value"]) = (operation, value);
        return driver.DeliverAsync(activity);
    }

    /// <summary>The bot was installed before, and somebody takes it away.</summary>
    public Task UninstallsAsync()
    {
        var activity = Event("installationUpdate");
        activity["action"] = "remove";
        return driver.DeliverAsync(activity);
    }

    /// <summary>Says something in a channel without mentioning the bot, which hears it where the app may read everything.</summary>
    public Task SaysUnmentionedAsync(string text) => SayAsync(Unmentioned(text, root: null), text, root: null);

    /// <summary>Writes the newest own message that has these words differently, and does not mention the bot in it.</summary>
    public Task EditsUnmentionedAsync(string words, string text)
    {
        var said = _own.FindLast(message => message.Text.Contains(words, StringComparison.Ordinal));
        var activity = EditOf(Sent(said), text);
        activity["text"] = text;
        activity.Remove("entities");
        return DeliverAsync(activity);
    }

    /// <summary>Writes under the newest message that has these words, without mentioning the bot.</summary>
    public async Task WritesUnmentionedUnderAsync(string words, string text)
    {
        var above = await FindAsync(words);
        await SayAsync(Unmentioned(text, above.Root ?? above.Id), text, above.Root ?? above.Id);
    }

    /// <summary>Says something from where Teams serves their conversation now.</summary>
    public Task MovesToAsync(string serviceUrl)
    {
        var activity = Said("help", root: null);
        activity["serviceUrl"] = serviceUrl;
        return SayAsync(activity, "help", root: null);
    }

    /// <summary>Presses a button of a card that stands in a chat of several; the whole answer.</summary>
    public async Task<string> PressesElsewhereAsync(JsonObject action)
    {
        var activity = InGroup(Event("invoke"));
        (activity["name"], activity["value"]) = ("adaptiveCard/action", TeamsShown.Executed(action, (JsonObject)action["data"]!.DeepClone()));
        return (await driver.DeliverAsync(activity)).Body!.ToJsonString();
    }

    /// <summary>What Teams will deliver for a message, its edit and its removal, so that a test can choose the order.</summary>
    public (JsonObject Message, JsonObject Edit, JsonObject Removal) Composes(string text, string edited)
    {
        var message = Said(text, root: null);
        return (message, EditOf(message, edited), RemovalOf(message));
    }

    /// <summary>Teams delivers something of theirs.</summary>
    public Task IsDeliveredAsync(JsonObject activity) => DeliverAsync((JsonObject)activity.DeepClone());

    /// <summary>Pastes a picture into what they say.</summary>
    public Task PastesAsync(string text, string address)
    {
        var activity = Said(text, root: null);
        activity["attachments"] = Pasted(text, address);
        return SayAsync(activity, text, root: null);
    }

    /// <summary>Writes under the newest message that has these words, with a picture pasted into it: the only file that a channel gives a bot.</summary>
    public async Task PastesUnderAsync(string words, string text, byte[] picture)
    {
        var above = await FindAsync(words);
        var root = above.Root ?? above.Id;
        var kept = driver.Cloud.Connector.Keep(new JsonObject { ["name"] = "image", ["originalBase64"] = Convert.ToBase64String(picture) });
        var activity = Said(text, root);
        activity["attachments"] = Pasted(text, $"{FakeCloud.ServiceUrl}v3/attachments/{kept}/views/original");
        await SayAsync(activity, text, root);
    }

    /// <summary>Sends a file that lies at this address.</summary>
    public Task SendsFileAtAsync(string fileName, string address)
    {
        var activity = Said("", root: null);
        activity["attachments"] = new JsonArray(FileAt(fileName, address));
        return SayAsync(activity, "", root: null);
    }

    /// <summary>The press they did last, delivered again under this id; the whole answer.</summary>
    /// <param name="id">Null for the id it had.</param>
    public async Task<string> PressAgainAsync(string? id = null)
    {
        var press = (JsonObject)_lastPress!.DeepClone();
        if (id is not null)
        {
            (press["id"], press["timestamp"]) = (id, TestDesk.Monday.AddMinutes(1).ToString("O", CultureInfo.InvariantCulture));
        }

        var (status, body) = await driver.DeliverAsync(press);
        Assert.Equal(200, status);
        return body!.ToJsonString();
    }

    /// <summary>Their client asks by itself for their view of a card that stands in a chat of several.</summary>
    public async Task<JsonNode> RefreshesAsync(JsonNode card)
    {
        var activity = InGroup(Event("invoke"));
        activity["name"] = "adaptiveCard/action";
        activity["value"] = new JsonObject { ["action"] = card["refresh"]!["action"]!.DeepClone(), ["trigger"] = "automatic" };
        return (await driver.DeliverAsync(activity)).Body!;
    }

    /// <summary>Presses a button as a client does that knows no Action.Execute.</summary>
    public async Task SubmitsAsync(string button)
    {
        var message = (await SeenAsync()).Last(shown => shown.Card is { } card && CardParts.Buttons(card).ContainsKey(button));
        var fallback = CardParts.Buttons(message.Card!)[button]["fallback"]!;
        var activity = Event("message");
        (activity["value"], activity["replyToId"]) = (fallback["data"]!.DeepClone(), message.Id);
        await driver.DeliverAsync(activity);
    }

    private static JsonObject InGroup(JsonObject activity)
    {
        activity["conversation"] = new JsonObject
        {
            ["id"] = "19:several@thread.v2",
            ["conversationType"] = "groupChat",
            ["tenantId"] = FakeConversations.Tenant,
            ["isGroup"] = true,
        };
        return activity;
    }

    private static JsonArray Pasted(string text, string address) =>
    [
        new JsonObject { ["contentType"] = "image/*", ["contentUrl"] = address },
        new JsonObject { ["contentType"] = "text/html", ["content"] = $"<p>{text}<img src=\"{address}\"></p>" },
    ];

    private static JsonObject FileAt(string fileName, string address) => new()
    {
        ["contentType"] = "application/vnd.microsoft.teams.file.download.info",
        ["name"] = fileName,
        ["content"] = new JsonObject { ["downloadUrl"] = address, ["fileType"] = Path.GetExtension(fileName).TrimStart('.') },
    };

    private JsonObject EditOf(JsonObject message, string text)
    {
        var activity = Said(text, root: null);
        (activity["type"], activity["id"], activity["channelData"]!["eventType"]) = ("messageUpdate", message["id"]!.DeepClone(), "editMessage");
        activity["conversation"] = message["conversation"]!.DeepClone();
        return activity;
    }

    private JsonObject RemovalOf(JsonObject message)
    {
        var activity = EditOf(message, "");
        (activity["type"], activity["channelData"]!["eventType"]) = ("messageDelete", "softDeleteMessage");
        activity.Remove("text");
        return activity;
    }

    private JsonObject Unmentioned(string text, string? root)
    {
        var activity = Said(text, root);
        activity["text"] = text;
        activity.Remove("entities");
        return activity;
    }
}
