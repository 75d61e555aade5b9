namespace HelpDeskBot.Search;

/// <summary>How the fields of texts that solve problems count, whatever the texts are: articles, or problems that were reported before.</summary>
public static class ArticleFields
{
    public const string Title = "title";

    /// <summary>
    /// Other names of the problem, each a value; a question that it answered before is one more, the more often it did the heavier. The best one counts, and what all of them
    /// say together as one text, in which a word says less the more there are: a text that answered a hundred questions is hardly better than one that answered the same once.
    /// </summary>
    public const string Aliases = "aliases";

    /// <summary>Single words for it, in one value.</summary>
    public const string Tags = "tags";

    public const string Body = "body";

    /// <summary>Found with the labelled questions for tuning; quality is flat around them.</summary>
    public static IReadOnlyList<FieldSettings> All { get; } =
    [
        new(Title, Weight: 3, TypicalLength: 8),
        new(Aliases, Weight: 0.5, TypicalLength: 100) { BestValueWeight = 0.6 },
        new(Tags, Weight: 2, TypicalLength: 12),
        new(Body, Weight: 0.4, TypicalLength: 120),
    ];
}
