using HelpDeskBot.Domain.People;
using HelpDeskBot.Search;

namespace HelpDeskBot.Desk.Search;

/// <summary>A question that an article solved, without what tells who asked it.</summary>
internal sealed record LearnedQuestion(Guid Suggestion, PersonId Person, string Text, string Language)
{
    // One person may be mistaken.
    private const double WeightOfOne = 0.8;

    private string Words => string.Join(' ', Analyzers.WordsOf(Text, Domain.People.Language.Base(Language)).Order(StringComparer.Ordinal));

    /// <summary>
    /// Each is one more name of the article's problem, in whichever language it was asked; the same words of several people are one that counts in full.
    /// </summary>
    public static IEnumerable<FieldValue> ValuesOf(IEnumerable<LearnedQuestion> questions) =>
        from same in questions.GroupBy(question => question.Words, StringComparer.Ordinal)
        let isShared = same.Select(question => question.Person).Distinct().Count() > 1
        select new FieldValue(ArticleFields.Aliases, same.First().Text)
        {
            Weight = isShared ? 1 : WeightOfOne,
        };
}
