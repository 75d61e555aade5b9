using System.Text.Json.Nodes;

namespace HelpDeskBot.Tests.Support.Slack;

/// <summary>Modals, at most three on top of each other, and home tabs.</summary>
internal sealed class FakeViewApi(FakeWorkspace workspace)
{
    private const int MostModals = 3;

    public JsonObject Call(string method, FakeForm form)
    {
        var json = form.Json("view") as JsonObject ?? throw new FakeRefusal("invalid_arguments");
        if (BlockKitRules.OfView(json) is { Count: > 0 } problems)
        {
            throw new FakeRefusal("invalid_arguments", [.. problems]);
        }

        var view = method switch
        {
            "views.open" => Open(form, json, isOnTop: false),
            "views.push" => Open(form, json, isOnTop: true),
            "views.update" => Update(form["view_id"], form["hash"], json),
            "views.publish" => Publish(form["user_id"] ?? "", json),
            _ => throw new FakeRefusal("unknown_method"),
        };
        return new JsonObject { ["view"] = view.ToJson() };
    }

    /// <summary>A view as the answer to a submission.</summary>
    public FakeView Replace(FakeView view, JsonObject json)
    {
        (view.Json, view.Hash) = (json, workspace.NewId("hash."));
        workspace.Show(view.User, "modal", view.Id, view.Hash, json["title"]?["text"]?.ToString() ?? "", json["blocks"] as JsonArray);
        return view;
    }

    public FakeView Show(string user, JsonObject json)
    {
        var view = new FakeView { Id = workspace.NewId("V"), User = user, Json = [], Hash = "" };
        workspace.Views[view.Id] = view;
        if (!workspace.Modals.TryGetValue(user, out var open))
        {
            workspace.Modals[user] = open = [];
        }

        open.Add(view);
        return Replace(view, json);
    }

    private FakeView Open(FakeForm form, JsonObject json, bool isOnTop)
    {
        if (workspace.UseTrigger(form["trigger_id"]) is not ({ } user, null))
        {
            throw new FakeRefusal("expired_trigger_id");
        }

        var open = workspace.Modals.GetValueOrDefault(user) ?? [];
        if (!isOnTop)
        {
            open.Clear();
        }

        return open.Count >= MostModals ? throw new FakeRefusal("push_limit_reached") : Show(user, json);
    }

    private FakeView Update(string? id, string? hash, JsonObject json)
    {
        var view = workspace.Views.GetValueOrDefault(id ?? "") ?? throw new FakeRefusal("not_found");
        return hash is not null && hash != view.Hash ? throw new FakeRefusal("hash_conflict") : Replace(view, json);
    }

    private FakeView Publish(string user, JsonObject json)
    {
        var view = new FakeView { Id = workspace.NewId("V"), User = user, Json = json, Hash = workspace.NewId("hash.") };
        workspace.Homes[user] = view;
        workspace.Show(user, "home", view.Id, view.Hash, "", json["blocks"] as JsonArray);
        return view;
    }
}
