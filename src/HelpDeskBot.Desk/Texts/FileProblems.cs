namespace HelpDeskBot.Desk.Texts;

/// <summary>One thing that is wrong with a file that people write, and what to write instead.</summary>
/// <param name="Line">Counted from 1; 0 for what no single line is to blame for.</param>
public sealed record FileProblem(long Line, string Text);

/// <summary>A file that people write is wrong. The message has a line for each problem: file, line, and what to write instead.</summary>
public sealed class WrongFileException(string path, IReadOnlyList<FileProblem> problems)
    : Exception(string.Join(Environment.NewLine, problems.Select(problem => Describe(path, problem))))
{
    public IReadOnlyList<FileProblem> Problems => problems;

    private static string Describe(string path, FileProblem problem) =>
        problem.Line == 0 ? $"{path}: {problem.Text}" : $"{path}, line {problem.Line}: {problem.Text}";
}

/// <summary>Collects everything that is wrong with a file, so that it can be corrected in one go.</summary>
internal sealed class FileProblems(string path)
{
    private readonly List<FileProblem> _all = [];

    /// <summary>What was collected, from the top of the file to its end.</summary>
    public IReadOnlyList<FileProblem> All => [.. _all.OrderBy(problem => problem.Line)];

    public WrongFileException Wrong(long line, string problem) => new(path, [new FileProblem(line, problem)]);

    public void Add(WrongFileException wrong) => _all.AddRange(wrong.Problems);

    /// <summary>What <paramref name="read"/> gives, unless it is wrong.</summary>
    public IEnumerable<T> Try<T>(Func<T> read)
    {
        try
        {
            return [read()];
        }
        catch (WrongFileException wrong)
        {
            Add(wrong);
            return [];
        }
    }

    /// <summary>Whether <paramref name="check"/> could be done.</summary>
    public bool Try(Action check) => Try(() =>
    {
        check();
        return true;
    }).Any();

    public void ThrowIfAny()
    {
        if (_all.Count > 0)
        {
            throw new WrongFileException(path, All);
        }
    }
}
