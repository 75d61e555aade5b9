using HelpDeskBot.Search.Indexing;

namespace HelpDeskBot.Search.Searching;

/// <summary>Finds names of the list of synonyms in the query, and adds what also counts for them.</summary>
internal static class SynonymMatches
{
    private const double Factor = 0.9;

    public static void Add(PlanBuilder builder)
    {
        builder.Read();
        var readings = builder.Plan.Readings;
        for (var at = 0; at < readings.Count; at++)
        {
            var entries = builder.Snapshot.Lexicon.Synonyms.StartingWith(readings[at].Term);
            for (var entry = 0; entry < entries.Count; entry++)
            {
                AddIfNamed(readings[at], entries[entry], builder);
            }
        }
    }

    private static void AddIfNamed(Reading first, SynonymEntry entry, PlanBuilder builder)
    {
        var last = first.Group + entry.Following.Length;
        for (var next = 0; next < entry.Following.Length; next++)
        {
            if (!Reads(builder.Plan, first.Group + 1 + next, entry.Following[next]))
            {
                return;
            }
        }

        for (var group = first.Group; group <= last; group++)
        {
            foreach (var target in entry.Targets)
            {
                builder.AddPhrase(group, target, first.Factor * Factor, MatchKind.Synonym);
            }
        }
    }

    private static bool Reads(QueryPlan plan, int group, int term)
    {
        foreach (var reading in plan.Readings)
        {
            if (reading.Group == group && reading.Term == term)
            {
                return true;
            }
        }

        return false;
    }
}
