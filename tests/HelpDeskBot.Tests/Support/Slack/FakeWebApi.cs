using System.Globalization;
using System.Text.Json.Nodes;

namespace HelpDeskBot.Tests.Support.Slack;

/// <summary>A call was refused.</summary>
internal sealed class FakeRefusal(string code, params string[] messages) : Exception(code)
{
    public JsonObject ToJson() => new()
    {
        ["ok"] = false,
        ["error"] = Message,
        ["response_metadata"] = new JsonObject { ["messages"] = new JsonArray([.. messages.Select(message => JsonValue.Create(message))]) },
    };
}

/// <summary>The methods that say, read and describe.</summary>
internal sealed class FakeWebApi(FakeWorkspace workspace, FakeViewApi views, FakeFileApi files)
{
    private const int LargestPage = 200;

    public bool MayUseNames { get; set; } = true;

    /// <summary>Does what a method does; what it throws is a refusal.</summary>
    public JsonObject Call(string method, FakeForm form)
    {
        var answer = method switch
        {
            "auth.test" => new JsonObject { ["team_id"] = FakeSlack.Team, ["user_id"] = FakeSlack.Bot, ["bot_id"] = FakeSlack.BotId, ["url"] = "https://example.slack.com/" },
            "chat.postMessage" => Post(form),
            "chat.postEphemeral" => PostEphemeral(form),
            "chat.update" => Update(form),
            "chat.delete" => Delete(form),
            "chat.getPermalink" => new JsonObject { ["permalink"] = $"https://example.slack.com/archives/{Channel(form).Id}/p{Message(form, "message_ts").Ts.Replace(".", "", StringComparison.Ordinal)}" },
            "conversations.open" => new JsonObject { ["channel"] = Direct(form).ToJson(FakeSlack.Bot) },
            "conversations.info" => new JsonObject { ["channel"] = Channel(form, needsMember: false).ToJson(FakeSlack.Bot) },
            "conversations.history" => Page(Channel(form).Messages.Where(message => message.ThreadTs is null || message.ThreadTs == message.Ts).Reverse(), form, "messages", message => Listed(Channel(form), message)),
            "conversations.replies" => Page(Thread(form), form, "messages", Json),
            "conversations.members" => Page(Channel(form).Members, form, "members", member => JsonValue.Create(member)),
            "users.info" => new JsonObject { ["user"] = User(form, "user").ToJson() },
            "reactions.add" => React(form, isAdded: true),
            "reactions.remove" => React(form, isAdded: false),
            _ when method.StartsWith("views.", StringComparison.Ordinal) => views.Call(method, form),
            _ when method.StartsWith("files.", StringComparison.Ordinal) => files.Call(method, form),
            _ => throw new FakeRefusal("unknown_method"),
        };
        answer["ok"] = true;
        return answer;
    }

    private JsonObject Post(FakeForm form)
    {
        var where = workspace.Users.ContainsKey(form["channel"] ?? "") ? workspace.Direct(form["channel"]!) : Channel(form);
        var (text, blocks) = Content(form);
        if (!MayUseNames && (form["username"] ?? form["icon_url"]) is not null)
        {
            throw new FakeRefusal("missing_scope");
        }

        if (form["thread_ts"] is { } thread && where.Find(thread) is null)
        {
            throw new FakeRefusal("thread_not_found");
        }

        var message = new FakeMessage
        {
            Ts = workspace.NewTs(),
            ThreadTs = form["thread_ts"],
            BotId = FakeSlack.BotId,
            User = FakeSlack.Bot,
            Username = form["username"],
            IconUrl = form["icon_url"],
            Text = text,
            Blocks = blocks,
            Metadata = form.Json("metadata") as JsonObject,
        };
        where.Messages.Add(message);
        workspace.Show(where, "post", message.Ts, text, blocks);
        return new JsonObject { ["channel"] = where.Id, ["ts"] = message.Ts, ["message"] = message.ToJson() };
    }

    private JsonObject PostEphemeral(FakeForm form)
    {
        var (text, blocks) = Content(form);
        if (!Channel(form).Members.Contains(form["user"] ?? ""))
        {
            throw new FakeRefusal("user_not_in_channel");
        }

        var ts = workspace.NewTs();
        workspace.Show(form["user"]!, "ephemeral", form["channel"]!, ts, text, blocks);
        return new JsonObject { ["message_ts"] = ts };
    }

    private JsonObject Update(FakeForm form)
    {
        var (where, message) = (Channel(form), Own(form));
        var (text, blocks) = Content(form);
        if (HasRichText(message.Blocks) && !HasRichText(blocks))
        {
            throw new FakeRefusal("block_mismatch");
        }

        (message.Text, message.Blocks, message.Metadata) = (text, blocks, form.Json("metadata") as JsonObject ?? message.Metadata);
        workspace.Show(where, "update", message.Ts, text, blocks);
        return new JsonObject { ["channel"] = where.Id, ["ts"] = message.Ts, ["text"] = text };
    }

    private JsonObject Delete(FakeForm form)
    {
        var (where, message) = (Channel(form), Own(form));
        where.Messages.Remove(message);
        workspace.Show(where, "delete", message.Ts, message.Text, blocks: null);
        return new JsonObject { ["channel"] = where.Id, ["ts"] = message.Ts };
    }

    private JsonObject React(FakeForm form, bool isAdded)
    {
        var reactions = Message(form, "timestamp").Reactions;
        var own = (FakeSlack.Bot, form["name"] ?? throw new FakeRefusal("invalid_name"));
        if (!(isAdded ? reactions.Add(own) : reactions.Remove(own)))
        {
            throw new FakeRefusal(isAdded ? "already_reacted" : "no_reaction");
        }

        return [];
    }

    private static (string Text, JsonArray? Blocks) Content(FakeForm form)
    {
        var blocks = form.Json("blocks") as JsonArray;
        var text = form["text"] ?? "";
        if (text.Length == 0 && blocks is null)
        {
            throw new FakeRefusal("no_text");
        }

        if (text.Length > 40_000)
        {
            throw new FakeRefusal("msg_too_long");
        }

        if (blocks is { Count: > 0 } && BlockKitRules.OfMessage(blocks) is { Count: > 0 } problems)
        {
            throw new FakeRefusal("invalid_blocks", [.. problems]);
        }

        return (text, blocks);
    }

    private IEnumerable<FakeMessage> Thread(FakeForm form)
    {
        var root = Message(form, "ts");
        return Channel(form).Messages.Where(message => message == root || message.ThreadTs == root.Ts);
    }

    private static JsonObject Page<T>(IEnumerable<T> all, FakeForm form, string name, Func<T, JsonNode?> json)
    {
        var oldest = decimal.Parse(form["oldest"] ?? "0", CultureInfo.InvariantCulture);
        var from = int.Parse(form["cursor"] ?? "0", CultureInfo.InvariantCulture);
        var limit = int.Parse(form["limit"] ?? "100", CultureInfo.InvariantCulture);
        var items = all.Where(item => item is not FakeMessage message || decimal.Parse(message.Ts, CultureInfo.InvariantCulture) >= oldest).ToList();
        var hasMore = items.Count > from + Math.Min(limit, LargestPage);
        var next = hasMore ? (from + Math.Min(limit, LargestPage)).ToString(CultureInfo.InvariantCulture) : "";
        return new JsonObject
        {
            [name] = new JsonArray([.. items.Skip(from).Take(Math.Min(limit, LargestPage)).Select(json)]),
            ["has_more"] = hasMore,
            ["response_metadata"] = new JsonObject { ["next_cursor"] = next },
        };
    }

    // A history shows no replies, but says of a message that it has some.
    private static JsonNode Listed(FakeConversation where, FakeMessage message)
    {
        var json = message.ToJson(withMetadata: true);
        var replies = where.Messages.Where(reply => reply.ThreadTs == message.Ts && reply != message).ToList();
        if (replies.Count > 0)
        {
            (json["thread_ts"], json["reply_count"], json["latest_reply"]) = (message.Ts, replies.Count, replies[^1].Ts);
        }

        return json;
    }

    private static JsonNode Json(FakeMessage message) => message.ToJson(withMetadata: true);

    private FakeConversation Direct(FakeForm form) => workspace.Direct(User(form, "users").Id);

    private FakeUser User(FakeForm form, string name) => workspace.Users.GetValueOrDefault(form[name] ?? "") ?? throw new FakeRefusal("user_not_found");

    private FakeConversation Channel(FakeForm form, bool needsMember = true)
    {
        if (!workspace.Conversations.TryGetValue(form["channel"] ?? "", out var found))
        {
            throw new FakeRefusal("channel_not_found");
        }

        return found switch
        {
            { IsArchived: true } when needsMember => throw new FakeRefusal("is_archived"),
            _ when needsMember && !found.Members.Contains(FakeSlack.Bot) => throw new FakeRefusal("not_in_channel"),
            _ => found,
        };
    }

    private FakeMessage Message(FakeForm form, string name) => Channel(form).Find(form[name]) ?? throw new FakeRefusal("message_not_found");

    private FakeMessage Own(FakeForm form) =>
        Message(form, "ts") is { BotId: FakeSlack.BotId } own ? own : throw new FakeRefusal("cant_update_message");

    private static bool HasRichText(JsonArray? blocks) => blocks?.Any(block => block!["type"]!.ToString() == "rich_text") == true;
}

/// <summary>The arguments of a call.</summary>
internal sealed class FakeForm(IReadOnlyDictionary<string, string> fields)
{
    public string? this[string name] => fields.GetValueOrDefault(name);

    public JsonNode? Json(string name) => this[name] is { } json ? JsonNode.Parse(json) : null;
}
