using HelpDeskBot.Desk.People;
using HelpDeskBot.Domain;
using HelpDeskBot.Domain.People;

namespace HelpDeskBot.Desk.Settings;

/// <summary>The settings as they should be.</summary>
/// <param name="Base">The version that was in force when they were looked at.</param>
public sealed record ChangeDeskCommand(string Yaml, int Base);

/// <summary>The version whose settings should be in force again.</summary>
public sealed record RestoreDeskCommand(int Version, int Base);

/// <summary>Puts new settings in force, with their author; the desk works by them from the next turn on.</summary>
public sealed class ChangeDesk(DeskVersions versions, DeskSettingsStore store, IEnumerable<IQueueRooms> rooms)
{
    /// <summary>The number of the new version.</summary>
    public Task<Outcome<int>> RunAsync(ChangeDeskCommand command, Actor actor, CancellationToken stop) =>
        ChangeAsync(command.Yaml, command.Base, actor, restored: null, stop);

    /// <summary>Goes back to the settings of an earlier version, as a new one.</summary>
    public async Task<Outcome<int>> RestoreAsync(RestoreDeskCommand command, Actor actor, CancellationToken stop) =>
        actor.IsAdmin && await versions.FindAsync(command.Version, stop) is { } earlier
            ? await ChangeAsync(earlier.Yaml, command.Base, actor, command.Version, stop)
            : new Refusal(actor.IsAdmin ? "desk.no_version" : "desk.not_admin");

    private async Task<Outcome<int>> ChangeAsync(string yaml, int basis, Actor actor, int? restored, CancellationToken stop)
    {
        if (!actor.IsAdmin)
        {
            return new Refusal("desk.not_admin");
        }

        var latest = (await versions.LatestAsync(stop))!;
        if (latest.Version != basis)
        {
            return new Refusal("desk.changed_meanwhile");
        }

        if (latest.Yaml == yaml)
        {
            return new Refusal("desk.same");
        }

        var problems = await versions.ProblemsAsync(yaml, "desk.yaml", actor, stop);
        if (problems.Count > 0)
        {
            return new Refusal("desk.wrong").With("problem", problems[0].Text);
        }

        await OpenRoomsAsync(store.Read(yaml, "desk.yaml"), stop);
        return versions.Stage(latest, yaml, actor.Person, restored);
    }

    private async Task OpenRoomsAsync(DeskSettings settings, CancellationToken stop)
    {
        foreach (var channel in rooms)
        {
            foreach (var queue in settings.Queues)
            {
                await channel.OpenAsync(queue.Id, stop);
            }
        }
    }
}
