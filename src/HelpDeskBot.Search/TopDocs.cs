namespace HelpDeskBot.Search;

/// <summary>What a search found.</summary>
/// <param name="ScoreDocs">The documents, best first.</param>
/// <param name="Information">How telling the words of the query are together; those that no document has tell most.</param>
/// <param name="Words">How many different words the query has, without stop words.</param>
public sealed record TopDocs(IReadOnlyList<ScoreDoc> ScoreDocs, double Information, int Words);

/// <summary>A document that a query found.</summary>
/// <param name="Key">The document's key.</param>
/// <param name="Score">How well it fits: BM25F of its texts, closeness, and its best values.</param>
public sealed record ScoreDoc(string Key, double Score)
{
    /// <summary>How many of the query's words it has something for.</summary>
    public int MatchedWords { get; init; }

    /// <summary>The share, 0 to 1, of the query's information that it has; what is not the word itself counts in part.</summary>
    public double Coverage { get; init; }

    /// <summary>What its second and third best words contribute through its texts: one word may be there by chance.</summary>
    public double Support { get; init; }

    /// <summary>
    /// How much more usual the query's words are in the background than in the documents and in this one, as a mean of logarithms, each by what its word tells; 0: none is.
    /// </summary>
    public double Strangeness { get; init; }

    /// <summary>What its best values contribute: how far some value says what the query says, and nothing else.</summary>
    public double BestValues { get; init; }
}
