using System.Text.Json.Nodes;

namespace HelpDeskBot.Tests.Support.Slack;

/// <summary>What somebody does in modals and on their home tab.</summary>
internal sealed partial class FakePerson
{
    /// <summary>Their home tab; null if it was never shown.</summary>
    public FakeView? Home
    {
        get
        {
            lock (slack.Workspace.Lock)
            {
                return slack.Workspace.Homes.GetValueOrDefault(id);
            }
        }
    }

    /// <summary>The modal they see.</summary>
    public FakeView? Modal
    {
        get
        {
            lock (slack.Workspace.Lock)
            {
                return slack.Workspace.Modals.GetValueOrDefault(id) is [.., var top] ? top : null;
            }
        }
    }

    /// <summary>Presses a button of a modal or of their home tab, by what it says, with what they filled in there.</summary>
    public Task<Acknowledged> PressesInAsync(FakeView view, string title, params (string Input, string Value)[] typed)
    {
        JsonObject payload;
        lock (slack.Workspace.Lock)
        {
            payload = Interaction("block_actions");
            payload["container"] = new JsonObject { ["type"] = "view", ["view_id"] = view.Id };
            payload["view"] = view.ToJson(Typed(view, typed));
            payload["actions"] = new JsonArray(Pressed(view.Json["blocks"]!.AsArray(), title));
        }

        return slack.Deliveries.InteractAsync(Interactivity, payload);
    }

    /// <summary>Submits the modal they see, with what they typed into its text fields, and shows what comes of it.</summary>
    public Task<Acknowledged> SubmitsAsync(params (string Input, string Value)[] typed) => SubmitsAsync(Modal!, typed);

    /// <summary>Submits a modal that they have open.</summary>
    public async Task<Acknowledged> SubmitsAsync(FakeView view, params (string Input, string Value)[] typed)
    {
        JsonObject payload;
        lock (slack.Workspace.Lock)
        {
            payload = Interaction("view_submission");
            payload["view"] = view.ToJson(Typed(view, typed));
        }

        LastInteraction = payload;
        var taken = await slack.Deliveries.InteractAsync(Interactivity, payload);
        if (taken.IsTaken)
        {
            lock (slack.Workspace.Lock)
            {
                Apply(taken.Answer, view);
            }
        }

        return taken;
    }

    private void Apply(JsonObject? answer, FakeView view)
    {
        var open = slack.Workspace.Modals[id];
        switch (answer?["response_action"]?.ToString())
        {
            case null: open.Remove(view); break;
            case "clear": open.Clear(); break;
            case "update": slack.ViewApi.Replace(view, (JsonObject)answer["view"]!.DeepClone()); break;
            case "push": slack.ViewApi.Show(id, (JsonObject)answer["view"]!.DeepClone()); break;
            case "errors":
                var fields = view.Json["blocks"]!.AsArray().Where(block => block!["type"]!.ToString() == "input").Select(block => block!["block_id"]!.ToString());
                Assert.All(answer["errors"]!.AsObject(), error => Assert.Contains(error.Key, fields));
                break;
        }
    }

    private static JsonObject Typed(FakeView view, (string Input, string Value)[] typed)
    {
        var state = Filled.StateOf(view.Json["blocks"]!.AsArray());
        foreach (var (input, value) in typed)
        {
            Filled.Fill(view.Json["blocks"]!.AsArray(), state, input, value);
        }

        return state;
    }
}
