namespace HelpDeskBot.Search.Confidence;

/// <summary>
/// Fitted to the half of the labelled questions that is for tuning, and to messages that are no questions to a help desk, by
/// <c>dotnet run --project tests/HelpDeskBot.Benchmarks -c Release -- fit tests/HelpDeskBot.Benchmarks/sets/helpdesk --oos FILE</c>,
/// where FILE holds such messages. It prints these numbers: one in twenty of the messages that nothing answers is offered something, one in seven is told that it may help.
/// </summary>
public static class FittedConfidence
{
    /// <summary>For articles with the fields of <see cref="ArticleFields"/>.</summary>
    public static AnswerConfidence Articles { get; } = new(new LogisticRegression(-10.689, [1.874, 0.862, 3.407, 1.884]), MaybeFrom: 0.122, OfferFrom: 0.412);
}
