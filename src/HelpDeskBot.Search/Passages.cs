namespace HelpDeskBot.Search;

/// <summary>Finds the part of a text that shows why it was found.</summary>
public static class Passages
{
    private const string Ellipsis = "…";

    private static readonly char[] SentenceEnds = ['.', '!', '?', '\n'];

    /// <summary>
    /// The stretch of about <paramref name="length"/> characters that holds most different terms of the query, the earliest of equal ones; it starts
    /// at a sentence, or where they are too long at the first term, and is cut at a word with an ellipsis. A text without any of the terms gives
    /// its beginning.
    /// </summary>
    public static string Best(string text, string query, IAnalyzer analyzer, int length = 200)
    {
        var wanted = analyzer.Analyze(query).Select(token => token.Term).ToHashSet(StringComparer.Ordinal);
        var hits = analyzer.Analyze(text).Where(token => wanted.Contains(token.Term)).ToList();
        var best = Cut(text, AfterSpace(text, 0), length);
        var (most, next) = (0, 0);
        foreach (var stretch in SentenceStarts(text).Select(start => Cut(text, start, length)))
        {
            while (next < hits.Count && hits[next].Start < stretch.Start)
            {
                next++; // hits come in order, and so do the stretches
            }

            var terms = TermsWithin(hits.Skip(next), stretch.End);
            if (terms > most)
            {
                (best, most) = (stretch, terms);
            }
        }

        return most == 0 && hits.Count > 0
            ? Ellipsis + Shown(text, Cut(text, hits[0].Start, length))
            : Shown(text, best);
    }

    private static int TermsWithin(IEnumerable<Token> hits, int end) => hits.TakeWhile(hit => hit.Start < end)
        .Where(hit => hit.Start + hit.Length <= end)
        .Select(hit => hit.Term)
        .Distinct(StringComparer.Ordinal)
        .Count();

    private static IEnumerable<int> SentenceStarts(string text)
    {
        var start = AfterSpace(text, 0);
        yield return start;
        for (var end = text.IndexOfAny(SentenceEnds, start); end >= 0; end = text.IndexOfAny(SentenceEnds, start))
        {
            start = AfterSpace(text, end + 1);
            if (start < text.Length && (start > end + 1 || text[end] == '\n'))
            {
                yield return start;
            }
        }
    }

    private static int AfterSpace(string text, int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return at;
    }

    private static (int Start, int End) Cut(string text, int start, int length)
    {
        if (text.Length - start <= length)
        {
            return (start, text.Length);
        }

        var end = start + length;
        for (var at = end; at > start + (length / 2); at--)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                return (start, at);
            }
        }

        return (start, char.IsHighSurrogate(text[end - 1]) ? end - 1 : end);
    }

    private static string Shown(string text, (int Start, int End) stretch) =>
        text[stretch.Start..stretch.End].TrimEnd() + (stretch.End < text.Length ? Ellipsis : "");
}
