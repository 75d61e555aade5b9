using HelpDeskBot.Search.Classification;

namespace HelpDeskBot.Tests.Search.Classification;

public class CalibrationTests
{
    /// <summary>Labels drawn with the probabilities that scores stand for, once they are multiplied by the factor.</summary>
    [Theory]
    [InlineData(0.3)]
    [InlineData(1)]
    [InlineData(1.7)]
    public void The_factor_that_labels_were_drawn_with_is_found(double factor)
    {
        var random = new Random(1);
        float[][] scores = [.. Enumerable.Range(0, 20_000).Select(_ => Enumerable.Range(0, 4).Select(_ => (float)(random.NextDouble() * 6)).ToArray())];
        int[] labels = [.. scores.Select(score => Draw(Calibration.Probabilities(score, factor), random.NextDouble()))];

        Assert.Equal(factor, Calibration.Factor(scores, text => labels[text]), factor * 0.05);
    }

    [Fact]
    public void Without_texts_scores_stay_as_they_are() => Assert.Equal(1, Calibration.Factor([], _ => 0));

    [Fact]
    public void Where_all_are_right_it_does_not_become_certain() =>
        Assert.Equal(2, Calibration.Factor([.. Enumerable.Repeat(new[] { 3f, 0f }, 100)], _ => 0));

    [Fact]
    public void Huge_scores_give_probabilities() => Assert.Equal([1, 0], Calibration.Probabilities([1e30f, -1e30f], 2));

    private static int Draw(float[] probabilities, double at)
    {
        var label = 0;
        for (; label < probabilities.Length - 1 && at >= probabilities[label]; label++)
        {
            at -= probabilities[label];
        }

        return label;
    }
}
