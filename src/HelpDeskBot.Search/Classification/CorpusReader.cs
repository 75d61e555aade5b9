using System.Runtime.InteropServices;

namespace HelpDeskBot.Search.Classification;

/// <summary>Reads labelled texts into a <see cref="Corpus"/>.</summary>
internal static class CorpusReader
{
    // They bound the size of a model; the rarest features are left out.
    private const int MostRows = 1 << 17;
    private const int MostWeights = 1 << 23;

    private const int NoRow = -1;

    public static Corpus Read(IReadOnlyList<string> texts, int[] labels, CancellationToken stop)
    {
        var read = new (uint[] Features, float[] Counts)[texts.Count];
        Parallel.For(0, read.Length, new ParallelOptions { CancellationToken = stop }, text => read[text] = Count(texts[text]));

        var (features, frequencies) = Number(read);
        var rowOf = RowsOf(features, frequencies, Math.Min(MostRows, MostWeights / (labels.DefaultIfEmpty().Max() + 1)));
        return new Corpus(labels, FeaturesOf(rowOf, features), EntriesOf(read, rowOf));
    }

    private static (uint[] Features, float[] Counts) Count(string text)
    {
        Span<uint> all = stackalloc uint[Features.Most];
        all = all[..Features.Of(text, all)];
        all.Sort();
        var (features, counts) = (new List<uint>(all.Length), new List<float>(all.Length));
        foreach (var feature in all)
        {
            if (features.Count > 0 && features[^1] == feature)
            {
                counts[^1]++;
            }
            else
            {
                features.Add(feature);
                counts.Add(1);
            }
        }

        return ([.. features], [.. counts]);
    }

    // Replaces the features of the texts by consecutive numbers, which are quicker to look up.
    private static (List<uint> Features, List<int> Frequencies) Number((uint[] Features, float[] Counts)[] texts)
    {
        var numbers = new Dictionary<uint, int>();
        var (features, frequencies) = (new List<uint>(), new List<int>());
        foreach (var (ofText, _) in texts)
        {
            foreach (ref var feature in ofText.AsSpan())
            {
                ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(numbers, feature, out var isKnown);
                if (!isKnown)
                {
                    number = features.Count;
                    features.Add(feature);
                    frequencies.Add(0);
                }

                frequencies[number]++;
                feature = (uint)number;
            }
        }

        return (features, frequencies);
    }

    private static int[] RowsOf(List<uint> features, List<int> frequencies, int most)
    {
        var chosen = Enumerable.Range(0, features.Count)
            .Where(number => frequencies[number] >= FeatureWeights.FewestTexts)
            .OrderByDescending(number => frequencies[number])
            .ThenBy(number => features[number])
            .Take(most);
        var rowOf = new int[features.Count];
        Array.Fill(rowOf, NoRow);
        foreach (var (row, number) in chosen.Index())
        {
            rowOf[number] = row;
        }

        return rowOf;
    }

    private static uint[] FeaturesOf(int[] rowOf, List<uint> features)
    {
        var ofRows = new uint[rowOf.Count(row => row != NoRow)];
        foreach (var (number, row) in rowOf.Index())
        {
            if (row != NoRow)
            {
                ofRows[row] = features[number];
            }
        }

        return ofRows;
    }

    private static (int[] Starts, int[] Rows, float[] Counts) EntriesOf((uint[] Features, float[] Counts)[] texts, int[] rowOf)
    {
        var (starts, rows, counts) = (new List<int> { 0 }, new List<int>(), new List<float>());
        foreach (var (numbers, ofText) in texts)
        {
            foreach (var (at, number) in numbers.Index())
            {
                if (rowOf[number] != NoRow)
                {
                    rows.Add(rowOf[number]);
                    counts.Add(ofText[at]);
                }
            }

            starts.Add(rows.Count);
        }

        return ([.. starts], [.. rows], [.. counts]);
    }
}
