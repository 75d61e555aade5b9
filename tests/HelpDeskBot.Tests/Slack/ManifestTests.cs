using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using HelpDeskBot.Tests.Support;

namespace HelpDeskBot.Tests.Slack;

/// <summary>The manifests say the same but for the way deliveries come, and every right is explained.</summary>
public partial class ManifestTests
{
    private static readonly string Folder = Path.Combine(RepositoryFolder.Root, "manifest", "slack");

    [Fact]
    public void The_two_manifests_differ_in_how_deliveries_come_and_in_nothing_else()
    {
        var (http, socket) = (Read("http.json"), Read("socket-mode.json"));
        Assert.False(http["settings"]!["socket_mode_enabled"]!.GetValue<bool>());
        Assert.True(socket["settings"]!["socket_mode_enabled"]!.GetValue<bool>());
        http["settings"]!["socket_mode_enabled"] = true;
        var addresses = Addresses(http).Order(StringComparer.Ordinal).ToList();
        Assert.Equal(["commands", "events", "interactivity", "options"], addresses.Select(address => address["https://help.example.com/slack/".Length..]));
        Assert.True(JsonNode.DeepEquals(http, socket));
    }

    [Fact]
    public void Every_scope_has_a_reason()
    {
        var scopes = Read("socket-mode.json")["oauth_config"]!["scopes"]!.AsObject().SelectMany(kind => kind.Value!.AsArray()).Select(scope => scope!.ToString());
        var explained = ScopeRow().Matches(File.ReadAllText(Path.Combine(Folder, "README.md"))).Select(row => row.Groups[1].Value);
        Assert.Equal(scopes, explained);
    }

    private static JsonObject Read(string name) => (JsonObject)JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, name)))!;

    /// <summary>All addresses of a manifest, which is left without them.</summary>
    private static List<string> Addresses(JsonNode? node)
    {
        var found = new List<string>();
        if (node is JsonArray items)
        {
            found.AddRange(items.SelectMany(Addresses));
        }

        foreach (var (name, value) in (node as JsonObject)?.ToList() ?? [])
        {
            if (value is JsonValue text && text.TryGetValue<string>(out var address) && address.StartsWith("https://", StringComparison.Ordinal))
            {
                found.Add(address);
                node!.AsObject().Remove(name);
            }
            else
            {
                found.AddRange(Addresses(value));
            }
        }

        return found;
    }

    [GeneratedRegex(@"^\| `([^`]+)` \|", RegexOptions.Multiline)]
    private static partial Regex ScopeRow();
}
