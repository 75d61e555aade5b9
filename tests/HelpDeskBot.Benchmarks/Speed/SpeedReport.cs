using HelpDeskBot.Benchmarks.Engines;
using HelpDeskBot.Benchmarks.Sets;

namespace HelpDeskBot.Benchmarks.Speed;

/// <summary>
/// Prints how fast engines are. They take turns in short rounds, and the best round of each counts: what else runs on the machine only makes a round slower.
/// </summary>
internal static class SpeedReport
{
    private const int Top = 10;
    private const int BuildRounds = 6;
    private const int QueryRounds = 15;
    private const int Edits = 200;

    public static void Print(IReadOnlyList<SetDocument> documents, IReadOnlyList<string> queries, IReadOnlyList<IEngine> engines)
    {
        Console.WriteLine($"\nspeed: {documents.Count:N0} documents, {queries.Count:N0} queries, top {Top}");
        var measured = engines.Select(engine => new Best(engine)).ToList();
        for (var round = 0; round < BuildRounds; round++)
        {
            measured.ForEach(best => best.Build(documents));
        }

        measured.ForEach(best => best.Engine.Load(queries));
        for (var round = 0; round < QueryRounds; round++)
        {
            measured.ForEach(best => best.Query(Top));
        }

        Console.WriteLine($"{"",-34} built/s  one thread  two threads      p50      p99");
        measured.ForEach(best => best.Print());
        foreach (var other in measured.Skip(1))
        {
            Console.WriteLine($"{"  times " + other.Engine.Name,-34} {measured[0].BuiltPerSecond / other.BuiltPerSecond,7:f1}  {measured[0].One / other.One,10:f1}  {measured[0].Two / other.Two,11:f1}");
        }

        PrintOwn(documents, queries, engines.OfType<OurEngine>().Single());
    }

    private static void PrintOwn(IReadOnlyList<SetDocument> documents, IReadOnlyList<string> queries, OurEngine engine)
    {
        engine.Load(queries);
        var edits = Enumerable.Range(0, Edits).Select(number => engine.Edit(documents[number % documents.Count], $"zyx{number}qvw")).Order().ToList();
        Console.WriteLine($"allocated per query {engine.Allocated(Top):N0} bytes; an edit is found after {edits[Edits / 2].TotalMilliseconds:f2} ms (median), {edits[^1].TotalMilliseconds:f2} ms (worst of {Edits})");
        var (memory, texts) = (Memory(documents), documents.Sum(document => document.Texts.Sum(text => (long)text.Title.Length + text.Body.Length)));
        Console.WriteLine($"memory beyond the texts {memory / 1e6:f1} MB, {memory / documents.Count:N0} bytes a document; the texts are {texts / 1e6:f1} million characters");
    }

    private static long Memory(IReadOnlyList<SetDocument> documents)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        using var engine = new OurEngine();
        engine.Index(documents);
        var after = GC.GetTotalMemory(forceFullCollection: true);
        GC.KeepAlive(engine);
        return after - before;
    }

    private sealed class Best(IEngine engine)
    {
        private TimeSpan _median = TimeSpan.MaxValue;
        private TimeSpan _p99 = TimeSpan.MaxValue;

        public IEngine Engine => engine;

        public double BuiltPerSecond { get; private set; }

        public double One { get; private set; }

        public double Two { get; private set; }

        public void Build(IReadOnlyList<SetDocument> documents) => BuiltPerSecond = Math.Max(BuiltPerSecond, documents.Count / engine.Index(documents).TotalSeconds);

        public void Query(int top)
        {
            var (one, two) = (engine.Time(1, top), engine.Time(2, top));
            (One, Two) = (Math.Max(One, one.PerSecond), Math.Max(Two, two.PerSecond));
            _median = one.Median < _median ? one.Median : _median;
            _p99 = one.P99 < _p99 ? one.P99 : _p99;
        }

        public void Print() => Console.WriteLine(
            $"{engine.Name,-34} {BuiltPerSecond,7:N0}  {One,8:N0}/s  {Two,9:N0}/s  {_median.TotalMilliseconds:f3} ms  {_p99.TotalMilliseconds:f3} ms");
    }
}
