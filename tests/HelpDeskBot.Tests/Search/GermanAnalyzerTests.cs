using HelpDeskBot.Search.Analysis;

namespace HelpDeskBot.Tests.Search;

public class GermanAnalyzerTests
{
    private static readonly GermanAnalyzer Analyzer = new();

    [Fact]
    public void Every_word_of_the_table_has_its_stem()
    {
        var wrong = GermanStems.All.Select(pair => (pair.Word, pair.Stem, Was: GermanStemmer.Stem(pair.Word))).Where(pair => pair.Stem != pair.Was);

        Assert.Empty(wrong);
        Assert.True(GermanStems.All.Count() > 400);
    }

    [Fact]
    public void A_stem_is_never_longer_than_its_word_and_never_fails()
    {
        const string Letters = "aeiouyäöüßnsthcgrlkd";
        for (var seed = 1; seed <= 20_000; seed++)
        {
            var random = new Random(seed);
            var word = new string([.. Enumerable.Range(0, random.Next(14)).Select(_ => Letters[random.Next(Letters.Length)])]);

            var stem = GermanStemmer.Stem(word);

            Assert.True(stem.Length <= word.Length + word.Count(letter => letter == 'ß'), $"seed {seed}, {word}: {stem}");
        }
    }

    [Theory]
    [InlineData("Drucker", "drucker", "Druckern", "Druckers")]
    [InlineData("Schlüssel", "Schluessel", "SCHLÜSSEL", "schlussel")]
    [InlineData("Straße", "Strasse", "Straßen", "STRASSEN")]
    [InlineData("Passwörter", "passwoerter", "Passwort")]
    [InlineData("neu", "neue", "neuen", "Neues")]
    [InlineData("Größe", "Groesse", "größe")]
    public void Forms_and_spellings_of_one_word_are_one_term(params string[] words) =>
        Assert.Single(words.Select(word => Assert.Single(Analyzer.Analyze(word)).Term).Distinct());

    [Fact]
    public void Stop_words_are_no_terms_however_they_are_spelt() =>
        Assert.Empty(Analyzer.Analyze("Ich habe das nicht, und für euch, fuer uns, würde wuerde"));

    [Fact]
    public void Identifiers_are_found_whole_and_by_their_parts() =>
        Assert.Equal(["outlookex", "outlook", "exe", "0x80070005"], Analyzer.Analyze("outlook.exe 0x80070005").Select(token => token.Term));

    [Fact]
    public void Terms_tell_where_they_stand()
    {
        const string Text = "Der Schlüssel, die Tür";
        Assert.Equal(["Schlüssel", "Tür"], Analyzer.Analyze(Text).Select(token => Text.Substring(token.Start, token.Length)));
    }
}
