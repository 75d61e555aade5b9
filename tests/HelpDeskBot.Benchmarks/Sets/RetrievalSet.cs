namespace HelpDeskBot.Benchmarks.Sets;

/// <summary>Documents, and questions with what is known to answer them.</summary>
internal sealed record RetrievalSet(string Name, IReadOnlyList<SetDocument> Documents, IReadOnlyList<SetQuery> Queries)
{
    // Of the other intents, which are no questions to a help desk either: the few that are out of all scopes are too alike to tune with.
    private const int OneInOf = 20;

    private static readonly IReadOnlyDictionary<string, int> NoGrades = new Dictionary<string, int>();

    /// <summary>Questions that no document answers.</summary>
    public IReadOnlyList<SetQuery> Negatives { get; init; } = [];

    /// <summary>Messages that are no questions to a help desk.</summary>
    public IReadOnlyList<SetQuery> OutOfScope { get; init; } = [];

    /// <summary>Reads a folder; the documents are the shipped articles if it has no <c>docs.tsv</c>.</summary>
    /// <param name="outOfScope">A file of split, intent and text, of which those of intent <c>oos</c> are read and, for tuning, some of the others; null: none.</param>
    public static RetrievalSet Read(string folder, string? outOfScope)
    {
        var (documents, negatives) = (Path.Combine(folder, "docs.tsv"), Path.Combine(folder, "negatives.tsv"));
        var grades = Tsv.Read(Path.Combine(folder, "qrels.tsv"), "query", "document", "grade").ToLookup(row => row["query"]);
        return new RetrievalSet(
            new DirectoryInfo(folder).Name,
            File.Exists(documents) ? DocumentReading.File(documents) : DocumentReading.Articles(),
            [.. QueriesOf(Path.Combine(folder, "queries.tsv"), id => grades[id].ToDictionary(row => row["document"], row => int.Parse(row["grade"], null)))])
        {
            Negatives = File.Exists(negatives) ? [.. QueriesOf(negatives, _ => NoGrades)] : [],
            OutOfScope = outOfScope is null ? [] : [.. OutOfScopeOf(outOfScope)],
        };
    }

    /// <summary>The same with only one half of the questions; all of them if the set is not divided or no half is named.</summary>
    public RetrievalSet Only(string? half) => half is null || Queries.All(query => query.Half == "")
        ? this
        : this with
        {
            Queries = [.. Queries.Where(query => query.Half == half)],
            Negatives = [.. Negatives.Where(query => query.Half == half)],
            OutOfScope = [.. OutOfScope.Where(query => query.Half == half)],
        };

    private static IEnumerable<SetQuery> QueriesOf(string path, Func<string, IReadOnlyDictionary<string, int>> grades) =>
        Tsv.Read(path, "id", "text", "half", "language", "kind").Select(row => new SetQuery(row["id"], row["text"], row["half"], grades(row["id"])));

    private static IEnumerable<SetQuery> OutOfScopeOf(string path) =>
        from row in Tsv.Read(path, "split", "intent", "text").Index()
        let half = row.Item["split"].EndsWith("test", StringComparison.Ordinal) ? "test" : "tune"
        where row.Item["intent"] == "oos" || (half == "tune" && row.Index % OneInOf == 0)
        select new SetQuery("out of scope", row.Item["text"], half, NoGrades);
}
