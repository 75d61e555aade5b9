using HelpDeskBot.Search.Analysis;

namespace HelpDeskBot.Search.Indexing;

/// <summary>A name somebody may use, and what else counts for it.</summary>
/// <param name="Following">The terms of the name behind its first.</param>
/// <param name="Targets">The names that also count.</param>
internal sealed record SynonymEntry(int[] Following, Phrase[] Targets);

/// <summary>Synonyms as terms. The list does not say what language a name is in, so each is read in all of them.</summary>
internal sealed class SynonymTable
{
    private readonly Dictionary<int, List<SynonymEntry>> _byFirst = [];
    private readonly HashSet<int> _known = [];

    private SynonymTable()
    {
    }

    public static SynonymTable Empty { get; } = new();

    /// <summary>Reads a list; its words become known to the vocabulary that they seem to be of, so that slips in them are corrected. For the writer only.</summary>
    public static SynonymTable Of(Synonyms synonyms, IReadOnlyList<Vocabulary> vocabularies)
    {
        var table = new SynonymTable();
        foreach (var rule in synonyms.Rules)
        {
            var language = LanguageGuess.Of(string.Join(' ', rule.From.Concat(rule.To)));
            foreach (var name in rule.From)
            {
                var targets = rule.To.Where(other => other != name).SelectMany(other => TermsOf(other, language, vocabularies)).Select(terms => new Phrase(terms)).ToArray();
                foreach (var terms in TermsOf(name, language, vocabularies))
                {
                    table.Add(terms, targets);
                }
            }
        }

        return table;
    }

    /// <summary>Whether some name contains the term.</summary>
    public bool Knows(int term) => _known.Contains(term);

    public IReadOnlyList<SynonymEntry> StartingWith(int term) => _byFirst.GetValueOrDefault(term) ?? [];

    private void Add(int[] terms, Phrase[] targets)
    {
        if (!_byFirst.TryGetValue(terms[0], out var entries))
        {
            _byFirst.Add(terms[0], entries = []);
        }

        entries.Add(new SynonymEntry(terms[1..], targets));
        _known.UnionWith(terms);
    }

    private static IEnumerable<int[]> TermsOf(string name, string? language, IReadOnlyList<Vocabulary> vocabularies) => vocabularies
        .Select(vocabulary => TermsOf(name, vocabulary, isIts: language is null || vocabulary.Analyzer.Language == language))
        .Where(terms => terms.Length > 0)
        .DistinctBy(terms => string.Join(' ', terms), StringComparer.Ordinal);

    private static int[] TermsOf(string name, Vocabulary vocabulary, bool isIts)
    {
        var terms = new List<int>();
        var words = new WordReader(name, stackalloc char[WordReader.BufferLength]);
        while (words.MoveNext())
        {
            if (!words.IsWhole && (isIts ? vocabulary.Add(words.Word) : vocabulary.Number(words.Word)) is >= 0 and var term)
            {
                terms.Add(term);
            }
        }

        return [.. terms];
    }
}
