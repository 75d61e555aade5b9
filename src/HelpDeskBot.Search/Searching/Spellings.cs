namespace HelpDeskBot.Search.Searching;

/// <summary>Two words and the same written together or with a joint are found by each other.</summary>
internal static class Spellings
{
    private const int ShortestJoined = 5;

    public static void Join(PlanBuilder builder)
    {
        var plan = builder.Plan;
        for (var word = 0; word < plan.Words.Count; word++)
        {
            if (plan.Words[word].IsWhole)
            {
                JoinWhole(word, builder);
            }
            else if (word + 1 < plan.Words.Count && !plan.Words[word + 1].IsWhole && plan.LettersWithNext(word) is { Length: >= ShortestJoined } joined
                && builder.DocumentsWith(joined) > 0)
            {
                AddTo(word, joined, builder);
                AddTo(word + 1, joined, builder);
            }
        }
    }

    private static void JoinWhole(int whole, PlanBuilder builder)
    {
        var plan = builder.Plan;
        if (builder.DocumentsWith(plan.Letters(whole)) == 0)
        {
            return;
        }

        for (var part = whole + 1; part < plan.Words.Count && plan.Words[part].Start == plan.Words[whole].Start; part++)
        {
            AddTo(part, plan.Letters(whole), builder);
        }
    }

    private static void AddTo(int word, ReadOnlySpan<char> joined, PlanBuilder builder)
    {
        for (var group = 0; group < builder.Plan.Groups.Count; group++)
        {
            if (builder.Plan.Groups[group].Word == word)
            {
                builder.AddForms(group, joined, MatchKind.Spelling);
            }
        }
    }
}
