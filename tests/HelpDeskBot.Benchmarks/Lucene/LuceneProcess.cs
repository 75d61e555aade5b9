using System.Diagnostics;
using System.Globalization;
using HelpDeskBot.Benchmarks.Sets;

namespace HelpDeskBot.Benchmarks.Lucene;

/// <summary>How long a number of queries took.</summary>
internal sealed record Timing(int Queries, TimeSpan All, TimeSpan Median, TimeSpan P99)
{
    public double PerSecond => Queries / All.TotalSeconds;
}

/// <summary>Java Lucene in a process of its own, which stays warm while both engines take turns.</summary>
internal sealed class LuceneProcess : IDisposable
{
    private const string Jars = "/usr/share/java";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("lucene");
    private readonly Process _java;
    private int _queries;

    public LuceneProcess()
    {
        _java = Process.Start(new ProcessStartInfo("java", ["-Xmx2g", "-cp", ClassPath(), Source(), _folder.FullName])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        Version = Answer().Replace('\t', ' ');
    }

    public string Version { get; }

    /// <summary>The time from the first document to an index that can be searched.</summary>
    public TimeSpan Index(IEnumerable<SetDocument> documents)
    {
        var file = Path.Combine(_folder.FullName, "docs.tsv");
        File.WriteAllLines(file, documents.Select(document => $"{document.Id}\t{OneLine(document.Title)}\t{OneLine(document.Body)}"));
        return Nanoseconds(Ask($"index\t{file}"));
    }

    public void Load(IReadOnlyList<string> queries)
    {
        var file = Path.Combine(_folder.FullName, "queries.txt");
        File.WriteAllLines(file, queries);
        _queries = int.Parse(Ask($"queries\t{file}"), CultureInfo.InvariantCulture);
    }

    public Timing Time(int threads, int top)
    {
        var parts = Ask($"time\t{threads}\t{top}").Split('\t');
        return new Timing(_queries, Nanoseconds(parts[0]), Nanoseconds(parts[1]), Nanoseconds(parts[2]));
    }

    public IReadOnlyList<string> Search(string text, int top) =>
        [.. Ask($"search\t{OneLine(text)}\t{top}").Split('\t', StringSplitOptions.RemoveEmptyEntries).Chunk(2).Select(hit => hit[0])];

    public void Dispose()
    {
        _java.StandardInput.Close();
        _java.WaitForExit();
        _java.Dispose();
        _folder.Delete(recursive: true);
    }

    private string Ask(string command)
    {
        _java.StandardInput.WriteLine(command);
        _java.StandardInput.Flush();
        return Answer();
    }

    private string Answer() => _java.StandardOutput.ReadLine() ?? throw new InvalidOperationException("Java Lucene ended; its error stands above.");

    private static string OneLine(string text) => text.Length == 0 ? " " : text.ReplaceLineEndings(" ").Replace('\t', ' ');

    private static TimeSpan Nanoseconds(string number) => TimeSpan.FromMicroseconds(long.Parse(number, CultureInfo.InvariantCulture) / 1000.0);

    private static string Source() => Path.Combine(AppContext.BaseDirectory, "Lucene", "LuceneServer.java");

    private static string ClassPath() =>
        string.Join(':', new[] { "lucene-core", "lucene-analyzers-common" }.Select(jar => Directory.EnumerateFiles(Jars, $"{jar}-8*.jar").Single()));
}
