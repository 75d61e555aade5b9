namespace HelpDeskBot.Search.Classification;

/// <summary>Makes a classifier of examples.</summary>
internal static class Training
{
    public static TextClassifier Run(IReadOnlyList<LabelledText> examples, CancellationToken stop)
    {
        var counts = examples.CountBy(example => example.Label, StringComparer.Ordinal).OrderBy(label => label.Key, StringComparer.Ordinal).ToList();
        string[] learned = [.. counts.Where(label => Evidence.IsEnoughToLearn(label.Value)).Select(label => label.Key)];
        var texts = InAnyOrder(examples, learned);
        var corpus = CorpusReader.Read([.. texts.Select(text => text.Text)], [.. texts.Select(text => text.Label)], stop);

        var run = CrossValidation.Run(corpus, [.. texts.Select(text => CrossValidation.FoldOf(text.Hash))], stop);
        var factor = Calibration.Factor(run.HeldOutScores, corpus.LabelOf);
        var heldOut = new HeldOut(corpus, run.HeldOutScores, factor);
        var qualities = QualitiesOf(counts, learned, heldOut, examples.Count);
        return new TextClassifier(LinearModel.Of(run.Learned, factor), qualities, CurveOf(qualities, learned, heldOut));
    }

    // The same whatever order they came in. What has too few examples shares one label behind the learned ones: none of them.
    private static List<(ulong Hash, string Text, int Label)> InAnyOrder(IReadOnlyList<LabelledText> examples, string[] learned)
    {
        var numbers = learned.Index().ToDictionary(label => label.Item, label => label.Index, StringComparer.Ordinal);
        return
        [
            .. examples.Select(example => (Hash.Of(example.Text), example.Text, Label: numbers.GetValueOrDefault(example.Label, learned.Length)))
                .OrderBy(text => text.Item1).ThenBy(text => text.Label),
        ];
    }

    private static List<LabelQuality> QualitiesOf(List<KeyValuePair<string, int>> counts, string[] learned, HeldOut heldOut, int examples)
    {
        var (first, right) = heldOut.Firsts();
        return [.. counts.Select(count => QualityOf(count.Key, count.Value, Array.IndexOf(learned, count.Key)))];

        LabelQuality QualityOf(string label, int count, int number) => number < 0
            ? new LabelQuality(label, count, 0, 0, IsProposed: false)
            : new LabelQuality(
                label,
                count,
                first[number] == 0 ? 0 : (double)right[number] / first[number],
                (double)right[number] / count,
                Evidence.IsEnoughToPropose(right[number], first[number], (double)count / examples));
    }

    private static PrecisionCurve CurveOf(List<LabelQuality> qualities, string[] learned, HeldOut heldOut) =>
        heldOut.Curve([.. qualities.Where(label => label.IsProposed).Select(label => Array.IndexOf(learned, label.Label))]);
}
