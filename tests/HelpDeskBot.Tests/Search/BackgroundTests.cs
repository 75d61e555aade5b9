using HelpDeskBot.Search;
using HelpDeskBot.Search.Confidence;

namespace HelpDeskBot.Tests.Search;

public class BackgroundTests
{
    private static readonly IReadOnlyList<(string Language, string Text)> Recipes =
    [
        ("en", "how long do I boil rice"), ("en", "rice with beans"), ("en", "what does it price at"), ("de", "wie lange koche ich reis"),
    ];

    private static readonly Background Kitchen = Background.Of([.. Recipes, .. Enumerable.Range(0, 2000).Select(number => ("en", $"thing{number}"))]);

    [Fact]
    public void Words_that_are_usual_elsewhere_are_strange()
    {
        var found = Found(Index(Kitchen, ("printer", "The printer is on fire")), "printer in the rice", "printer");

        Assert.True(Found(Index(Kitchen, ("printer", "The printer is on fire")), "printer in the fire", "printer").Strangeness < found.Strangeness);
        Assert.Equal(found.Score, Found(Index(Background.None, ("printer", "The printer is on fire")), "printer in the rice", "printer").Score, precision: 9);
        Assert.Equal(0, Found(Index(Background.None, ("printer", "The printer is on fire")), "printer in the rice", "printer").Strangeness);
    }

    [Fact]
    public void Words_of_any_form_and_either_language_are_known()
    {
        var recipes = Background.Of(Recipes);

        Assert.Equal(2.0 / 3, recipes.ShareOf("rice", "en"), precision: 9);
        Assert.Equal(1.0 / 3, recipes.ShareOf("boiling", "en"), precision: 9);
        Assert.Equal(1, recipes.ShareOf("kochen", "de"), precision: 9);
        Assert.Equal(1, recipes.ShareOfTerm("reis", "de"), precision: 9);
        Assert.Equal(0, recipes.ShareOf("rice", "de"));
        Assert.Equal(0, recipes.ShareOf("", "en"));
    }

    [Fact]
    public void What_a_document_is_about_is_not_strange_as_soon_as_there_is_one()
    {
        var index = Index(Kitchen, ("printer", "The printer is on fire"));
        var before = Found(index, "rice in the printer", "printer").Strangeness;

        index.Put(new Document("rice", [new("title", "Rice"), new("aliases", "rice")]));

        Assert.InRange(Found(index, "rice", "rice").Strangeness, 0, 1);
        Assert.True(Found(index, "rice in the printer", "printer").Strangeness < before);
        index.Remove("rice");
        Assert.Equal(before, Found(index, "rice in the printer", "printer").Strangeness, precision: 9);
    }

    [Fact]
    public void A_usual_word_is_no_slip_of_another()
    {
        Assert.Empty(Index(Kitchen, ("rice", "Rice in the keyboard")).Search(new Query("price") { Language = "en" }, 3).ScoreDocs);
        Assert.NotEmpty(Index(Background.None, ("rice", "Rice in the keyboard")).Search(new Query("price") { Language = "en" }, 3).ScoreDocs);
        Assert.NotEmpty(Index(Kitchen, ("rice", "Rice in the keyboard")).Search(new Query("keybaord") { Language = "en" }, 3).ScoreDocs);
    }

    /// <summary>A handful of articles, none of which has any other name.</summary>
    [Theory]
    [InlineData("the vpn token is rejected", "vpn")]
    [InlineData("how do I add a printer", "printer")]
    [InlineData("when do my vacation days expire", "vacation")]
    [InlineData("what is on the canteen menu", "canteen")]
    [InlineData("is there parking at the office", "parking")]
    [InlineData("how do I book a business trip", "trip")]
    [InlineData("Wie beantrage ich Urlaub?", "urlaub")]
    public void A_desk_with_few_articles_on_whatever_it_is_offers_them(string question, string article) => AssertOffered(question, article, FewArticles());

    [Theory]
    [InlineData("when do my vacation days expire", "vacation")]
    [InlineData("canteen menu", "canteen")]
    [InlineData("is there parking at the office", "parking")]
    [InlineData("how do I book a business trip", "trip")]
    [InlineData("Wie beantrage ich Urlaub?", "urlaub")]
    public void An_article_on_an_everyday_matter_is_offered_among_those_that_come_with_the_desk(string question, string article) =>
        AssertOffered(question, article, [.. ShippedDocuments.All, .. FewArticles()]);

    [Theory]
    [InlineData("what's a good recipe for rice")]
    [InlineData("how many calories are in a slice of cake")]
    [InlineData("who won the match last night")]
    [InlineData("Erzähl mir einen Witz")]
    [InlineData("Wie wird das Wetter morgen?")]
    public void Everyday_talk_gets_no_suggestion(string message)
    {
        foreach (var articles in new[] { FewArticles(), [.. ShippedDocuments.All] })
        {
            var confidence = FittedConfidence.Articles.Of(Everyday(articles).Search(new Query(message), 3));

            Assert.True(FittedConfidence.Articles.BandOf(confidence) is ConfidenceBand.None, $"{confidence}");
        }
    }

    private static void AssertOffered(string question, string article, IEnumerable<Document> articles)
    {
        var found = Everyday(articles).Search(new Query(question), 3);

        Assert.Equal(article, found.ScoreDocs[0].Key);
        Assert.Equal(ConfidenceBand.Offer, FittedConfidence.Articles.BandOf(FittedConfidence.Articles.Of(found)));
    }

    private static List<Document> FewArticles() =>
    [
        Article("vpn", "The VPN token is rejected", "Wait for the next number and type it slowly. If it is rejected again, your token must be replaced."),
        Article("printer", "Add a printer", "Open the settings, choose printers and the name that stands on the device."),
        Article("vacation", "Vacation days", "Everybody has 30 vacation days a year. Ask for them in the leave portal. Days of last year expire at the end of March."),
        Article("canteen", "Canteen: opening hours and menu", "The canteen serves lunch from 11:30 to 14:00. The menu of the week hangs at the entrance."),
        Article("parking", "Parking at the office", "Register your car at the reception. The parking spaces are behind the building."),
        Article("trip", "Book a flight or a hotel for a business trip", "Book in the travel portal; your manager approves the trip. Keep the receipts."),
        Article("urlaub", "Urlaub beantragen", "Jeder hat 30 Urlaubstage im Jahr. Beantrage den Urlaub im Personalportal; deine Führungskraft genehmigt ihn.") with { Language = "de" },
    ];

    private static Document Article(string key, string title, string body) => new(key, [new("title", title), new("body", body)]) { Language = "en" };

    private static SearchIndex Everyday(IEnumerable<Document> documents)
    {
        var index = new SearchIndex(ArticleFields.All, Background.Everyday);
        index.Replace(documents);
        return index;
    }

    private static SearchIndex Index(Background background, (string Key, string Title) document)
    {
        var index = new SearchIndex(ArticleFields.All, background);
        index.Replace([new Document(document.Key, [new("title", document.Title)]) { Language = "en" }]);
        return index;
    }

    private static ScoreDoc Found(SearchIndex index, string query, string key) =>
        index.Search(new Query(query) { Language = "en" }, 3).ScoreDocs.Single(hit => hit.Key == key);
}
