using HelpDeskBot.Benchmarks.Sets;
using HelpDeskBot.Search.Classification;

namespace HelpDeskBot.Benchmarks.Categories;

/// <summary>Measures the text classifier, and beside it what it has to beat, on labelled texts.</summary>
internal static class CategoriesCommand
{
    public const string Usage = """
        categories TRAIN [TEST]
            TRAIN, TEST  one text a line: its category, a tab, the text; UTF-8, gzipped if the name ends in .gz. A first line "class<tab>text" names the
                         columns, which may then be in another order and be more. Texts contain no tab and no line break.
            With TEST it trains on the one and measures on the other, otherwise 5 times on four fifths of TRAIN and on the remaining fifth.
        """;

    private const int Folds = 5;
    private const int Seed = 1;

    private static readonly (string Name, Func<IReadOnlyList<LabelledText>, Categorizer> Train)[] Contestants =
    [
        ("majority class", Categorizer.MajorityClass),
        ("naive Bayes", Categorizer.NaiveBayes),
        ("text classifier", Categorizer.Ours),
    ];

    public static void Run(string train, string? test)
    {
        var examples = Read(train);
        var rounds = test is null ? FoldsOf(examples) : [(examples, Read(test))];
        Console.WriteLine(
            $"{Path.GetFileName(train)}: {examples.Count:N0} texts, {examples.DistinctBy(example => example.Label).Count()} categories, {rounds.Count} rounds\n");
        CategoriesReport.PrintHead();
        var measured = Contestants.Select(contestant => (contestant.Name, Metrics: Measure(contestant.Train, rounds))).ToList();
        measured.ForEach(result => CategoriesReport.PrintLine(result.Name, result.Metrics));
        CategoriesReport.PrintCategories(measured[^1].Metrics);
        CategoriesReport.PrintReliability(measured[^1].Metrics);
        SmallDesks.Print(rounds[0].Train, rounds[0].Test);
        Costs.Print(examples);
    }

    internal static CategoryMetrics Measure(
        Func<IReadOnlyList<LabelledText>, Categorizer> train, IEnumerable<(IReadOnlyList<LabelledText> Train, IReadOnlyList<LabelledText> Test)> rounds) =>
        new([.. rounds.SelectMany(round => Judge(train(round.Train), round.Test))]);

    private static IEnumerable<Judged> Judge(Categorizer categorizer, IReadOnlyList<LabelledText> texts)
    {
        var threshold = categorizer.Threshold(CategoriesReport.Precision);
        return from text in texts
               let first = categorizer.First(text.Text)
               let probability = first?.Probability ?? 0
               select new Judged(text.Label, first?.Label, probability, threshold is not null && probability >= threshold);
    }

    private static List<LabelledText> Read(string file)
    {
        LabelledText[] texts = [.. Tsv.Read(file, "class", "text").Select(row => new LabelledText(row["class"], row["text"]))];
        new Random(Seed).Shuffle(texts);
        return [.. texts];
    }

    private static List<(IReadOnlyList<LabelledText> Train, IReadOnlyList<LabelledText> Test)> FoldsOf(List<LabelledText> texts) =>
    [
        .. from fold in Enumerable.Range(0, Folds)
           let parts = texts.Index().ToLookup(text => text.Index % Folds == fold, text => text.Item)
           select ((IReadOnlyList<LabelledText>)[.. parts[false]], (IReadOnlyList<LabelledText>)[.. parts[true]]),
    ];
}
