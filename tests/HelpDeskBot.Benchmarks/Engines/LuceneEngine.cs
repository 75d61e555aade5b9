using System.Diagnostics;
using System.Globalization;
using HelpDeskBot.Benchmarks.Sets;

namespace HelpDeskBot.Benchmarks.Engines;

/// <summary>Java Lucene in a process of its own, which stays warm while both engines take turns.</summary>
internal sealed class LuceneEngine : IEngine
{
    private const string Jars = "/usr/share/java";
    private const string Java = "/usr/bin/java";

    // Documents in several languages are several to Lucene, and it knows no audience.
    private const int Spare = 30;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("lucene");
    private readonly Process _java;
    private HashSet<string> _forAgents = [];
    private int _queries;

    public LuceneEngine()
    {
        if (!File.Exists(Java) || !Directory.Exists(Jars) || !Directory.EnumerateFiles(Jars, "lucene-core-8*.jar").Any())
        {
            throw new FileNotFoundException("Java Lucene is missing. Install the packages liblucene8-java and default-jdk-headless (Debian), or run with --without-lucene.");
        }

        _java = Process.Start(new ProcessStartInfo(Java, ["-Xmx6g", "-cp", ClassPath(), Path.Combine(AppContext.BaseDirectory, "Lucene", "LuceneServer.java"), _folder.FullName])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        Name = Answer();
    }

    /// <summary>Lucene, its version, and that of Java.</summary>
    public string Name { get; }

    public TimeSpan Index(IReadOnlyList<SetDocument> documents)
    {
        _forAgents = [.. documents.Where(document => document.IsForAgents).Select(document => document.Id)];
        var file = Path.Combine(_folder.FullName, "docs.tsv");
        File.WriteAllLines(file, documents.SelectMany(document => document.Texts.Select(text => $"{document.Id}\t{OneLine(text.Title)}\t{OneLine(BodyOf(text))}")));
        return Nanoseconds(Ask($"index\t{file}"));
    }

    public IReadOnlyList<string> Search(SetQuery query, int top) =>
    [
        .. Ask($"search\t{OneLine(query.Text)}\t{top + Spare}").Split('\t', StringSplitOptions.RemoveEmptyEntries)
            .Where(id => id != query.Id && (query.IsAgents || !_forAgents.Contains(id)))
            .Distinct()
            .Take(top),
    ];

    public void Load(IReadOnlyList<string> queries)
    {
        var file = Path.Combine(_folder.FullName, "queries.txt");
        File.WriteAllLines(file, queries.Select(OneLine));
        _queries = int.Parse(Ask($"queries\t{file}"), CultureInfo.InvariantCulture);
    }

    public Timing Time(int threads, int top)
    {
        var parts = Ask($"time\t{threads}\t{top}").Split('\t');
        return new Timing(_queries, Nanoseconds(parts[0]), Nanoseconds(parts[1]), Nanoseconds(parts[2]));
    }

    public void Dispose()
    {
        _java.StandardInput.Close();
        _java.WaitForExit();
        _java.Dispose();
        _folder.Delete(recursive: true);
    }

    // It has two fields; what else a document has stands in the body, so that both engines see the same words.
    private static string BodyOf(SetText text) => string.Join(' ', text.Aliases.Concat(text.Tags).Prepend(text.Body));

    private string Ask(string command)
    {
        _java.StandardInput.WriteLine(command);
        _java.StandardInput.Flush();
        return Answer();
    }

    private string Answer() => _java.StandardOutput.ReadLine() ?? throw new InvalidOperationException("Java Lucene ended; its error stands above.");

    private static string OneLine(string text) => string.Join(' ', text.Split(['\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries)) is { Length: > 0 } line ? line : " ";

    private static TimeSpan Nanoseconds(string number) => TimeSpan.FromMicroseconds(long.Parse(number, CultureInfo.InvariantCulture) / 1000.0);

    private static string ClassPath() =>
        string.Join(':', new[] { "lucene-core", "lucene-analyzers-common" }.Select(jar => Directory.EnumerateFiles(Jars, $"{jar}-8*.jar").First()));
}
