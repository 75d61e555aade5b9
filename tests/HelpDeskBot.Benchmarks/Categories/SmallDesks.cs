using HelpDeskBot.Search.Classification;

namespace HelpDeskBot.Benchmarks.Categories;

/// <summary>What a desk gets that has only the first so many examples.</summary>
internal static class SmallDesks
{
    private const double WorthShowing = 0.5;

    private static readonly int[] Sizes = [50, 200, 1000, 5000];

    public static void Print(IReadOnlyList<LabelledText> train, IReadOnlyList<LabelledText> test)
    {
        Console.WriteLine($"\nexamples  categories proposed  shown at {WorthShowing:f1} and more (right)  auto-filed (right)");
        foreach (var size in Sizes.Where(size => size < train.Count))
        {
            IReadOnlyList<LabelledText> examples = [.. train.Take(size)];
            var labels = TextClassifier.Train(examples).Labels;
            var metrics = CategoriesCommand.Measure(Categorizer.Ours, [(examples, test)]);
            var shown = metrics.Texts.Where(text => text.Probability >= WorthShowing).ToList();
            Console.WriteLine(
                $"{size,8}             {labels.Count(label => label.IsProposed),3} of {labels.Count,3}"
                + $"            {(double)shown.Count / test.Count:f3} ({shown.Select(text => text.IsRight ? 1.0 : 0).DefaultIfEmpty().Average():f3})"
                + $"      {metrics.AutoFiled:f3} ({metrics.AutoFiledPrecision:f3})");
        }
    }
}
