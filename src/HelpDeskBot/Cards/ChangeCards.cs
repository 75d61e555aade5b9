using HelpDeskBot.Desk.Outbox;
using HelpDeskBot.Desk.Texts;

namespace HelpDeskBot.Cards;

/// <summary>What changes in a text, and what is wrong with one, line by line.</summary>
internal sealed class ChangeCards(Words words)
{
    // A card has 24 KB; whoever changes more reads the rest in the file.
    private const int LinesShown = 60;
    private const int LineLength = 140;

    /// <summary>The lines that change; <paramref name="text"/> says more than how many there are.</summary>
    public DataCard Changes(string title, IReadOnlyList<ChangedLine> lines, Button[] buttons, string? text = null) =>
        Card(title, text ?? CountOf(lines), Differences(lines), buttons);

    /// <summary>Everything that is wrong with a file.</summary>
    public DataCard Wrong(IReadOnlyList<FileProblem> problems) => Card(
        words.Format("change.wrong_title", ("count", problems.Count)),
        words["change.wrong_text"],
        Cut(problems.Select(problem => new { text = Sentence(problem), color = "attention", font = "default" }), problems.Count),
        []);

    /// <summary>The same in the error of a form.</summary>
    public string WrongText(IReadOnlyList<FileProblem> problems) => string.Join("\n", problems.Take(LinesShown).Select(Sentence));

    /// <summary>How many lines come and go.</summary>
    public string CountOf(IReadOnlyList<ChangedLine> lines) => words.Format(
        "change.counts",
        ("added", lines.Count(line => line.Change is LineChange.Added)),
        ("removed", lines.Count(line => line.Change is LineChange.Removed)));

    private string Sentence(FileProblem problem) =>
        problem.Line == 0 ? problem.Text : words.Format("change.wrong_line", ("line", problem.Line), ("text", problem.Text));

    private IEnumerable<object> Differences(IReadOnlyList<ChangedLine> lines) => Cut(
        lines.Select(line => new
        {
            text = line.Change switch
            {
                LineChange.Added => $"+ {Indented(line.Text)}",
                LineChange.Removed => $"− {Indented(line.Text)}",
                LineChange.Gap => "⋯",
                _ => $"\u00a0 {Indented(line.Text)}",
            },
            color = line.Change switch { LineChange.Added => "good", LineChange.Removed => "attention", _ => "default" },
            font = "monospace",
        }),
        lines.Count);

    // Cards fold ordinary spaces.
    private static string Indented(string line)
    {
        var text = line.TrimStart(' ');
        return new string('\u00a0', line.Length - text.Length) + CardData.Cut(text, LineLength);
    }

    private IEnumerable<object> Cut(IEnumerable<object> lines, int count) => count <= LinesShown
        ? lines
        : lines.Take(LinesShown).Append(new { text = words.Format("change.more_lines", ("count", count - LinesShown)), color = "default", font = "default" });

    private static DataCard Card(string title, string text, IEnumerable<object> lines, Button[] buttons) =>
        CardData.Card("lines", new { title, text, lines, buttons });
}
