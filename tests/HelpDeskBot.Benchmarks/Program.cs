using System.Diagnostics;
using System.Globalization;
using HelpDeskBot.Benchmarks.Lucene;
using HelpDeskBot.Benchmarks.Quality;
using HelpDeskBot.Benchmarks.Sets;
using HelpDeskBot.Search;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (args[0] == "quality")
{
    var set = RetrievalSet.Read(args[1]);
    using var lucene = new LuceneProcess();
    lucene.Index(set.Documents);
    Console.WriteLine(lucene.Version);
    var docs = set.Documents.Select(d => d.Id).ToHashSet();
    Console.WriteLine(Metrics.Of([.. set.Queries.Select(q => (q, (IReadOnlyList<string>)[.. lucene.Search(q.Text, 11).Where(id => id != q.Id).Take(10)]))]));
    var index = new SearchIndex(new EnglishAnalyzer(), new Dictionary<string, double> { ["title"] = 2, ["body"] = 1 });
    index.Replace(set.Documents.Select(d => (d.Id, (IReadOnlyDictionary<string, string>)new Dictionary<string, string> { ["title"] = d.Title, ["body"] = d.Body })));
    Console.WriteLine(Metrics.Of([.. set.Queries.Select(q => (q, (IReadOnlyList<string>)[.. index.Search(q.Text, 11).Select(h => h.Key).Where(id => id != q.Id).Take(10)]))]));
}
else
{
    var rows = Tsv.Read(args[1], "class", "text").ToList();
    var documents = rows.Select((row, number) => new SetDocument($"{number}", "", row["text"])).ToList();
    var random = new Random(1);
    var queries = Enumerable.Range(0, 2000).Select(_ =>
    {
        var words = documents[random.Next(documents.Count)].Body.Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct().ToArray();
        random.Shuffle(words);
        return string.Join(' ', words.Take(8));
    }).ToList();
    using var lucene = new LuceneProcess();
    for (var i = 0; i < 4; i++)
    {
        Console.WriteLine($"lucene {documents.Count / lucene.Index(documents).TotalSeconds:f0} docs/s");
    }

    lucene.Load(queries);
    for (var round = 0; round < 4; round++)
    {
        Console.WriteLine($"lucene one {lucene.Time(1, 10)} {lucene.Time(1, 10).PerSecond}");
        Console.WriteLine($"lucene two {lucene.Time(2, 10)} {lucene.Time(2, 10).PerSecond}");
    }

    var index = new SearchIndex(new EnglishAnalyzer(), new Dictionary<string, double> { ["title"] = 2, ["body"] = 1 });
    var clock = Stopwatch.StartNew();
    index.Replace(documents.Select(d => (d.Id, (IReadOnlyDictionary<string, string>)new Dictionary<string, string> { ["title"] = d.Title, ["body"] = d.Body })));
    Console.WriteLine($"ours {documents.Count / clock.Elapsed.TotalSeconds} docs/s");
    clock.Restart();
    foreach (var q in queries.Take(100))
    {
        index.Search(q, 10);
    }

    Console.WriteLine($"ours {100 / clock.Elapsed.TotalSeconds} q/s");
}
