namespace HelpDeskBot.Benchmarks.Sets;

/// <summary>A document of a set.</summary>
/// <param name="Language">What it is written in; null if nobody says.</param>
internal sealed record SetDocument(string Id, string Title, string Body, string? Language = null)
{
    public IReadOnlyList<string> Aliases { get; init; } = [];

    public IReadOnlyList<string> Tags { get; init; } = [];
}

/// <summary>A question, and how well which documents answer it (1 and more; none: nothing answers it).</summary>
internal sealed record SetQuery(string Id, string Text, string Half, IReadOnlyDictionary<string, int> Grades);

/// <summary>Documents, and questions with what is known to answer them.</summary>
internal sealed record RetrievalSet(string Name, IReadOnlyList<SetDocument> Documents, IReadOnlyList<SetQuery> Queries)
{
    /// <summary>Questions that no document answers.</summary>
    public IReadOnlyList<SetQuery> Negatives { get; init; } = [];

    private static readonly IReadOnlyDictionary<string, int> NoGrades = new Dictionary<string, int>();

    /// <summary>Reads a folder; the documents are our articles if it has no <c>docs.tsv</c>.</summary>
    public static RetrievalSet Read(string folder)
    {
        var documents = Path.Combine(folder, "docs.tsv");
        var grades = Tsv.Read(Path.Combine(folder, "qrels.tsv"), "query", "document", "grade").ToLookup(row => row["query"]);
        var negatives = Path.Combine(folder, "negatives.tsv");
        return new RetrievalSet(
            new DirectoryInfo(folder).Name,
            File.Exists(documents) ? [.. Tsv.Read(documents, "id", "title", "body").Select(DocumentOf)] : [.. Articles.Read()],
            [.. QueriesOf(Path.Combine(folder, "queries.tsv"), id => grades[id].ToDictionary(row => row["document"], row => int.Parse(row["grade"], null)))])
        {
            Negatives = File.Exists(negatives) ? [.. QueriesOf(negatives, _ => NoGrades)] : [],
        };
    }

    /// <summary>The same with only one half of the questions; all of them if the set is not divided or no half is named.</summary>
    public RetrievalSet Only(string? half) => half is null || Queries.All(query => query.Half == "")
        ? this
        : this with
        {
            Queries = [.. Queries.Where(query => query.Half == half)],
            Negatives = [.. Negatives.Where(query => query.Half == half)],
        };

    private static IEnumerable<SetQuery> QueriesOf(string path, Func<string, IReadOnlyDictionary<string, int>> grades) =>
        Tsv.Read(path, "id", "text").Select(row => new SetQuery(row["id"], row["text"], row["half"], grades(row["id"])));

    private static SetDocument DocumentOf(TsvRow row) => new(row["id"], row["title"], row["body"], row["language"] is { Length: > 0 } named ? named : null)
    {
        Aliases = Several(row["aliases"]),
        Tags = Several(row["tags"]),
    };

    private static string[] Several(string cell) => cell.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
