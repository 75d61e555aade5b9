using HelpDeskBot.Search.Classification;

namespace HelpDeskBot.Tests.Search.Classification;

public class FeaturesTests
{
    [Theory]
    [InlineData("VPN-Client: error 0x80070005!", "VPN|Client|error|0x80070005")]
    [InlineData("Türöffner größer als 2,5m²", "Türöffner|größer|als|2|5m")]
    [InlineData("nai\u0308ve \ud800x\udc00 👩‍💻y 日本語 𝔸b", "nai\u0308ve|x|y|日本語|𝔸b")]
    [InlineData(" \r\n\t", "")]
    public void Words_are_letters_digits_and_their_marks(string text, string words) =>
        Assert.Equal(words, string.Join('|', Words(text).Select(word => text[word.Start..word.End])));

    [Fact]
    public void Large_and_small_letters_are_the_same() =>
        Assert.Single(Words("ÜBERSTUNDEN überstunden Überstunden").Select(word => word.Hash).Distinct());

    [Fact]
    public void Every_feature_knows_its_words()
    {
        Assert.Equal([(0, 0), (1, 1), (2, 2), (0, 1), (1, 2), (0, 0), (1, 1), (2, 2)], Places("one two three"));
        Assert.Equal([(0, 0), (0, 0)], Places("one"));
        Assert.Empty(Places(""));
    }

    [Fact]
    public void A_word_a_pair_and_an_opening_are_different_things() => Assert.Distinct(FeaturesOf("one two three"));

    [Fact]
    public void Of_long_texts_the_beginning_counts()
    {
        var text = string.Join(' ', Enumerable.Range(0, 5000));

        Assert.Equal(Features.Most, FeaturesOf(text).Length);
        Assert.Equal(FeaturesOf(string.Join(' ', Enumerable.Range(0, Features.MostWords))), FeaturesOf(text));
    }

    private static List<(uint Hash, int Start, int End)> Words(string text)
    {
        var words = new List<(uint, int, int)>();
        var reader = new WordReader(text);
        while (reader.MoveNext())
        {
            words.Add((reader.Hash, reader.Start, reader.End));
        }

        return words;
    }

    private static IEnumerable<(int First, int Last)> Places(string text) =>
        Enumerable.Range(0, FeaturesOf(text).Length).Select(feature => Features.WordsOf(feature, Words(text).Count));

    private static uint[] FeaturesOf(string text)
    {
        var features = new uint[Features.Most];
        return features[..Features.Of(text, features)];
    }
}
