namespace HelpDeskBot.Search.Searching;

/// <summary>What a word that is being typed may become.</summary>
internal static class Prefixes
{
    private const int Most = 16;
    private const int MostLookedAt = 2048;
    private const double Factor = 0.9;

    public static void Add(int group, ReadOnlySpan<char> start, PlanBuilder builder)
    {
        Span<(int Documents, int Term)> best = stackalloc (int, int)[Most];
        foreach (var vocabulary in builder.Snapshot.Lexicon.Vocabularies)
        {
            best.Clear();
            var words = vocabulary.StartingWith(start);
            foreach (var word in words[..Math.Min(words.Length, MostLookedAt)])
            {
                var documents = builder.DocumentsWith(word.Term);
                if (documents > best[^1].Documents)
                {
                    best[^1] = (documents, word.Term);
                    best.Sort((a, b) => b.Documents.CompareTo(a.Documents));
                }
            }

            foreach (var (documents, term) in best)
            {
                builder.Add(group, documents > 0 ? term : -1, Factor, MatchKind.Prefix);
            }
        }
    }
}
