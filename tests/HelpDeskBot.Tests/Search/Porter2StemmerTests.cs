using HelpDeskBot.Search.Analysis;

namespace HelpDeskBot.Tests.Search;

public class Porter2StemmerTests
{
    [Fact]
    public void Every_word_of_the_table_has_its_stem()
    {
        var wrong = Stems.All.Select(pair => (pair.Word, pair.Stem, Was: Porter2Stemmer.Stem(pair.Word))).Where(pair => pair.Stem != pair.Was);

        Assert.Empty(wrong);
        Assert.True(Stems.All.Count() > 200);
    }

    [Fact]
    public void A_stem_is_never_empty_and_hardly_longer_than_its_word()
    {
        const string Letters = "aeiouysstinglydebrl";
        for (var seed = 1; seed <= 20_000; seed++)
        {
            var random = new Random(seed);
            var word = new string([.. Enumerable.Range(0, 1 + random.Next(14)).Select(_ => Letters[random.Next(Letters.Length)])]);

            var stem = Porter2Stemmer.Stem(word);

            Assert.True(stem.Length > 0 && stem.Length <= word.Length && stem.All(char.IsAsciiLetterLower), $"{word}: {stem}");
        }
    }
}
