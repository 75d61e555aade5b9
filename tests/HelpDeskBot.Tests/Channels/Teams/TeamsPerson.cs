using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using HelpDeskBot.AdaptiveCards;
using HelpDeskBot.Tests.Channels.Contract;
using HelpDeskBot.Tests.Support;
using HelpDeskBot.Tests.Support.Teams;

namespace HelpDeskBot.Tests.Channels.Teams;

/// <summary>Somebody at Teams: in their chat with the bot, or in a channel, where they mention it.</summary>
/// <param name="channel">The channel they are in; null in their own chat.</param>
internal sealed partial class TeamsPerson(TeamsDriver driver, string name, string? channel) : IChannelPerson
{
    private readonly List<(string Id, string? Root, string Text)> _own = [];
    private JsonObject? _lastSaid;
    private JsonObject? _lastPress;

    public string? Locale { get; init; }

    private FakeConversations Conversations => driver.Cloud.Connector.Conversations;

    private FakeConversation Conversation => Conversations.Find(channel ?? $"a:{name}")!;

    public Task SaysAsync(string text) => SayAsync(text, root: null);

    public async Task WritesUnderAsync(string words, string text)
    {
        var above = await FindAsync(words);
        await SayAsync(text, above.Root ?? above.Id);
    }

    public async Task QuotesAsync(string words, string text)
    {
        var quoted = await FindAsync(words);
        var html = $"<blockquote itemscope itemtype=\"http://schema.skype.com/Reply\" itemid=\"{quoted.Id}\"><p>quoted words</p></blockquote><p>{WebUtility.HtmlEncode(text)}</p>";
        var activity = Said($"quoted words\r\n\r\n{text}", root: null);
        activity["attachments"] = new JsonArray(new JsonObject { ["contentType"] = "text/html", ["content"] = html });
        await SayAsync(activity, text, root: null);
    }

    public Task EditsAsync(string words, string text)
    {
        var at = _own.FindLastIndex(message => message.Text.Contains(words, StringComparison.Ordinal));
        _own[at] = _own[at] with { Text = text };
        return DeliverAsync(EditOf(Sent(_own[at]), text));
    }

    public Task DeletesAsync(string words)
    {
        var gone = _own.FindLast(message => message.Text.Contains(words, StringComparison.Ordinal));
        _own.Remove(gone);
        return DeliverAsync(RemovalOf(Sent(gone)));
    }

    public Task SendsFileAsync(string fileName, byte[] content, string? text = null)
    {
        var activity = Said(text ?? "", root: null);
        activity["attachments"] = new JsonArray(FileAt(fileName, driver.SharePoint.Put(fileName, content)));
        return SayAsync(activity, text ?? "", root: null);
    }

    public async Task<PressAnswer> PressesAsync(string button, string? on = null)
    {
        var seen = await SeenAsync();
        var message = seen.LastOrDefault(shown => shown.Card is { } card && CardParts.Buttons(card).ContainsKey(button)
            && (on is null || shown.Text.Contains(on, StringComparison.Ordinal)));
        Assert.True(message is not null, $"No button {button}. Seen:\n{string.Join('\n', seen.Select(shown => shown.Text))}");
        return await PressAsync(CardParts.Buttons(message.Card!)[button], [], message.Id, message.Root ?? message.Id, isInDialog: false);
    }

    public Task<PressAnswer> SendsAsync(PressAnswer form, JsonObject inputs)
    {
        var handle = (OpenForm)form.Handle!;
        return PressAsync(CardParts.Submit(handle.Card), inputs, handle.Message, handle.Root, handle.IsDialog);
    }

    public Task IsDeliveredAgainAsync() => driver.DeliverAsync((JsonObject)_lastSaid!.DeepClone());

    public Task<PressAnswer> PressIsDeliveredAgainAsync(bool underNewId)
    {
        var press = (JsonObject)_lastPress!.DeepClone();
        if (underNewId)
        {
            (press["id"], press["timestamp"]) = ($"f:{Guid.NewGuid():N}", "2026-11-23T08:00:30Z");
        }

        return InvokeAsync(press, press["replyToId"]!.GetValue<string>(), root: null);
    }

    public async Task<IReadOnlyList<SeenMessage>> LooksAsync() => await SeenAsync();

    public async Task<SeenInTeams> FindAsync(string words)
    {
        var found = (await SeenAsync()).LastOrDefault(message => message.Text.Contains(words, StringComparison.Ordinal));
        Assert.True(found is not null, $"Nothing shows \"{words}\"");
        return found;
    }

    public async Task<IReadOnlyList<SeenInTeams>> SeenAsync()
    {
        await driver.Desk.SettleAsync();
        var shown = Conversation.Messages.Where(message => !message.IsDeleted).Select(SeenInTeams.Of)
            .Concat(_own.Select(own => new SeenInTeams(own.Id, own.Root, own.Text, IsFromBot: false)));
        return [.. shown.OrderBy(message => long.Parse(message.Id, CultureInfo.InvariantCulture))];
    }

    private JsonObject Sent((string Id, string? Root, string Text) own)
    {
        var activity = Said(own.Text, own.Root ?? own.Id);
        activity["id"] = own.Id;
        return activity;
    }

    private Task SayAsync(string text, string? root) => SayAsync(Said(text, root), text, root);

    private async Task SayAsync(JsonObject activity, string text, string? root)
    {
        _own.Add((activity["id"]!.GetValue<string>(), root, text));
        await DeliverAsync(activity);
    }

    private async Task DeliverAsync(JsonObject activity)
    {
        _lastSaid = activity;
        Assert.Equal((200, null), await driver.DeliverAsync(activity));
    }

    private JsonObject Said(string text, string? root)
    {
        var activity = Event("message");
        (activity["text"], activity["textFormat"]) = (text, "plain");
        var id = activity["id"]!.GetValue<string>();
        if (channel is not null)
        {
            activity["conversation"]!["id"] = $"{channel};messageid={root ?? id}";
            activity["text"] = $"<at>Help Desk</at> {text}";
            activity["entities"] = new JsonArray(new JsonObject
            {
                ["type"] = "mention",
                ["text"] = "<at>Help Desk</at>",
                ["mentioned"] = new JsonObject { ["id"] = ConnectorCalls.Bot.Id, ["name"] = "Help Desk" },
            });
        }

        return activity;
    }

    private JsonObject Event(string type)
    {
        var id = Conversations.NextId();
        var activity = new JsonObject
        {
            ["type"] = type,
            ["id"] = id,
            ["timestamp"] = TestDesk.Monday.AddMilliseconds(long.Parse(id, CultureInfo.InvariantCulture) - FakeConversations.FirstId).ToString("O", CultureInfo.InvariantCulture),
            ["channelId"] = "msteams",
            ["serviceUrl"] = FakeCloud.ServiceUrl,
            ["from"] = new JsonObject { ["id"] = $"29:{name}", ["name"] = TeamsDriver.NameOf(name), ["aadObjectId"] = $"object-of-{name}" },
            ["recipient"] = new JsonObject { ["id"] = ConnectorCalls.Bot.Id, ["name"] = "Help Desk" },
            ["conversation"] = new JsonObject
            {
                ["id"] = Conversation.Id,
                ["conversationType"] = Conversation.Type,
                ["tenantId"] = FakeConversations.Tenant,
                ["isGroup"] = channel is not null,
            },
            ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = FakeConversations.Tenant } },
        };
        if (Locale is not null)
        {
            activity["locale"] = Locale;
        }

        return activity;
    }

    private Task<PressAnswer> PressAsync(JsonObject action, JsonObject inputs, string message, string root, bool isInDialog)
    {
        var data = (JsonObject)action["data"]!.DeepClone();
        foreach (var (field, value) in inputs)
        {
            data[field] = value!.DeepClone();
        }

        var press = Event("invoke");
        (press["name"], press["value"]) = (action["type"]!.GetValue<string>(), isInDialog) switch
        {
            ("Action.Execute", _) => ("adaptiveCard/action", TeamsShown.Executed(action, data)),
            (_, true) => ("task/submit", new JsonObject { ["data"] = data, ["context"] = new JsonObject { ["theme"] = "default" } }),
            _ => ("task/fetch", new JsonObject { ["data"] = data, ["context"] = new JsonObject { ["theme"] = "default" } }),
        };
        press["replyToId"] = message;
        if (channel is not null)
        {
            press["conversation"]!["id"] = $"{channel};messageid={root}";
        }

        _lastPress = press;
        return InvokeAsync(press, message, root);
    }

    private async Task<PressAnswer> InvokeAsync(JsonObject press, string message, string? root)
    {
        var (status, body) = await driver.DeliverAsync((JsonObject)press.DeepClone());
        Assert.Equal(200, status);
        return TeamsShown.AnswerOf(body, message, root ?? message);
    }
}

/// <summary>A form that is open.</summary>
internal sealed record OpenForm(JsonObject Card, string Message, string Root, bool IsDialog);

/// <summary>A message in Teams.</summary>
internal sealed record SeenInTeams(string Id, string? Root, string Text, bool IsFromBot) : SeenMessage(Text, IsFromBot)
{
    public static SeenInTeams Of(FakeMessage message)
    {
        var card = message.Now["attachments"]?[0]?["content"] as JsonObject;
        return new SeenInTeams(message.Id, message.Root, card is null ? message.Now["text"]?.GetValue<string>() ?? "" : CardText.Render(card), IsFromBot: true)
        {
            Card = card,
            Buttons = card is null ? [] : [.. CardParts.Buttons(card).Keys],
        };
    }
}
