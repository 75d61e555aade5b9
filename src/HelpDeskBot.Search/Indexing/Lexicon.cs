using System.Collections.Immutable;
using HelpDeskBot.Search.Analysis;

namespace HelpDeskBot.Search.Indexing;

/// <summary>The terms of an index, and the words of each language that lead to them.</summary>
internal sealed class Lexicon
{
    private volatile SynonymTable _synonyms = SynonymTable.Empty;

    public Lexicon(IReadOnlyList<Analyzer> analyzers) => Vocabularies = [.. analyzers.Select(analyzer => new Vocabulary(analyzer, Terms))];

    public Terms Terms { get; } = new();

    /// <summary>One for each language; texts of any other are read in the first.</summary>
    public ImmutableArray<Vocabulary> Vocabularies { get; }

    public SynonymTable Synonyms => _synonyms;

    public Vocabulary Of(string? language)
    {
        foreach (var vocabulary in Vocabularies)
        {
            if (vocabulary.Analyzer.Language == language)
            {
                return vocabulary;
            }
        }

        return Vocabularies[0];
    }

    /// <summary>For the writer only.</summary>
    public void Use(Synonyms synonyms)
    {
        _synonyms = SynonymTable.Of(synonyms, Vocabularies);
        Publish();
    }

    /// <summary>Lets readers find added words by beginning and end.</summary>
    public void Publish()
    {
        foreach (var vocabulary in Vocabularies)
        {
            vocabulary.Publish();
        }
    }
}
