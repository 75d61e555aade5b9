using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;

namespace HelpDeskBot.Desk.Texts;

/// <summary>What happened to a line.</summary>
public enum LineChange
{
    /// <summary>Nothing; it stands beside what changed.</summary>
    Same,

    Added,

    Removed,

    /// <summary>Lines that did not change are left out here.</summary>
    Gap,
}

/// <summary>A line of a comparison.</summary>
public sealed record ChangedLine(LineChange Change, string Text);

/// <summary>Compares two texts line by line.</summary>
internal static class TextDiff
{
    private const int Context = 2;

    /// <summary>The lines that differ with those around them; empty if nothing differs.</summary>
    public static IReadOnlyList<ChangedLine> Between(string before, string after)
    {
        var lines = InlineDiffBuilder.Diff(before, after).Lines;
        var changed = lines.Index().Where(line => line.Item.Type is not ChangeType.Unchanged).Select(line => line.Index).ToList();
        var shown = changed.SelectMany(index => Enumerable.Range(index - Context, (2 * Context) + 1))
            .Where(index => index >= 0 && index < lines.Count).Distinct().Order().ToList();
        return [.. shown.Index().SelectMany(pair => WithGap(pair.Index == 0 ? -1 : shown[pair.Index - 1], pair.Item, lines))];
    }

    private static IEnumerable<ChangedLine> WithGap(int previous, int index, List<DiffPiece> lines)
    {
        if (index > previous + 1)
        {
            yield return new ChangedLine(LineChange.Gap, "");
        }

        yield return new ChangedLine(
            lines[index].Type switch
            {
                ChangeType.Inserted => LineChange.Added,
                ChangeType.Deleted => LineChange.Removed,
                _ => LineChange.Same,
            },
            lines[index].Text ?? "");
    }
}
