using System.Collections.Concurrent;
using System.Globalization;

namespace HelpDeskBot.Reliability.Support;

/// <summary>How long turns took, by what they were.</summary>
internal sealed class Latencies
{
    private readonly ConcurrentQueue<(string Kind, double Milliseconds)> _turns = new();

    public int Count => _turns.Count;

    public void Add(string kind, TimeSpan took) => _turns.Enqueue((kind, took.TotalMilliseconds));

    /// <summary>So many of 100 took no longer, in milliseconds.</summary>
    public double Percentile(double percent) => Percentile([.. _turns.Select(turn => turn.Milliseconds).Order()], percent);

    /// <summary>One line for all, and one for each kind.</summary>
    public string Table()
    {
        var kinds = _turns.GroupBy(turn => turn.Kind).OrderBy(kind => kind.Key, StringComparer.Ordinal);
        return string.Concat(kinds.Select(kind => Line(kind.Key, kind)).Prepend(Line("all", _turns)));
    }

    private static string Line(string kind, IEnumerable<(string Kind, double Milliseconds)> turns)
    {
        double[] took = [.. turns.Select(turn => turn.Milliseconds).Order()];
        return string.Create(
            CultureInfo.InvariantCulture,
            $"  {kind,-16} {took.Length,6} turns   p50 {Percentile(took, 50),7:0.0}   p95 {Percentile(took, 95),7:0.0}   p99 {Percentile(took, 99),7:0.0}   max {took[^1],7:0.0} ms\n");
    }

    private static double Percentile(double[] ordered, double percent) =>
        ordered.Length == 0 ? 0 : ordered[Math.Clamp((int)Math.Ceiling(percent / 100 * ordered.Length) - 1, 0, ordered.Length - 1)];
}
