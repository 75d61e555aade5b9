namespace HelpDeskBot.Search;

/// <summary>How the fields of texts that solve problems count, whatever the texts are: articles, or problems that were reported before.</summary>
public static class ArticleFields
{
    public const string Title = "title";

    /// <summary>
    /// Other names of the problem, each a value; a question that it answered before is one more, the more often it did the heavier. Since only the best one counts, a text that
    /// answered a hundred questions is no better than one that answered the same question once.
    /// </summary>
    public const string Aliases = "aliases";

    /// <summary>Single words for it, in one value.</summary>
    public const string Tags = "tags";

    public const string Body = "body";

    /// <summary>Found with the labelled questions for tuning; quality is flat around them.</summary>
    public static IReadOnlyList<FieldSettings> All { get; } =
    [
        new(Title, Weight: 3, TypicalLength: 8),
        new(Aliases, Weight: 0.35, TypicalLength: 80) { BestValueWeight = 0.6 },
        new(Tags, Weight: 1.5, TypicalLength: 12),
        new(Body, Weight: 0.4, TypicalLength: 120),
    ];
}
