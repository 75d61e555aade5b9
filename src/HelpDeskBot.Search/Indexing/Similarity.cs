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

    // A word that is in one of some thousand everyday texts is usual; quality is flat around these.
    private const double OfBackground = 20_000;
    private const double OfDocuments = 60;
    private const double OfOneDocument = 20;
    private const double MostStrangeness = 3;

    /// <summary>
    /// How telling a term is that so many of the documents contain; one that none contains tells most. Somewhat more than BM25's: in a small collection on one
    /// subject the words of the subject are frequent, and yet say that a question is about it. A handful of documents says nothing about which words are rare, so it
    /// counts as part of a hundred that have none of them.
    /// </summary>
    public static double Idf(int documents, int containing) => 1.5 + Math.Log(1 + ((Math.Max(documents, FewestDocuments) - containing + 0.5) / (containing + 0.5)));

    /// <summary>What share a sum over documents is of all documents; a handful counts as part of a hundred here too.</summary>
    public static double ShareOfDocuments(int documents, double sum) => sum / Math.Max(documents, FewestDocuments);

    /// <summary>
    /// How much more usual a word is in the background than here, as a logarithm; 0 if it is not. What it is to the one document counts besides, by its cube: whatever a
    /// word is elsewhere, a document with it in the title is about it, and one that mentions it is not.
    /// </summary>
    /// <param name="background">The share of the background's texts that have it.</param>
    /// <param name="own">The share that it is of the documents.</param>
    /// <param name="matched">The share that it is of the one document.</param>
    public static double Strangeness(double background, double own, double matched) =>
        Math.Clamp(Math.Log((1 + (OfBackground * background)) / (1 + (OfDocuments * own) + (OfOneDocument * matched * matched * matched))), 0, MostStrangeness);

    /// <summary>What one occurrence in a field of this many words counts.</summary>
    public static float Occurrence(FieldSettings field, int length) =>
        (float)(field.Weight / (1 - B + (B * length / field.TypicalLength)));

    /// <summary>From 0 to 1: every further occurrence says less.</summary>
    public static double Saturate(double occurrences) => occurrences / (occurrences + K1);
}
