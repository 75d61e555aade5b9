using System.Globalization;
using System.Text.Json.Nodes;

namespace HelpDeskBot.Tests.Support.Slack;

/// <summary>Files: announced, sent, shared.</summary>
internal sealed class FakeFileApi(FakeWorkspace workspace, Func<Uri> address)
{
    public JsonObject Call(string method, FakeForm form) => method switch
    {
        "files.info" => new JsonObject { ["file"] = File(form["file"]).ToJson() },
        "files.getUploadURLExternal" => Announce(form),
        "files.completeUploadExternal" => Complete(form),
        _ => throw new FakeRefusal("unknown_method"),
    };

    /// <summary>A file that somebody has.</summary>
    public FakeFile Add(string user, string name, byte[]? content, long announced)
    {
        var id = workspace.NewId("F");
        return workspace.Files[id] = new FakeFile
        {
            Id = id,
            Name = name,
            User = user,
            Content = content,
            Announced = announced,
            Address = new Uri(address(), $"files/{id}/{Uri.EscapeDataString(name)}"),
        };
    }

    private JsonObject Announce(FakeForm form)
    {
        var length = long.Parse(form["length"] ?? "0", CultureInfo.InvariantCulture);
        var file = Add(FakeSlack.Bot, form["filename"] ?? throw new FakeRefusal("no_filename"), content: null, length);
        return new JsonObject { ["upload_url"] = new Uri(address(), $"upload/{file.Id}").ToString(), ["file_id"] = file.Id };
    }

    private JsonObject Complete(FakeForm form)
    {
        var shared = form.Json("files")!.AsArray().Select(item => File(item!["id"]!.ToString())).ToList();
        if (!workspace.Conversations.TryGetValue(form["channel_id"] ?? "", out var where) || shared.Exists(file => file.Content?.Length != file.Announced))
        {
            throw new FakeRefusal("invalid_arguments");
        }

        var message = new FakeMessage { Ts = workspace.NewTs(), ThreadTs = form["thread_ts"], User = FakeSlack.Bot, BotId = FakeSlack.BotId };
        message.Files.AddRange(shared);
        shared.ForEach(file => file.Channels.Add(where.Id));
        where.Messages.Add(message);
        workspace.Show(where, "post", message.Ts, string.Join(' ', shared.Select(file => file.Name)), blocks: null);
        return new JsonObject { ["files"] = new JsonArray([.. shared.Select(file => file.ToJson())]) };
    }

    private FakeFile File(string? id) => workspace.Files.GetValueOrDefault(id ?? "") ?? throw new FakeRefusal("file_not_found");
}
