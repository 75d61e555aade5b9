namespace HelpDeskBot.Search;

/// <summary>Why a document was found.</summary>
/// <param name="Score">The sum of what follows.</param>
/// <param name="Words">What each word of the query contributes through the texts.</param>
/// <param name="Closeness">What words contribute that stand together in both.</param>
/// <param name="Values">The best value of each field whose values are searched each for itself.</param>
public sealed record Explanation(double Score, IReadOnlyList<WordExplanation> Words, double Closeness, IReadOnlyList<ValueExplanation> Values);

/// <summary>What a word of the query contributes; a compound may contribute as several.</summary>
/// <param name="Word">As it was typed.</param>
/// <param name="Weight">How telling it is: the most it can contribute.</param>
/// <param name="Score">What it contributes through the document's texts.</param>
public sealed record WordExplanation(string Word, double Weight, double Score)
{
    /// <summary>What the document has for it, in its indexed form; null if it has nothing.</summary>
    public string? Term { get; init; }

    /// <summary>Why that counts for the word.</summary>
    public MatchKind Kind { get; init; }
}

/// <summary>What the best value of a field contributes.</summary>
/// <param name="Field">The field's name.</param>
/// <param name="Number">Which of the document's values of the field, from 0.</param>
/// <param name="Score">What it contributes, besides what its words do.</param>
public sealed record ValueExplanation(string Field, int Number, double Score);
