namespace HelpDeskBot.Search;

/// <summary>What is wrong with a line of a list of synonyms.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Code"><c>synonyms.alone</c>: a name by itself; <c>synonyms.empty</c>: nothing between two commas or beside the arrow;
/// <c>synonyms.arrows</c>: more than one arrow; <c>synonyms.long</c>: a name of more than six words.</param>
/// <param name="Text">The line.</param>
public sealed record SynonymProblem(int Line, string Code, string Text);

/// <summary>One line of a list of synonyms: whoever looks for one of the first is also given what has one of the second.</summary>
public sealed record SynonymRule(IReadOnlyList<string> From, IReadOnlyList<string> To);

/// <summary>
/// Names that people use for the same thing, one line each: <c>laptop, notebook</c> find each other; <c>vpn client, tunnel => vpn</c> is one way. A name may have
/// several words. Empty lines and what follows a <c>#</c> at the beginning of a line are left out.
/// </summary>
public sealed class Synonyms
{
    private const string Arrow = "=>";
    private const int LongestName = 6;

    private Synonyms(IReadOnlyList<SynonymRule> rules, IReadOnlyList<SynonymProblem> problems) => (Rules, Problems) = (rules, problems);

    public static Synonyms None { get; } = new([], []);

    public IReadOnlyList<SynonymRule> Rules { get; }

    /// <summary>The lines that are left out, and why.</summary>
    public IReadOnlyList<SynonymProblem> Problems { get; }

    /// <summary>Reads a list. Wrong lines are named and left out.</summary>
    public static Synonyms Parse(string text)
    {
        var (rules, problems) = (new List<SynonymRule>(), new List<SynonymProblem>());
        foreach (var (number, line) in text.ReplaceLineEndings("\n").Split('\n').Select(line => line.Trim()).Index())
        {
            if (line.Length == 0 || line.StartsWith('#'))
            {
                continue;
            }

            if (Read(line, out var rule) is { } code)
            {
                problems.Add(new SynonymProblem(number + 1, code, line));
            }
            else
            {
                rules.Add(rule!);
            }
        }

        return new Synonyms(rules, problems);
    }

    private static string? Read(string line, out SynonymRule? rule)
    {
        rule = null;
        var sides = line.Split(Arrow);
        if (sides.Length > 2)
        {
            return "synonyms.arrows";
        }

        var names = sides.Select(side => side.Split(',', StringSplitOptions.TrimEntries)).ToList();
        if (names.Exists(side => side.Contains("")))
        {
            return "synonyms.empty";
        }

        if (names.Exists(side => side.Any(name => name.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length > LongestName)))
        {
            return "synonyms.long";
        }

        rule = new SynonymRule(names[0], names[^1]);
        return sides.Length == 1 && names[0].Length == 1 ? "synonyms.alone" : null;
    }
}
