using HelpDeskBot.Benchmarks.Sets;

namespace HelpDeskBot.Benchmarks.Speed;

/// <summary>Documents and queries from a file of classes and texts: each query is eight different words of some text. The same seed gives the same ones.</summary>
internal static class EightWords
{
    private const int Words = 8;
    private const int Queries = 1000;
    private const double Varied = 0.1;

    public static IReadOnlyList<string> TextsOf(string file) => [.. Tsv.Read(file, "class", "text").Select(row => row["text"])];

    public static IReadOnlyList<SetDocument> DocumentsOf(IEnumerable<string> texts) => [.. texts.Select((text, number) => new SetDocument($"{number}", [new SetText("", text)]))];

    public static IReadOnlyList<string> QueriesOf(IReadOnlyList<string> texts)
    {
        var random = new Random(1);
        return [.. Enumerable.Range(0, Queries).Select(_ =>
        {
            var words = texts[random.Next(texts.Count)].Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct().ToArray();
            random.Shuffle(words);
            return string.Join(' ', words.Take(Words));
        })];
    }

    /// <summary>So many texts: these again and again, with every tenth word taken from another one.</summary>
    public static IEnumerable<string> Repeated(IReadOnlyList<string> texts, int count)
    {
        var random = new Random(2);
        var words = texts.Take(5000).SelectMany(text => text.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToArray();
        return Enumerable.Range(0, count).Select(number => number < texts.Count
            ? texts[number]
            : string.Join(' ', texts[number % texts.Count].Split(' ').Select(word => random.NextDouble() < Varied ? words[random.Next(words.Length)] : word)));
    }
}
