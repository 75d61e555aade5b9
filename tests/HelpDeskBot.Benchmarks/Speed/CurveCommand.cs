using HelpDeskBot.Benchmarks.Engines;
using HelpDeskBot.Benchmarks.Sets;

namespace HelpDeskBot.Benchmarks.Speed;

/// <summary>Prints how speed and memory grow with the number of documents.</summary>
internal static class CurveCommand
{
    private const int Rounds = 3;
    private const int Edits = 50;
    private const int Top = 10;

    private static readonly int[] Sizes = [1_000, 10_000, 100_000, 1_000_000];

    public static void Run(string file)
    {
        var texts = EightWords.TextsOf(file);
        var queries = EightWords.QueriesOf(texts);
        Console.WriteLine($"{"documents",10}  {"built/s",9}  {"one thread",11}  {"two threads",11}      p50      p99  edit (worst)  bytes a document");
        foreach (var size in Sizes)
        {
            Measure(EightWords.DocumentsOf(EightWords.Repeated(texts, size)), queries);
        }
    }

    private static void Measure(IReadOnlyList<SetDocument> documents, IReadOnlyList<string> queries)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        using var engine = new OurEngine();
        var built = Enumerable.Range(0, documents.Count > 100_000 ? 1 : Rounds).Min(_ => engine.Index(documents));
        var memory = GC.GetTotalMemory(forceFullCollection: true) - before;
        engine.Load(queries);
        var (one, two) = (Enumerable.Range(0, Rounds).Select(_ => engine.Time(1, Top)).ToList(), Enumerable.Range(0, Rounds).Select(_ => engine.Time(2, Top)).ToList());
        var edits = Enumerable.Range(0, Edits).Select(number => engine.Edit(documents[number], $"zyx{number}qvw")).Order().ToList();
        Console.WriteLine(
            $"{documents.Count,10:N0}  {documents.Count / built.TotalSeconds,9:N0}  {one.Max(timing => timing.PerSecond),9:N0}/s  {two.Max(timing => timing.PerSecond),9:N0}/s"
            + $"  {one.Min(timing => timing.Median).TotalMilliseconds:f3} ms {one.Min(timing => timing.P99).TotalMilliseconds:f3} ms"
            + $"  {edits[Edits / 2].TotalMilliseconds:f1} ({edits[^1].TotalMilliseconds:f1}) ms  {memory / documents.Count,8:N0}");
    }
}
