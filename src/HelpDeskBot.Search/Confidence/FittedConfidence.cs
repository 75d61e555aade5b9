namespace HelpDeskBot.Search.Confidence;

/// <summary>
/// Fitted to the half of the labelled questions that is for tuning, and to messages that are no questions to a help desk, by
/// <c>dotnet run --project tests/HelpDeskBot.Benchmarks -c Release -- fit tests/HelpDeskBot.Benchmarks/sets/helpdesk --oos FILE</c>,
/// where FILE holds such messages. It prints these numbers: one in twenty of the messages that nothing answers is offered something, one in seven is told that it may help.
/// </summary>
public static class FittedConfidence
{
    /// <summary>For articles with the fields of <see cref="ArticleFields"/>, in an index that knows <see cref="Background.Everyday"/>.</summary>
    public static AnswerConfidence Articles { get; } = new(new LogisticRegression(-8.485, [2.248, 0.655, 2.078, 1.227, -1.554]), MaybeFrom: 0.064, OfferFrom: 0.233);
}
