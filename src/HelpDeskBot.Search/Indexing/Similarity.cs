namespace HelpDeskBot.Search.Indexing;

/// <summary>
/// BM25F (Robertson, Zaragoza, Taylor 2004): a term's occurrences are summed over the fields, each divided by how long its field is and multiplied by its weight, and
/// only the sum is saturated.
/// </summary>
internal static class Similarity
{
    private const double K1 = 1.2;
    private const double B = 0.75;
    private const int FewestDocuments = 100;

    /// <summary>
    /// How telling a term is that so many of the documents contain; one that none contains tells most. Somewhat more than BM25's: in a small collection on one
    /// subject the words of the subject are frequent, and yet say that a question is about it. A handful of documents says nothing about which words are rare, so it
    /// counts as part of a hundred that have none of them.
    /// </summary>
    public static double Idf(int documents, int containing) => 1.5 + Math.Log(1 + ((Math.Max(documents, FewestDocuments) - containing + 0.5) / (containing + 0.5)));

    /// <summary>What one occurrence in a field of this many words counts.</summary>
    public static float Occurrence(FieldSettings field, int length) =>
        (float)(field.Weight / (1 - B + (B * length / field.TypicalLength)));

    /// <summary>From 0 to 1: every further occurrence says less.</summary>
    public static double Saturate(double occurrences) => occurrences / (occurrences + K1);
}
