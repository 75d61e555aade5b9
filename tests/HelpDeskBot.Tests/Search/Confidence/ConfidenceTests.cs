using HelpDeskBot.Search;
using HelpDeskBot.Search.Confidence;

namespace HelpDeskBot.Tests.Search.Confidence;

public class ConfidenceTests
{
    [Fact]
    public void The_fit_finds_the_weights_that_made_the_samples()
    {
        var (random, truth) = (new Random(5), new LogisticRegression(-1, [2, -3]));
        var samples = Enumerable.Range(0, 20_000).Select(_ =>
        {
            double[] numbers = [random.NextDouble() * 2, random.NextDouble() * 2];
            return (numbers, random.NextDouble() < truth.Probability(numbers));
        }).ToList();

        var fitted = LogisticRegression.Fit(samples);

        Assert.Equal(truth.Bias, fitted.Bias, 0.15);
        Assert.Equal(truth.Weights[0], fitted.Weights[0], 0.15);
        Assert.Equal(truth.Weights[1], fitted.Weights[1], 0.15);
    }

    [Fact]
    public void Samples_that_one_number_separates_give_finite_weights()
    {
        var fitted = LogisticRegression.Fit([.. Enumerable.Range(0, 50).Select(number => (new[] { number / 10.0, 0 }, number >= 25))]);

        Assert.True(double.IsFinite(fitted.Bias) && fitted.Weights.All(double.IsFinite), $"{fitted}");
        Assert.True(fitted.Probability([4.9, 0]) > 0.9 && fitted.Probability([0, 0]) < 0.1);
    }

    [Fact]
    public void What_fits_better_is_surer()
    {
        var index = new SearchIndex(ArticleFields.All);
        index.Replace(
        [
            new Document("vpn", [new("title", "The VPN token is rejected"), new("aliases", "vpn token rejected"), new("body", "Ask for a new VPN token when the old one is rejected.")]),
            .. Enumerable.Range(0, 50).Select(number => new Document($"{number}", [new("title", $"Article {number}"), new("body", $"Some other words about thing{number}")])),
        ]);
        double Confidence(string text) => FittedConfidence.Articles.Of(index.Search(new Query(text), 3));

        Assert.True(Confidence("vpn token rejected") > Confidence("vpn in the garden of my neighbour"));
        Assert.True(Confidence("vpn in the garden of my neighbour") > Confidence("moon"));
        Assert.Equal(0, Confidence("moon"));
        Assert.All(new[] { "vpn token rejected", "words", "" }, text => Assert.InRange(Confidence(text), 0, 1));
    }

    [Theory]
    [InlineData(0, ConfidenceBand.None)]
    [InlineData(0.299, ConfidenceBand.None)]
    [InlineData(0.3, ConfidenceBand.Maybe)]
    [InlineData(0.6, ConfidenceBand.Offer)]
    [InlineData(1, ConfidenceBand.Offer)]
    public void Thresholds_divide_the_bands(double probability, ConfidenceBand band) =>
        Assert.Equal(band, new AnswerConfidence(new LogisticRegression(0, []), MaybeFrom: 0.3, OfferFrom: 0.6).BandOf(probability));
}
