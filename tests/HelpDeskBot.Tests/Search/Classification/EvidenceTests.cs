using HelpDeskBot.Search.Classification;

namespace HelpDeskBot.Tests.Search.Classification;

/// <summary>A desk that begins has few tickets, and some categories stay rare.</summary>
public class EvidenceTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(50)]
    public void Of_too_few_examples_nothing_is_proposed(int count)
    {
        var classifier = TextClassifier.Train(new SampleTickets(seed: 1).Take(count));

        Assert.All(classifier.Labels, label => Assert.False(label.IsProposed));
        Assert.Empty(classifier.Classify("my password expired"));
        Assert.Null(classifier.ThresholdFor(0.5));
    }

    [Fact]
    public void A_label_needs_twenty_examples()
    {
        var common = Repeated("laptop", 60, "laptop battery empty");

        var before = TextClassifier.Train([.. common, .. Repeated("payslip", 19, "payslip wrong tax")]);
        var after = TextClassifier.Train([.. common, .. Repeated("payslip", 20, "payslip wrong tax")]);

        Assert.Equal(["laptop"], before.Classify("payslip wrong tax").Select(row => row.Label));
        Assert.Equal(["payslip", "laptop"], after.Classify("payslip wrong tax").Select(row => row.Label));
    }

    /// <summary>A rare category is not pressed into a frequent one: what is left of the probability says that none fits.</summary>
    [Fact]
    public void What_has_too_few_examples_still_counts_against_the_others()
    {
        var classifier = TextClassifier.Train([.. Repeated("laptop", 60, "laptop battery empty"), .. Repeated("payslip", 19, "payslip wrong tax")]);

        Assert.InRange(classifier.Classify("payslip wrong tax").Single().Probability, 0, 0.2);
        Assert.InRange(classifier.Classify("laptop battery empty").Single().Probability, 0.8, 1);
        Assert.Equal([("laptop", 60, true), ("payslip", 19, false)], classifier.Labels.Select(label => (label.Label, label.Examples, label.IsProposed)));
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(0.9)]
    public void Labels_that_the_text_does_not_tell_are_not_proposed(double shareOfFirst)
    {
        var random = new Random(1);
        var classifier = TextClassifier.Train(new SampleTickets(seed: 1).Take(400)
            .Select(ticket => ticket with { Label = random.NextDouble() < shareOfFirst ? "first" : "second" }));

        Assert.All(classifier.Labels, label => Assert.False(label.IsProposed, $"{label}"));
        Assert.Null(classifier.ThresholdFor(0.97));
    }

    [Fact]
    public void A_label_that_is_everybodys_is_not_proposed() =>
        Assert.Empty(TextClassifier.Train(Repeated("laptop", 200, "laptop battery empty")).Classify("laptop battery empty"));

    [Fact]
    public void Unbalanced_labels_are_proposed_once_they_are_told()
    {
        var classifier = TextClassifier.Train([.. Repeated("laptop", 180, "laptop battery empty"), .. Repeated("payslip", 20, "payslip wrong tax")]);

        Assert.All(classifier.Labels, label => Assert.True(label.IsProposed, $"{label}"));
        Assert.Equal("payslip", classifier.Classify("my payslip")[0].Label);
    }

    /// <summary>Without an error 88 are needed to show 97 % with confidence.</summary>
    [Theory]
    [InlineData(40, false)]
    [InlineData(80, true)]
    public void A_precision_has_to_be_shown(int examplesEach, bool isShown)
    {
        var classifier = TextClassifier.Train([.. Repeated("laptop", examplesEach, "laptop battery empty"), .. Repeated("payslip", examplesEach, "payslip wrong tax")]);

        Assert.Equal(isShown, classifier.ThresholdFor(0.97) is not null);
        Assert.NotNull(classifier.ThresholdFor(0.9));
        Assert.Null(classifier.ThresholdFor(1));
    }

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(0, 10, 0)]
    [InlineData(87, 87, 0.9698)]
    [InlineData(88, 88, 0.9702)]
    [InlineData(8, 10, 0.5408)]
    [InlineData(970, 1000, 0.9598)]
    public void A_share_is_at_least_what_Wilson_says(int right, int cases, double atLeast) =>
        Assert.Equal(atLeast, Proportion.AtLeast(right, cases), 0.0001);

    private static IEnumerable<LabelledText> Repeated(string label, int count, string words) =>
        Enumerable.Range(0, count).Select(number => new LabelledText(label, $"{words} case {number}"));
}
