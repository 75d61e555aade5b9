using HelpDeskBot.Search.Indexing;

namespace HelpDeskBot.Search.Searching;

/// <summary>Says why a document scores what it scores.</summary>
internal static class Explainer
{
    public static Explanation Explain(StoredDocument document, Query query, Searcher searcher, Schema schema, Terms terms)
    {
        var (plan, scorer) = (searcher.Plan, searcher.Scorer);
        scorer.Prepare(plan);
        var score = scorer.Score(document);
        var words = new List<WordExplanation>();
        for (var group = 0; group < plan.Groups.Count; group++)
        {
            var (word, contribution) = (plan.Words[plan.Groups[group].Word], scorer.Contributions[group]);
            var best = BestTerm(plan, group, document);
            words.Add(new WordExplanation(query.Text.Substring(word.Start, word.Length), plan.Groups[group].Weight, contribution)
            {
                Term = best is { } term ? TextOf(term.Phrase, terms) : null,
                Kind = best?.Kind ?? MatchKind.Word,
            });
        }

        return new Explanation(score, words, scorer.Closeness, [.. scorer.BestValues.Select(value => new ValueExplanation(schema[value.Field].Name, NumberInField(document, value), value.Score))]);
    }

    // Of the group's terms that the document has, the one that counts most.
    private static PlannedTerm? BestTerm(QueryPlan plan, int group, StoredDocument document)
    {
        PlannedTerm? best = null;
        foreach (var number in plan.TermsOf(group))
        {
            var term = plan.Terms[number];
            if (term.Factor > (best?.Factor ?? 0) && Has(document, term.Phrase))
            {
                best = term;
            }
        }

        return best;
    }

    private static bool Has(StoredDocument document, Phrase phrase)
    {
        for (var at = 0; at < document.Tokens.Length;)
        {
            var length = ValueHeader.Read(document.Tokens[at..]).Length;
            var value = document.Tokens.Slice(at + ValueHeader.Size, length);
            for (var start = value.IndexOf(phrase.First); start >= 0;)
            {
                if (phrase.IsAtStartOf(value[start..]))
                {
                    return true;
                }

                var next = value[(start + 1)..].IndexOf(phrase.First);
                start = next < 0 ? -1 : start + 1 + next;
            }

            at += ValueHeader.Size + length;
        }

        return false;
    }

    private static string TextOf(Phrase phrase, Terms terms) =>
        phrase.Following.Length == 0 ? terms[phrase.First] : string.Join(' ', phrase.Following.ToArray().Prepend(phrase.First).Select(term => terms[term]));

    private static int NumberInField(StoredDocument document, Scorer.BestValue value)
    {
        var (number, inField) = (0, 0);
        for (var at = 0; number < value.Number; number++)
        {
            var header = ValueHeader.Read(document.Tokens[at..]);
            inField += header.Field == value.Field ? 1 : 0;
            at += ValueHeader.Size + header.Length;
        }

        return inField;
    }
}
