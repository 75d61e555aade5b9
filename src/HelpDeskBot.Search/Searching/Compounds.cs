using HelpDeskBot.Search.Indexing;

namespace HelpDeskBot.Search.Searching;

/// <summary>
/// Words that are written together from others: <c>Druckerwarteschlange</c> finds <c>Warteschlange</c> and <c>Drucker</c>, and they find it. The words of the index decide
/// what a part is. Elsewhere than in German a known word is what it is. A word is split only where its parts are at least as frequent as it is (Koehn and Knight 2003).
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
        var (at, link) = builder.IsInSynonyms(word) ? (0, 0) : BestSplit(word, builder.DocumentsWith(word), builder);
        if (at == 0)
        {
            return false; // it has a meaning of its own
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
        var german = builder.Snapshot.Lexicon.Vocabularies.FirstOrDefault(vocabulary => vocabulary.Analyzer.Language == "de");
        var isGerman = german is not null && builder.MayBeIn(german);
        var (best, at, link) = (Math.Max(1.0, (double)known * known), 0, 0);
        for (var split = 1; split < word.Length && (known == 0 || isGerman); split++)
        {
            if (!MayDivide(word, split))
            {
                continue;
            }

            foreach (var links in isGerman ? Links.AsSpan() : Links.AsSpan(0, 1))
            {
                var left = word[..Math.Max(0, split - links.Length)];
                if (word[..split].EndsWith(links) && (links.Length == 0 || left.Length >= ShortestPart)
                    && (double)Frequency(left, isGerman, builder) * Frequency(word[split..], isGerman, builder) is var product && product >= best)
                {
                    (best, at, link) = (product, split, links.Length);
                }
            }
        }

        return (at, link);
    }

    // Elsewhere than between a letter and a digit, short parts are no words of their own.
    private static bool MayDivide(ReadOnlySpan<char> word, int at) =>
        char.IsAsciiDigit(word[at]) != char.IsAsciiDigit(word[at - 1]) || (at >= ShortestPart && word.Length - at >= ShortestPart);

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
