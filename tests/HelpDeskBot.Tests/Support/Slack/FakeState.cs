using System.Text.Json.Nodes;

namespace HelpDeskBot.Tests.Support.Slack;

/// <summary>Somebody in the workspace.</summary>
internal sealed record FakeUser(string Id, string Name)
{
    public string Email => Name.ToLowerInvariant() + "@example.com";

    public string Team { get; init; } = FakeSlack.Team;

    public string Locale { get; init; } = "en-US";

    public bool IsGuest { get; init; }

    public Uri Picture => new($"https://avatars.example.com/{Id}-72.png");

    public JsonObject ToJson() => new()
    {
        ["id"] = Id,
        ["team_id"] = Team,
        ["name"] = Name.ToLowerInvariant(),
        ["real_name"] = Name,
        ["deleted"] = false,
        ["is_bot"] = false,
        ["is_restricted"] = IsGuest,
        ["is_stranger"] = false, // as of everybody who shares a channel with the app
        ["tz"] = "Europe/Berlin",
        ["locale"] = Locale,
        ["profile"] = new JsonObject { ["email"] = Email, ["display_name"] = Name, ["real_name"] = Name, ["image_72"] = Picture.ToString() },
    };
}

/// <summary>A channel or a direct conversation.</summary>
internal sealed class FakeConversation(string id, string? name, string type)
{
    public string Id { get; } = id;

    public string? Name { get; set; } = name;

    /// <summary>channel, group or im.</summary>
    public string Type { get; } = type;

    public bool IsArchived { get; set; }

    public HashSet<string> Members { get; } = new(StringComparer.Ordinal);

    public List<FakeMessage> Messages { get; } = [];

    public FakeMessage? Find(string? ts) => Messages.Find(message => message.Ts == ts);

    public JsonObject ToJson(string bot) => new()
    {
        ["id"] = Id,
        ["name"] = Name,
        ["is_im"] = Type == "im",
        ["is_private"] = Type != "channel",
        ["is_archived"] = IsArchived,
        ["is_member"] = Members.Contains(bot),
        ["user"] = Type == "im" ? Members.Single(member => member != bot) : null,
    };
}

/// <summary>A message as it is now.</summary>
internal sealed class FakeMessage
{
    public required string Ts { get; init; }

    public string? ThreadTs { get; init; }

    public string? User { get; init; }

    public string? BotId { get; init; }

    public string? Username { get; init; }

    public string? IconUrl { get; init; }

    /// <summary>It was deleted, and answers under it were not.</summary>
    public bool IsTombstone { get; init; }

    public string Text { get; set; } = "";

    public JsonArray? Blocks { get; set; }

    public JsonObject? Metadata { get; set; }

    public List<FakeFile> Files { get; } = [];

    public HashSet<(string User, string Name)> Reactions { get; } = [];

    public string? EditedTs { get; set; }

    public JsonObject ToJson(bool withMetadata = false)
    {
        var json = new JsonObject { ["type"] = "message", ["ts"] = Ts, ["text"] = Text, ["user"] = User, ["team"] = FakeSlack.Team };
        var more = new (string Name, JsonNode? Value)[]
        {
            ("subtype", IsTombstone ? "tombstone" : Files.Count > 0 ? "file_share" : null),
            ("thread_ts", ThreadTs),
            ("bot_id", BotId),
            ("app_id", BotId is null ? null : FakeSlack.App),
            ("username", Username),
            ("blocks", Blocks?.DeepClone()),
            ("metadata", withMetadata ? Metadata?.DeepClone() : null),
            ("files", Files.Count > 0 ? new JsonArray([.. Files.Select(file => file.ToJson())]) : null),
            ("edited", EditedTs is null ? null : new JsonObject { ["user"] = User, ["ts"] = EditedTs }),
        };
        foreach (var (name, value) in more.Where(pair => pair.Value is not null))
        {
            json[name] = value;
        }

        return json;
    }
}

/// <summary>A file.</summary>
internal sealed class FakeFile
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required Uri Address { get; init; }

    public string User { get; init; } = FakeSlack.Bot;

    public byte[]? Content { get; set; }

    public long Announced { get; init; }

    public HashSet<string> Channels { get; } = new(StringComparer.Ordinal);

    public JsonObject ToJson() => new()
    {
        ["id"] = Id,
        ["name"] = Name,
        ["title"] = Name,
        ["mimetype"] = "application/octet-stream",
        ["size"] = Content?.Length ?? 0,
        ["user"] = User,
        ["url_private"] = Address.ToString(),
        ["url_private_download"] = Address.ToString(),
        ["shares"] = new JsonObject { ["private"] = new JsonObject(Channels.Select(channel => KeyValuePair.Create<string, JsonNode?>(channel, new JsonArray()))) },
    };
}

/// <summary>A modal or home tab that somebody sees.</summary>
internal sealed class FakeView
{
    public required string Id { get; init; }

    public required string User { get; init; }

    public required JsonObject Json { get; set; }

    public required string Hash { get; set; }

    /// <summary>The view as Slack gives it out, with what is filled in.</summary>
    public JsonObject ToJson(JsonObject? state = null)
    {
        var json = (JsonObject)Json.DeepClone();
        (json["id"], json["hash"], json["team_id"], json["root_view_id"]) = (Id, Hash, FakeSlack.Team, Id);
        json["state"] = state ?? Filled.StateOf(Json["blocks"]!.AsArray());
        return json;
    }
}

/// <summary>What one person was shown: the oracle of who saw what.</summary>
/// <param name="What">post, update, delete, ephemeral, modal, home or command.</param>
/// <param name="Place">The conversation, or the view.</param>
internal sealed record ShownToPerson(string User, string What, string Place, string Ts, string Text, JsonArray? Blocks);
