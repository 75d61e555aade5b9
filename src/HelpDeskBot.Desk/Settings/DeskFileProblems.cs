namespace HelpDeskBot.Desk.Settings;

/// <summary>One thing that is wrong with a desk file, and what to write instead.</summary>
/// <param name="Line">Counted from 1; 0 for what no single line is to blame for.</param>
public sealed record DeskFileProblem(long Line, string Text);

/// <summary>The desk file is wrong. The message has a line for each problem: file, line, and what to write instead.</summary>
public sealed class DeskFileException(string path, IReadOnlyList<DeskFileProblem> problems)
    : Exception(string.Join(Environment.NewLine, problems.Select(problem => Describe(path, problem))))
{
    public IReadOnlyList<DeskFileProblem> Problems => problems;

    private static string Describe(string path, DeskFileProblem problem) =>
        problem.Line == 0 ? $"{path}: {problem.Text}" : $"{path}, line {problem.Line}: {problem.Text}";
}

/// <summary>Collects everything that is wrong with a desk file, so that it can be corrected in one go.</summary>
internal sealed class DeskFileProblems(string path)
{
    private readonly List<DeskFileProblem> _all = [];

    public DeskFileException Wrong(long line, string problem) => new(path, [new DeskFileProblem(line, problem)]);

    public void Add(DeskFileException wrong) => _all.AddRange(wrong.Problems);

    /// <summary>What <paramref name="read"/> gives, unless it is wrong.</summary>
    public IEnumerable<T> Try<T>(Func<T> read)
    {
        try
        {
            return [read()];
        }
        catch (DeskFileException wrong)
        {
            Add(wrong);
            return [];
        }
    }

    public void ThrowIfAny()
    {
        if (_all.Count > 0)
        {
            throw new DeskFileException(path, [.. _all.OrderBy(problem => problem.Line)]);
        }
    }
}
