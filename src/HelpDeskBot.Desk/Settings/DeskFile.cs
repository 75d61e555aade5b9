using HelpDeskBot.Domain.People;
using HelpDeskBot.Domain.Routing;
using HelpDeskBot.Domain.Sla;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace HelpDeskBot.Desk.Settings;

/// <summary>The desk file is wrong: file, line, and what to write instead.</summary>
public sealed class DeskFileException(string path, long line, string problem) : Exception($"{path}, line {line}: {problem}");

/// <summary>Reads <c>desk.yaml</c>. Whatever it does not know is an error, since a misspelt key would silently do nothing.</summary>
internal static class DeskFile
{
    public static DeskSettings Parse(string yaml, string path)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(yaml));
            return Settings(new DeskFileNode(path, stream.Documents.FirstOrDefault()?.RootNode ?? new YamlMappingNode()));
        }
        catch (YamlException wrong)
        {
            throw new DeskFileException(path, wrong.Start.Line, $"not YAML: {wrong.Message}");
        }
    }

    private static DeskSettings Settings(DeskFileNode root)
    {
        root.AllowOnly("calendars", "queues", "categories", "replies", "admins");
        var calendars = root.Required("calendars").Entries().ToDictionary(entry => entry.Key, entry => DeskFileCalendar.Read(entry.Value));
        var queues = root.Required("queues").Entries().Select(entry => Queue(entry.Key, entry.Value, calendars)).ToList();
        if (queues.Count == 0)
        {
            throw root.Required("queues").Wrong("write at least one queue");
        }

        return new DeskSettings
        {
            Queues = queues,
            Categories = [.. root.Required("categories").Entries().Select(entry => CategoryOf(entry.Key, entry.Value, queues))],
            Replies = DeskFileReplies.Read(root.Optional("replies")),
            Admins = root.Optional("admins")?.Texts().ToHashSet() ?? [],
        };
    }

    private static QueueSettings Queue(string id, DeskFileNode node, Dictionary<string, BusinessCalendar> calendars)
    {
        node.AllowOnly("name", "language", "calendar", "private", "agents", "leads");
        var calendar = node.Required("calendar");
        return new QueueSettings(new QueueId(id), node.Required("name").Text())
        {
            Language = node.Optional("language") is { } language ? DeskFileNames.Language(language) : Domain.People.Language.Default,
            Calendar = calendars.TryGetValue(calendar.Text(), out var known)
                ? known
                : throw calendar.Wrong($"no calendar {calendar.Text()}; write one of: {string.Join(", ", calendars.Keys)}"),
            IsPrivate = node.Optional("private")?.YesOrNo() ?? false,
            Members = Members(node),
        };
    }

    private static Dictionary<string, QueueRole> Members(DeskFileNode node)
    {
        var members = new Dictionary<string, QueueRole>(StringComparer.Ordinal);
        foreach (var (key, role) in new[] { ("agents", QueueRole.Agent), ("leads", QueueRole.Lead) })
        {
            foreach (var member in node.Optional(key)?.Items() ?? [])
            {
                members[Identity(member)] = role;
            }
        }

        return members;
    }

    private static string Identity(DeskFileNode node) => node.Text().IndexOf(':', StringComparison.Ordinal) > 0
        ? node.Text()
        : throw node.Wrong($"write the channel before the account, such as webchat:{node.Text()}");

    private static Category CategoryOf(string id, DeskFileNode node, List<QueueSettings> queues)
    {
        node.AllowOnly("name", "queue", "keywords");
        var queue = node.Required("queue");
        var (name, names) = DeskFileNames.Read(node.Required("name"));
        return queues.Any(known => known.Id.Value == queue.Text())
            ? new Category(id, name, new QueueId(queue.Text()), node.Optional("keywords")?.Texts() ?? []) { Names = names }
            : throw queue.Wrong($"no queue {queue.Text()}; write one of: {string.Join(", ", queues.Select(known => known.Id.Value))}");
    }
}
