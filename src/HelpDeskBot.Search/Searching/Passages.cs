namespace HelpDeskBot.Search.Searching;

/// <summary>Finds the part of a text that shows why it was found.</summary>
internal static class Passages
{
    private const char Ellipsis = '…';

    private static readonly char[] SentenceEnds = ['.', '!', '?', '\n'];

    /// <summary>
    /// The stretch of about <paramref name="length"/> characters that holds the most telling hits, the earliest of equal ones; it starts at a sentence, or where
    /// they are too long at the first hit, and is cut at a word. A text without hits gives its beginning.
    /// </summary>
    public static Passage Best(string text, List<Hit> hits, int length)
    {
        var best = Cut(text, AfterSpace(text, 0), length);
        var (most, next) = (0.0, 0);
        foreach (var stretch in SentenceStarts(text).Select(start => Cut(text, start, length)))
        {
            while (next < hits.Count && hits[next].Start < stretch.Start)
            {
                next++; // hits come in order, and so do the stretches
            }

            var weight = WeightWithin(hits.Skip(next), stretch.End);
            if (weight > most)
            {
                (best, most) = (stretch, weight);
            }
        }

        return most == 0 && hits.Count > 0
            ? Shown(text, Cut(text, hits[0].Start, length), hits, isMiddle: true)
            : Shown(text, best, hits, isMiddle: false);
    }

    private static double WeightWithin(IEnumerable<Hit> hits, int end) => hits.TakeWhile(hit => hit.Start < end)
        .Where(hit => hit.End <= end)
        .GroupBy(hit => hit.Group)
        .Sum(group => group.Max(hit => hit.Weight));

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

    private static Passage Shown(string text, (int Start, int End) stretch, List<Hit> hits, bool isMiddle)
    {
        var part = text[stretch.Start..stretch.End].TrimEnd();
        var shift = (isMiddle ? 1 : 0) - stretch.Start;
        var highlights = hits.Where(hit => hit.Start >= stretch.Start && hit.End <= stretch.Start + part.Length)
            .Select(hit => new Highlight(hit.Start + shift, hit.Length));
        var shown = (isMiddle ? $"{Ellipsis}" : "") + part + (stretch.End < text.Length ? Ellipsis : "");
        return new Passage(shown, [.. highlights]);
    }
}
