namespace HelpDeskBot.Tests.Search;

/// <summary>Random documents and queries over few words, some of them rare. The same seed gives the same ones.</summary>
internal sealed class RandomTexts(int seed)
{
    private readonly Random _random = new(seed);

    public int Next(int below) => _random.Next(below);

    public string Words(int most) => string.Join(' ', Enumerable.Range(0, _random.Next(most + 1)).Select(_ => Word()));

    public string Query() => Word() + " " + Words(5);

    /// <summary>Some of the fields a, b and c, and one that has no weight.</summary>
    public IReadOnlyDictionary<string, string> Fields() => new[] { "a", "b", "c", "unsearched" }
        .Where(_ => _random.Next(5) > 0)
        .ToDictionary(field => field, field => Words(field == "a" ? 4 : 30));

    // Words of low number are frequent.
    private string Word() => $"w{(int)(Math.Pow(_random.NextDouble(), 3) * 40)}";
}
