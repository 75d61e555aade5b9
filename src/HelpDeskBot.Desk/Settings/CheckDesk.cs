using HelpDeskBot.Desk.Texts;
using HelpDeskBot.Domain;
using HelpDeskBot.Domain.People;

namespace HelpDeskBot.Desk.Settings;

/// <summary>What would become of the desk's settings.</summary>
/// <param name="Base">The version in force, which the change would follow.</param>
/// <param name="Problems">Why it cannot; empty if it can.</param>
/// <param name="Lines">What would change; empty if nothing would.</param>
public sealed record DeskCheck(int Base, IReadOnlyList<FileProblem> Problems, IReadOnlyList<ChangedLine> Lines);

/// <summary>Tells what a desk file would change, and everything that is wrong with it. Changes nothing.</summary>
public sealed class CheckDesk(DeskVersions versions)
{
    /// <summary>Longest desk file, in characters.</summary>
    public const int Longest = 250_000;

    public async Task<Outcome<DeskCheck>> RunAsync(string yaml, Actor actor, CancellationToken stop)
    {
        if (!actor.IsAdmin)
        {
            return new Refusal("desk.not_admin");
        }

        if (yaml.Length > Longest)
        {
            return new Refusal("desk.too_long");
        }

        var latest = (await versions.LatestAsync(stop))!;
        var problems = await versions.ProblemsAsync(yaml, "desk.yaml", actor, stop);
        return new DeskCheck(latest.Version, problems, problems.Count == 0 ? TextDiff.Between(latest.Yaml, yaml) : []);
    }
}
