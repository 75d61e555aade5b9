using HelpDeskBot.Search.Analysis;
using HelpDeskBot.Search.Indexing;

namespace HelpDeskBot.Search.Searching;

/// <summary>Finds out what to look for.</summary>
internal static class QueryPlanner
{
    private const int MostGroups = 64;
    private const int MostWords = 512;

    // A pasted log is full of words that nobody has; correcting more of them would only cost time.
    private const int MostCorrected = 16;

    public static void Plan(Query query, Snapshot snapshot, Background background, QueryPlan plan)
    {
        plan.Clear();
        ReadWords(query.Text, plan);
        var builder = new PlanBuilder(snapshot, background, plan, query.Language ?? LanguageGuess.Of(query.Text));
        for (var word = 0; word < plan.Words.Count; word++)
        {
            PlanWord(word, builder, mayBeStopWord: !query.IsTyping || word < plan.Words.Count - 1);
        }

        KeepMostTelling(snapshot, plan);
        builder.FindInBackground();
        Spellings.Join(builder);
        Expand(builder, query.IsTyping ? plan.Words.Count - 1 : -1);
        plan.Complete(snapshot.Count);
    }

    private static void ReadWords(string text, QueryPlan plan)
    {
        var words = new WordReader(text, stackalloc char[WordReader.BufferLength]);
        while (plan.Words.Count < MostWords && words.MoveNext())
        {
            plan.AddWord(words.Start, words.Length, words.Word, words.IsWhole);
        }
    }

    // The whole of several words is looked for besides them if it is more than their sum: a version, an address.
    private static void PlanWord(int number, PlanBuilder builder, bool mayBeStopWord)
    {
        var plan = builder.Plan;
        var word = plan.Letters(number);
        if (IsRepeated(number, plan) || (mayBeStopWord && builder.IsStopWord(word))
            || (plan.Words[number].IsWhole && (!word.ContainsAnyInRange('0', '9') || builder.DocumentsWith(word) == 0)))
        {
            return;
        }

        if (!Compounds.TrySplit(number, builder))
        {
            builder.AddForms(plan.AddGroup(number), word, MatchKind.Word);
        }
    }

    private static bool IsRepeated(int number, QueryPlan plan)
    {
        for (var before = 0; before < number; before++)
        {
            if (plan.Letters(before).SequenceEqual(plan.Letters(number)))
            {
                return true;
            }
        }

        return false;
    }

    // Those that no document has tell most, but find nothing.
    private static void KeepMostTelling(Snapshot snapshot, QueryPlan plan)
    {
        if (plan.Groups.Count <= MostGroups)
        {
            return;
        }

        var kept = plan.Groups.Index()
            .OrderByDescending(group => plan.HasTerms(group.Index))
            .ThenByDescending(group => Similarity.Idf(snapshot.Count, plan.DocumentsWith(group.Item)))
            .ThenBy(group => group.Index)
            .Take(MostGroups)
            .OrderBy(group => group.Index)
            .Select(group => group.Item)
            .ToList();
        plan.Groups.Clear();
        plan.Groups.AddRange(kept);
    }

    private static void Expand(PlanBuilder builder, int unfinished)
    {
        var plan = builder.Plan;
        var corrected = 0;
        for (var group = 0; group < plan.Groups.Count; group++)
        {
            var word = plan.Groups[group].Word;
            if (Corrections.MayBeSlip(plan.Groups[group].Background, plan.DocumentsWith(plan.Groups[group])) && !builder.IsInSynonyms(plan.Letters(word)) && corrected++ < MostCorrected)
            {
                Corrections.Add(group, plan.Letters(word), builder);
            }
        }

        SynonymMatches.Add(builder);
        for (var group = 0; group < plan.Groups.Count; group++)
        {
            var word = plan.Groups[group].Word;
            Compounds.AddContaining(group, plan.Letters(word), builder);
            if (word == unfinished)
            {
                Prefixes.Add(group, plan.Letters(word), builder);
            }
        }
    }
}
