using HelpDeskBot.Search.Indexing;

namespace HelpDeskBot.Search.Searching;

/// <summary>
/// Words that are written together from others: <c>Druckerwarteschlange</c> finds <c>Warteschlange</c> and <c>Drucker</c>, and they find it. The
/// words of the index decide what a part is. A word is split only where its parts are at least as frequent as it is (Koehn and Knight 2003).
/// </summary>
internal static class Compounds
{
    private const int ShortestPart = 3;
    private const int ShortestKnownPart = 5;
    private const int MostContaining = 8;

    private const double OfHead = 0.8;
    private const double OfModifier = 0.6;
    private const double ShareOfPart = 0.7;

    private static readonly string[] Links = ["", "s", "es", "n", "en", "e", "er"];
    private static readonly string[] Endings = ["", "e", "en", "er", "n", "s"];

    /// <summary>Plans the parts of a word instead of the word, if it has any; each is also found by the word.</summary>
    public static bool TrySplit(int number, PlanBuilder builder)
    {
        var word = builder.Plan.Letters(number);
        if (builder.IsInSynonyms(word))
        {
            return false; // it has a meaning of its own
        }

        var known = builder.DocumentsWith(word);
        var (at, link) = BestSplit(word, known, builder);
        if (at == 0)
        {
            return false;
        }

        AddPart(number, word[..(at - link)], builder);
        AddPart(number, word[at..], builder);
        return true;
    }

    private static void AddPart(int number, ReadOnlySpan<char> part, PlanBuilder builder)
    {
        var group = builder.Plan.AddGroup(number, ShareOfPart);
        builder.AddForms(group, part, MatchKind.Compound);
        builder.AddForms(group, builder.Plan.Letters(number), MatchKind.Word);
    }

    private static (int At, int Link) BestSplit(ReadOnlySpan<char> word, int known, PlanBuilder builder)
    {
        var (best, at, link) = (Math.Max(1.0, (double)known * known), 0, 0);
        foreach (var vocabulary in builder.Snapshot.Lexicon.Vocabularies)
        {
            // Elsewhere a known word is what it is; German writes together what it likes.
            var isGerman = vocabulary.Analyzer.Language == "de" && builder.MayBeIn(vocabulary);
            if (word.Length < 2 * ShortestPart || (known > 0 && !isGerman))
            {
                continue;
            }

            for (var split = ShortestPart; split <= word.Length - ShortestPart; split++)
            {
                foreach (var links in isGerman ? Links.AsSpan() : Links.AsSpan(0, 1))
                {
                    var isLinked = split - links.Length >= ShortestPart && word[..split].EndsWith(links);
                    if (!isLinked)
                    {
                        continue;
                    }

                    var product = (double)Frequency(word[..(split - links.Length)], isGerman, builder) * Frequency(word[split..], isGerman, builder);
                    if (product >= best)
                    {
                        (best, at, link) = (product, split, links.Length);
                    }
                }
            }
        }

        return (at, link);
    }

    private static int Frequency(ReadOnlySpan<char> part, bool isGerman, PlanBuilder builder) =>
        isGerman ? builder.DocumentsWithForm(part) : builder.DocumentsWith(part);

    /// <summary>Adds to a German word those that documents have and that contain it.</summary>
    public static void AddContaining(int group, ReadOnlySpan<char> word, PlanBuilder builder)
    {
        foreach (var vocabulary in builder.Snapshot.Lexicon.Vocabularies)
        {
            if (word.Length < ShortestKnownPart || vocabulary.Analyzer.Language != "de" || !builder.MayBeIn(vocabulary))
            {
                continue;
            }

            foreach (var ending in Endings)
            {
                AddHeads(group, word, ending, vocabulary, builder);
            }

            AddModified(group, word, vocabulary, builder);
        }
    }

    private static void AddHeads(int group, ReadOnlySpan<char> word, string ending, Vocabulary vocabulary, PlanBuilder builder)
    {
        Span<char> head = stackalloc char[word.Length + ending.Length];
        word.CopyTo(head);
        ending.CopyTo(head[word.Length..]);
        var left = MostContaining;
        foreach (var containing in vocabulary.EndingWith(head))
        {
            if (containing.Text.Length >= head.Length + ShortestPart && left > 0 && builder.Add(group, containing.Term, OfHead, MatchKind.Compound))
            {
                left--;
            }
        }
    }

    private static void AddModified(int group, ReadOnlySpan<char> word, Vocabulary vocabulary, PlanBuilder builder)
    {
        var left = MostContaining;
        foreach (var containing in vocabulary.StartingWith(word))
        {
            var rest = containing.Text.AsSpan(word.Length);
            if (left > 0 && rest.Length >= ShortestPart && IsWord(rest, builder) && builder.Add(group, containing.Term, OfModifier, MatchKind.Compound))
            {
                left--;
            }
        }
    }

    private static bool IsWord(ReadOnlySpan<char> rest, PlanBuilder builder)
    {
        foreach (var link in Links)
        {
            if (rest.StartsWith(link) && rest.Length - link.Length >= ShortestPart && builder.DocumentsWith(rest[link.Length..]) > 0)
            {
                return true;
            }
        }

        return false;
    }
}
