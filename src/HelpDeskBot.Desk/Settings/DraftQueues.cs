using System.Globalization;
using HelpDeskBot.Desk.People;
using HelpDeskBot.Desk.Texts;
using HelpDeskBot.Domain;
using HelpDeskBot.Domain.People;

namespace HelpDeskBot.Desk.Settings;

/// <summary>A queue as an admin describes it; people by name or by account, separated by commas.</summary>
public sealed record QueueDraft(string Id, string Name)
{
    public string Language { get; init; } = Domain.People.Language.Default;

    /// <summary>The name of its calendar in the file.</summary>
    public string Calendar { get; init; } = "";

    public bool IsPrivate { get; init; }

    public string Agents { get; init; } = "";

    public string Leads { get; init; } = "";
}

/// <summary>Writes a queue into the text of the desk file. Puts nothing in force.</summary>
public sealed class DraftQueues(DeskVersions versions, DeskSettingsStore store, MembersByName members)
{
    /// <summary>The queues there are, and the calendars to choose from.</summary>
    public async Task<Outcome<(IReadOnlyList<QueueSettings> Queues, IReadOnlyList<string> Calendars)>> ChoicesAsync(Actor actor, CancellationToken stop)
    {
        if (!actor.IsAdmin)
        {
            return new Refusal("desk.not_admin");
        }

        var latest = (await versions.LatestAsync(stop))!;
        return (store.Read(latest.Yaml, "desk.yaml").Queues, new DeskFileText(latest.Yaml).Names("calendars"));
    }

    /// <summary>A queue as it is now.</summary>
    public async Task<Outcome<QueueDraft>> OpenAsync(QueueId queue, Actor actor, CancellationToken stop)
    {
        if (!actor.IsAdmin)
        {
            return new Refusal("desk.not_admin");
        }

        var latest = (await versions.LatestAsync(stop))!;
        if (store.Read(latest.Yaml, "desk.yaml").Queues.FirstOrDefault(known => known.Id == queue) is not { } settings)
        {
            return new Refusal("queue.unknown");
        }

        return new QueueDraft(queue.Value, settings.Name)
        {
            Language = settings.Language,
            Calendar = new DeskFileText(latest.Yaml).Find("queues", queue.Value, "calendar") ?? "",
            IsPrivate = settings.IsPrivate,
            Agents = await NamesAsync(settings, QueueRole.Agent, stop),
            Leads = await NamesAsync(settings, QueueRole.Lead, stop),
        };
    }

    /// <summary>The desk file with this queue in it.</summary>
    public async Task<Outcome<string>> RunAsync(QueueDraft draft, bool isNew, Actor actor, CancellationToken stop)
    {
        if (!actor.IsAdmin)
        {
            return new Refusal("desk.not_admin");
        }

        if (!DeskFileNames.IsId(draft.Id) || string.IsNullOrWhiteSpace(draft.Name))
        {
            return new Refusal(string.IsNullOrWhiteSpace(draft.Name) ? "desk.queue_name" : "desk.queue_id");
        }

        var file = new DeskFileText((await versions.LatestAsync(stop))!.Yaml);
        if (file.Names("queues").Contains(draft.Id) == isNew)
        {
            return new Refusal(isNew ? "desk.queue_known" : "queue.unknown");
        }

        var agents = await members.FindAsync(draft.Agents, stop);
        var leads = await members.FindAsync(draft.Leads, stop);
        return (agents.Refusal ?? leads.Refusal) is { } refusal
            ? refusal
            : file.With("queues", draft.Id, ValuesOf(draft, agents.Value, leads.Value)) is { } text ? text : new Refusal("desk.edit_as_text");
    }

    private static IReadOnlyList<(string, string)> ValuesOf(QueueDraft draft, IReadOnlyList<string> agents, IReadOnlyList<string> leads) =>
    [
        ("name", YamlText.Scalar(draft.Name.Trim())),
        ("language", YamlText.Scalar(draft.Language)),
        ("calendar", YamlText.Scalar(draft.Calendar)),
        ("private", draft.IsPrivate.ToString(CultureInfo.InvariantCulture).ToLowerInvariant()),
        ("agents", YamlText.List(agents.Except(leads))), // who leads is an agent anyway
        ("leads", YamlText.List(leads)),
    ];

    private Task<string> NamesAsync(QueueSettings queue, QueueRole role, CancellationToken stop) =>
        members.NamesAsync([.. queue.Members.Where(member => member.Value == role).Select(member => member.Key)], stop);
}
