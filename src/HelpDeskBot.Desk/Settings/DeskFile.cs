using HelpDeskBot.Desk.Texts;
using HelpDeskBot.Domain.People;
using HelpDeskBot.Domain.Routing;
using HelpDeskBot.Domain.Sla;
using NodaTime;

namespace HelpDeskBot.Desk.Settings;

/// <summary>
/// Reads <c>desk.yaml</c>. Whatever it does not know is an error, since a misspelt key would silently do nothing. All that is wrong is
/// reported at once; of one entry, the first thing.
/// </summary>
internal sealed class DeskFile
{
    private readonly FileProblems _problems;
    private readonly YamlFileNode _root;

    // Names that are used elsewhere in the file, whether or not what they name is right.
    private readonly HashSet<string> _calendarNames;
    private readonly HashSet<string> _queueNames;

    private DeskFile(FileProblems problems, YamlFileNode root)
    {
        (_problems, _root) = (problems, root);
        _calendarNames = Names("calendars");
        _queueNames = Names("queues");
    }

    public static DeskSettings Parse(string yaml, string path)
    {
        var problems = new FileProblems(path);
        return new DeskFile(problems, YamlFileNode.Load(yaml, problems)).Settings();
    }

    private DeskSettings Settings()
    {
        _root.AllowOnly("calendars", "queues", "categories", "groups", "replies", "macros", "admins");
        var calendars = Section("calendars", (id, node) => KeyValuePair.Create(id, DeskFileCalendar.Read(node))).ToDictionary();
        var queues = Section("queues", (id, node) => Queue(id, node, calendars));
        if (_root.Optional("queues") is { IsMapping: true } section && _queueNames.Count == 0)
        {
            _problems.Add(section.Wrong("write at least one queue"));
        }

        var settings = new DeskSettings
        {
            Queues = queues,
            Categories = Section("categories", CategoryOf),
            Groups = [.. _problems.Try(() => DeskFileGroups.Read(_root.Optional("groups"), _queueNames, Identity)).SelectMany(groups => groups)],
            Replies = [.. _problems.Try(() => DeskFileReplies.Read(_root.Optional("replies"))).SelectMany(replies => replies)],
            Macros = [.. _problems.Try(() => DeskFileMacros.Read(_root.Optional("macros"), Names("categories"))).SelectMany(macros => macros)],
            Admins = _root.Optional("admins")?.EachItem(Identity).ToHashSet() ?? [],
        };
        _problems.ThrowIfAny();
        return settings;
    }

    private HashSet<string> Names(string section) =>
        _root is { IsMapping: true } && _root.Optional(section) is { IsMapping: true } node ? [.. node.Entries().Select(entry => entry.Key)] : [];

    private IReadOnlyList<T> Section<T>(string key, Func<string, YamlFileNode, T> read) =>
        [.. _problems.Try(() => _root.Required(key).Each(read)).SelectMany(entries => entries)];

    private QueueSettings Queue(string id, YamlFileNode node, Dictionary<string, BusinessCalendar> calendars)
    {
        node.AllowOnly("name", "language", "calendar", "private", "emoji", "agents", "leads");
        if (!DeskFileNames.IsId(id))
        {
            throw node.Wrong($"write the queue's id {id} in small letters, digits and dashes");
        }

        return new QueueSettings(new QueueId(id), node.Required("name").Text())
        {
            Language = node.Optional("language") is { } language ? DeskFileNames.Language(language) : Domain.People.Language.Default,
            Calendar = Calendar(node.Required("calendar"), calendars),
            IsPrivate = node.Optional("private")?.YesOrNo() ?? false,
            TakesEmoji = node.Optional("emoji")?.YesOrNo() ?? true,
            Members = Members(node),
        };
    }

    private BusinessCalendar Calendar(YamlFileNode node, Dictionary<string, BusinessCalendar> calendars) => node.Text() switch
    {
        var name when calendars.TryGetValue(name, out var known) => known,
        var name when _calendarNames.Contains(name) => BusinessCalendar.AroundTheClock(DateTimeZone.Utc), // what is wrong with it is said there
        var name => throw node.Wrong($"no calendar {name}; write one of: {string.Join(", ", _calendarNames)}"),
    };

    private static Dictionary<string, QueueRole> Members(YamlFileNode node)
    {
        var members = new Dictionary<string, QueueRole>(StringComparer.Ordinal);
        foreach (var (key, role) in new[] { ("agents", QueueRole.Agent), ("leads", QueueRole.Lead) })
        {
            foreach (var member in node.Optional(key)?.EachItem(Identity) ?? [])
            {
                members[member] = role;
            }
        }

        return members;
    }

    private static string Identity(YamlFileNode node) => node.Text().IndexOf(':', StringComparison.Ordinal) > 0
        ? node.Text()
        : throw node.Wrong($"write the channel before the account, such as webchat:{node.Text()}");

    private Category CategoryOf(string id, YamlFileNode node)
    {
        node.AllowOnly("name", "queue", "keywords");
        var queue = node.Required("queue");
        var (name, names) = DeskFileNames.Read(node.Required("name"));
        return _queueNames.Contains(queue.Text())
            ? new Category(id, name, new QueueId(queue.Text()), node.Optional("keywords")?.Texts() ?? []) { Names = names }
            : throw queue.Wrong($"no queue {queue.Text()}; write one of: {string.Join(", ", _queueNames)}");
    }
}
