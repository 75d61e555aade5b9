using HelpDeskBot.Search;

namespace HelpDeskBot.Tests.Search;

/// <summary>Random documents and queries over few words, some of them rare. The same seed gives the same ones.</summary>
internal sealed class RandomTexts(int seed)
{
    public static readonly FieldSettings[] Fields =
    [
        new("a", Weight: 3, TypicalLength: 3),
        new("b", Weight: 1, TypicalLength: 20),
        new("c", Weight: 0.5, TypicalLength: 8) { BestValueWeight = 1.5 },
        new("d", Weight: 0, TypicalLength: 9) { BestValueWeight = 0.5 },
    ];

    private readonly Random _random = new(seed);

    public int Next(int below) => _random.Next(below);

    public string Words(int most) => string.Join(' ', Enumerable.Range(0, _random.Next(most + 1)).Select(_ => Word()));

    public string Query() => Word() + " " + Words(5);

    /// <summary>Some of the fields, some with several values, and one that is not searched.</summary>
    public Document Document(string key) => new(key,
    [
        .. from field in new[] { "c", "a", "b", "d", "unsearched" }
           from value in Enumerable.Range(0, _random.Next(field is "c" or "d" ? 4 : 3))
           select new FieldValue(field, Words(field == "b" ? 30 : 4)) { Weight = 1 - (_random.Next(4) * 0.25) },
    ]);

    // Words of low number are frequent.
    private string Word() => $"w{(int)(Math.Pow(_random.NextDouble(), 3) * 40)}";
}
