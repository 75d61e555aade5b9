namespace HelpDeskBot.Search.Analysis;

/// <summary>The words of texts in one language, and in what share of the texts their terms are.</summary>
internal sealed class BackgroundWords
{
    private readonly Analyzer _analyzer;
    private readonly Dictionary<string, double> _terms;

    // By the words as they were written: most are found without being stemmed again.
    private readonly Dictionary<string, double> _words = new(StringComparer.Ordinal);

    public BackgroundWords(Analyzer analyzer, IReadOnlyList<string> texts)
    {
        _analyzer = analyzer;
        _terms = texts.SelectMany(text => analyzer.Analyze(text).Select(token => token.Term).Distinct(StringComparer.Ordinal))
            .CountBy(term => term, StringComparer.Ordinal)
            .ToDictionary(term => term.Key, term => (double)term.Value / texts.Count, StringComparer.Ordinal);
        foreach (var text in texts)
        {
            Read(text);
        }
    }

    public string Language => _analyzer.Language;

    public double ShareOf(ReadOnlySpan<char> word) =>
        _words.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var share) ? share : Analyzed(word.ToString());

    public double ShareOfTerm(string term) => _terms.GetValueOrDefault(term);

    private double Analyzed(string word) => _analyzer.TermOf(word) is { } term ? ShareOfTerm(term) : 0;

    private void Read(string text)
    {
        var words = new WordReader(text, stackalloc char[WordReader.BufferLength]);
        while (words.MoveNext())
        {
            var word = words.Word.ToString();
            _words[word] = Analyzed(word);
        }
    }
}
