using HelpDeskBot.Benchmarks.Sets;

namespace HelpDeskBot.Benchmarks.Engines;

/// <summary>What is measured.</summary>
internal interface IEngine : IDisposable
{
    string Name { get; }

    /// <summary>Makes it hold exactly these documents; gives the time from the first document to an index that can be searched.</summary>
    TimeSpan Index(IReadOnlyList<SetDocument> documents);

    /// <summary>The ids of the best documents for a question, without the question itself.</summary>
    IReadOnlyList<string> Search(SetQuery query, int top);

    /// <summary>Makes the texts ready that are to be timed.</summary>
    void Load(IReadOnlyList<string> queries);

    /// <summary>Runs every loaded text, spread over threads.</summary>
    Timing Time(int threads, int top);
}

/// <summary>How long a number of queries took.</summary>
internal sealed record Timing(int Queries, TimeSpan All, TimeSpan Median, TimeSpan P99)
{
    public double PerSecond => Queries / All.TotalSeconds;
}
