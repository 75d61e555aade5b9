using HelpDeskBot.Search;

namespace HelpDeskBot.Tests.Search;

/// <summary>What is found by which words.</summary>
public class FindingTests
{
    [Theory]
    [InlineData("VPN-Client", "vpn client", "vpnclient", "VPN-Client", "VPN Clients", "vpn_client")]
    [InlineData("vpn client", "vpn client", "vpnclient", "VPN-Client", "VPN Clients")]
    [InlineData("vpnclient", "vpn client", "vpnclient", "VPN-Client")]
    [InlineData("outlook.exe", "outlook.exe", "outlook", "OUTLOOK.EXE", "outlookexe", "outlook exe")]
    [InlineData("\\\\server\\share", "\\\\server\\share", "\\\\SERVER\\Share", "server share", "server/share", "share")]
    [InlineData("0x80070005", "0x80070005", "0X80070005", "error 0x80070005.")]
    [InlineData("windows 11", "windows11", "Windows-11", "windows 11")]
    [InlineData("windows11", "windows11", "windows 11")]
    [InlineData("version 2.53.1", "2.53.1", "v2.53.1 version", "version")]
    [InlineData("Zoë's café", "zoe", "ZOË", "cafe")]
    [InlineData("HD-1042", "hd-1042", "HD1042", "hd 1042")]
    public void Every_spelling_finds(string text, params string[] queries)
    {
        var index = Index(("it", text, null), ("other", "something completely different", null));
        Assert.All(queries, query => Assert.Equal("it", Assert.Single(Find(index, query))));
    }

    [Theory]
    [InlineData("Druckerwarteschlange", "Warteschlange")]
    [InlineData("Druckerwarteschlange", "Drucker")]
    [InlineData("Warteschlange", "Druckerwarteschlange")]
    [InlineData("Warteschlangen", "Druckerwarteschlange")]
    [InlineData("Drucker", "Druckerwarteschlange")]
    [InlineData("Anmeldefehler", "Fehler")]
    [InlineData("Fehler", "Anmeldefehler")]
    [InlineData("Arbeitsplatz", "Platz")] // with a linking s
    [InlineData("Platz", "Arbeitsplatz")]
    public void Compounds_and_their_parts_find_each_other(string text, string query)
    {
        var index = Index(("it", text, "de"), ("parts", "Drucker Anmelden Arbeit Platz Fehler Warteschlange", "de"), ("other", "etwas ganz anderes", "de"));

        Assert.Contains("it", Find(index, new Query(query) { Language = "de" }));
    }

    [Fact]
    public void The_whole_compound_is_better_than_a_part()
    {
        var index = Index(("part", "Die Warteschlange", "de"), ("whole", "Die Druckerwarteschlange", "de"), ("other", "Der Drucker", "de"));

        Assert.Equal("whole", Find(index, new Query("Druckerwarteschlange") { Language = "de" })[0]);
        Assert.Equal("part", Find(index, new Query("Warteschlange") { Language = "de" })[0]);
    }

    [Theory]
    [InlineData("pasword")]
    [InlineData("passwrod")]
    [InlineData("passsword")]
    [InlineData("oassword")] // a wrong beginning
    [InlineData("password's")]
    [InlineData("pasworrd")] // two slips in a long word
    [InlineData("passwords")]
    public void A_slip_is_forgiven(string query) => Assert.Equal("it", Assert.Single(Find(Index(("it", "The password", "en"), ("other", "A printer", "en")), query)));

    [Theory]
    [InlineData("pa55word")] // digits are meant
    [InlineData("pqsswxrz")] // more than two
    [InlineData("gig")] // a short word with another beginning
    public void What_is_another_word_is_not_corrected(string query) => Assert.Empty(Find(Index(("it", "The password pig", "en"), ("other", "A printer", "en")), query));

    [Fact]
    public void A_word_that_documents_have_is_not_corrected()
    {
        var index = Index(("form", "the form", "en"), ("from", "a farm", "en"));

        Assert.Equal(["form"], Find(index, "form"));
    }

    [Fact]
    public void The_language_of_a_query_is_no_border()
    {
        var index = Index(("en", "The Outlook calendar is empty", "en"), ("de", "Der Outlook-Kalender ist leer", "de"));

        Assert.Equal(["en"], Find(index, "calendar"));
        Assert.Equal(["de"], Find(index, "leeres"));
        Assert.Equal(2, Find(index, "outlook").Count);
        Assert.Equal(["de"], Find(index, new Query("Kalender") { Language = "en" }));
    }

    [Fact]
    public void The_last_word_may_be_unfinished_while_it_is_typed()
    {
        var index = Index(("it", "Install software", "en"), ("other", "A printer", "en"));

        Assert.Equal(["it"], Find(index, new Query("new inst") { IsTyping = true }));
        Assert.Equal(["it"], Find(index, new Query("s") { IsTyping = true }));
        Assert.Empty(Find(index, "inst"));
        Assert.Empty(Find(index, new Query("inst new") { IsTyping = true }));
    }

    [Fact]
    public void Stop_words_find_nothing_and_forbid_nothing()
    {
        var index = Index(("it", "is it on the printer", "en"));

        Assert.Empty(Find(index, "is it on the"));
        Assert.Equal(["it"], Find(index, "is it on the printer"));
    }

    private static SearchIndex Index(params (string Key, string Text, string? Language)[] documents)
    {
        var index = new SearchIndex([new FieldSettings("body", 1, 20)]);
        index.Replace(documents.Select(document => new Document(document.Key, [new("body", document.Text)]) { Language = document.Language }));
        return index;
    }

    private static List<string> Find(SearchIndex index, string query) => Find(index, new Query(query));

    private static List<string> Find(SearchIndex index, Query query) => [.. index.Search(query, 10).ScoreDocs.Select(hit => hit.Key)];
}
