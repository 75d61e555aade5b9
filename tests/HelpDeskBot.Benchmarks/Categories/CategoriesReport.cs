namespace HelpDeskBot.Benchmarks.Categories;

/// <summary>Prints what was measured.</summary>
internal static class CategoriesReport
{
    /// <summary>The precision at which the share of tickets is measured that nobody has to confirm.</summary>
    public const double Precision = 0.97;

    public static void PrintHead() =>
        Console.WriteLine($"{"",-16} accuracy  macro-F1  calibration error  auto-filed (right)  best share at {Precision:p0}");

    public static void PrintLine(string name, CategoryMetrics metrics) => Console.WriteLine(
        $"{name,-16}   {metrics.Accuracy:f4}    {metrics.MacroF1:f4}             {metrics.CalibrationError:f4}"
        + $"      {metrics.AutoFiled:f3} ({metrics.AutoFiledPrecision:f4})                   {metrics.ShareAt(Precision):f3}");

    public static void PrintCategories(CategoryMetrics metrics)
    {
        Console.WriteLine($"\n{"category",-32} texts  precision  recall      F1");
        foreach (var row in metrics.Categories().OrderByDescending(row => row.Texts))
        {
            Console.WriteLine($"{row.Category,-32} {row.Texts,5}     {row.Precision:f4}  {row.Recall:f4}  {row.F1:f4}");
        }
    }

    public static void PrintReliability(CategoryMetrics metrics)
    {
        Console.WriteLine($"\nprobability    texts    said   right");
        foreach (var row in metrics.Reliability())
        {
            Console.WriteLine($"from {row.From:f1}     {row.Texts,7}  {row.Said:f4}  {row.Right:f4}");
        }
    }
}
