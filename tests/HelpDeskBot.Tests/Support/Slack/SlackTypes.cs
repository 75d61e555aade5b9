using System.Text.Json.Nodes;

namespace HelpDeskBot.Tests.Support.Slack;

/// <summary>Type-checks blocks and views against the types that Slack publishes.</summary>
internal static class SlackTypes
{
    /// <param name="type"><c>blocks</c>, <c>ModalView</c> or <c>HomeView</c>.</param>
    public static JsonNode Case(string name, string type, JsonNode value) => new JsonObject { ["name"] = name, ["type"] = type, ["value"] = value.DeepClone() };

    public static string OfView(JsonObject view) => view["type"]!.ToString() == "home" ? "HomeView" : "ModalView";

    /// <summary>What the compiler says of each, as arrays.</summary>
    public static async Task<IReadOnlyList<JsonNode>> ErrorsAsync(IReadOnlyList<JsonNode> cases) => await Peers.RunAsync("slack-types.mjs", cases);

    public static async Task AssertAsync(IReadOnlyList<JsonNode> cases)
    {
        var errors = await ErrorsAsync(cases);
        Assert.All(cases.Zip(errors), pair => Assert.Equal((pair.First["name"]!.ToString(), "[]"), (pair.First["name"]!.ToString(), pair.Second.ToJsonString())));
    }
}
