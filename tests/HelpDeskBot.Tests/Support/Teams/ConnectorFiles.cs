using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;

namespace HelpDeskBot.Tests.Support.Teams;

/// <summary>The files that the connector keeps.</summary>
internal sealed class ConnectorFiles
{
    private readonly ConcurrentDictionary<string, JsonNode> _files = [];

    public ConnectorFault Keep(JsonNode file)
    {
        var id = $"file-{_files.Count + 1}";
        _files[id] = file;
        return new ConnectorFault.Answer(new JsonObject { ["id"] = id }.ToJsonString());
    }

    public ConnectorFault Read(string[] path)
    {
        if (!_files.TryGetValue(path[0], out var file))
        {
            return ConnectorFault.Of(404, "AttachmentNotFound");
        }

        var content = Encoding.UTF8.GetString(Convert.FromBase64String(file["originalBase64"]!.GetValue<string>()));
        return path.Length == 1
            ? new ConnectorFault.Answer(new JsonObject
            {
                ["name"] = file["name"]?.DeepClone(),
                ["type"] = file["type"]?.DeepClone(),
                ["views"] = new JsonArray(new JsonObject { ["viewId"] = "original", ["size"] = content.Length }),
            }.ToJsonString())
            : new ConnectorFault.Answer(content);
    }
}
