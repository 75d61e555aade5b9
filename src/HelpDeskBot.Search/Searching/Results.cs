namespace HelpDeskBot.Search.Searching;

/// <summary>Makes results of what a search found.</summary>
internal static class Results
{
    public static TopDocs Of(Searcher searcher)
    {
        var information = 0.0;
        foreach (var group in searcher.Plan.Groups)
        {
            information += group.Weight;
        }

        var found = new ScoreDoc[searcher.Best.Count];
        for (var at = found.Length - 1; at >= 0; at--)
        {
            var (score, document) = searcher.Best.Take();
            searcher.Scorer.Score(document);
            found[at] = new ScoreDoc(document.Key, score)
            {
                MatchedWords = searcher.Scorer.MatchedGroups(out var matched),
                Support = searcher.Scorer.Support(),
                Coverage = matched / information,
                Strangeness = searcher.Scorer.Strangeness() / information,
                BestValues = searcher.Scorer.SumBestValues(),
            };
        }

        return new TopDocs(found, information, searcher.Plan.Groups.Count);
    }
}
