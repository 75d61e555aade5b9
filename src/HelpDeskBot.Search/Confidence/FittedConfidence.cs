namespace HelpDeskBot.Search.Confidence;

/// <summary>
/// Fitted to the half of the labelled questions that is for tuning, and to messages that are no questions to a help desk, by
/// <c>dotnet run --project tests/HelpDeskBot.Benchmarks -c Release -- fit tests/HelpDeskBot.Benchmarks/sets/helpdesk</c>. It prints these numbers.
/// </summary>
public static class FittedConfidence
{
    /// <summary>For articles with the fields of <see cref="ArticleFields"/>.</summary>
    public static AnswerConfidence Articles { get; } = new(new LogisticRegression(-6.0, [2.5, 0.3, 0.5, 0.5]), MaybeFrom: 0.3, OfferFrom: 0.6);
}
