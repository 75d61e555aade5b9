namespace HelpDeskBot.Benchmarks.Quality;

/// <summary>Slips of the hand: one random edit in every fourth word of a text. The same seed gives the same ones.</summary>
internal sealed class Typos(int seed)
{
    private const int Every = 4;
    private const string Letters = "abcdefghijklmnopqrstuvwxyz";

    private readonly Random _random = new(seed);

    public string In(string text) =>
        string.Join(' ', text.Split(' ').Index().Select(word => word.Index % Every == Every - 1 || (word.Index == 0 && !text.Contains(' ')) ? Slip(word.Item) : word.Item));

    // A letter too many, missing or wrong, or two neighbours exchanged; a word of one letter stays.
    private string Slip(string word)
    {
        if (word.Length < 2)
        {
            return word;
        }

        var (at, letter) = (_random.Next(word.Length - 1), Letters[_random.Next(Letters.Length)]);
        return _random.Next(4) switch
        {
            0 => word[..at] + letter + word[at..],
            1 => word[..at] + word[(at + 1)..],
            2 => word[..at] + letter + word[(at + 1)..],
            _ => word[..at] + word[at + 1] + word[at] + word[(at + 2)..],
        };
    }
}
