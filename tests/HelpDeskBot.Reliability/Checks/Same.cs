namespace HelpDeskBot.Reliability.Checks;

/// <summary>Compares two collections as multisets and names what is missing and what is too much.</summary>
internal static class Same
{
    private const int Shown = 20;

    public static void Assert(string what, IEnumerable<string> expected, IEnumerable<string> actual)
    {
        var (wanted, found) = (Counts(expected), Counts(actual));
        var missing = Beyond(wanted, found);
        var extra = Beyond(found, wanted);
        Xunit.Assert.True(
            missing.Count + extra.Count == 0,
            $"{what}: {missing.Count} missing, {extra.Count} too many\n{Lines("missing", missing)}{Lines("too many", extra)}");
    }

    private static Dictionary<string, int> Counts(IEnumerable<string> items) =>
        items.CountBy(item => item, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);

    private static List<string> Beyond(Dictionary<string, int> these, Dictionary<string, int> those) =>
        [.. these.SelectMany(pair => Enumerable.Repeat(pair.Key, Math.Max(0, pair.Value - those.GetValueOrDefault(pair.Key))))];

    private static string Lines(string name, List<string> items) => string.Concat(items.Take(Shown).Select(item => $"  {name}: {item}\n"));
}
