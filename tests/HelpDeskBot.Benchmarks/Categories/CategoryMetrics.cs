namespace HelpDeskBot.Benchmarks.Categories;

/// <summary>How well one category is told.</summary>
internal sealed record CategoryRow(string Category, int Texts, double Precision, double Recall)
{
    public double F1 => Precision + Recall == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);
}

/// <summary>Of the texts whose probability lies in a tenth: how many, what was said, what was right.</summary>
internal sealed record ReliabilityRow(double From, int Texts, double Said, double Right);

/// <summary>How good categories are. What nothing was said of counts as wrong, with probability 0.</summary>
internal sealed record CategoryMetrics(IReadOnlyList<Judged> Texts)
{
    private const int Tenths = 10;

    public double Accuracy => Texts.Average(text => text.IsRight ? 1.0 : 0);

    public double MacroF1 => Categories().Average(row => row.F1);

    /// <summary>The mean distance between said and right, over tenths of probability.</summary>
    public double CalibrationError => Reliability().Sum(row => Math.Abs(row.Said - row.Right) * row.Texts) / Texts.Count;

    /// <summary>Of all texts, the share that passed the threshold that training chose.</summary>
    public double AutoFiled => Texts.Average(text => text.IsAutoFiled ? 1.0 : 0);

    /// <summary>How much of that was right.</summary>
    public double AutoFiledPrecision => Texts.Where(text => text.IsAutoFiled).Select(text => text.IsRight ? 1.0 : 0).DefaultIfEmpty().Average();

    public IReadOnlyList<CategoryRow> Categories() =>
    [
        .. from category in Texts.Select(text => text.Right).Distinct().Order(StringComparer.Ordinal)
           let right = Texts.Count(text => text.Right == category && text.IsRight)
           let own = Texts.Count(text => text.Right == category)
           let said = Texts.Count(text => text.Said == category)
           select new CategoryRow(category, own, said == 0 ? 0 : (double)right / said, (double)right / own),
    ];

    public IReadOnlyList<ReliabilityRow> Reliability() =>
    [
        .. from text in Texts
           group text by Math.Min(Tenths - 1, (int)(text.Probability * Tenths)) into tenth
           orderby tenth.Key
           select new ReliabilityRow(
               (double)tenth.Key / Tenths, tenth.Count(), tenth.Average(text => text.Probability), tenth.Average(text => text.IsRight ? 1.0 : 0)),
    ];

    /// <summary>The largest share of texts, likeliest first, of which this much is right: what the best threshold gives, chosen afterwards.</summary>
    public double ShareAt(double precision)
    {
        var (share, right) = (0.0, 0);
        foreach (var (place, text) in Texts.OrderByDescending(text => text.Probability).Index())
        {
            right += text.IsRight ? 1 : 0;
            share = right >= precision * (place + 1) ? (place + 1.0) / Texts.Count : share;
        }

        return share;
    }
}
