namespace HelpDeskBot.Search.Classification;

/// <summary>Labelled texts as counts of the features that several of them share, each feature a row of the weights to be learned.</summary>
/// <param name="labels">The number of each text's label.</param>
/// <param name="features">The feature of each row.</param>
/// <param name="entries">Rows and counts of all texts, and where those of each text start.</param>
internal sealed class Corpus(int[] labels, uint[] features, (int[] Starts, int[] Rows, float[] Counts) entries)
{
    public int Count => labels.Length;

    public int LabelCount { get; } = labels.DefaultIfEmpty().Max() + 1;

    /// <summary>The feature of each row.</summary>
    public uint[] Features => features;

    public int LabelOf(int text) => labels[text];

    public Range EntriesOf(int text) => entries.Starts[text]..entries.Starts[text + 1];

    public ReadOnlySpan<int> RowsOf(int text) => entries.Rows.AsSpan(EntriesOf(text));

    /// <summary>The value of every entry: its count times the weight of its row, over the length of its text.</summary>
    public float[] ValuesWith(ReadOnlySpan<float> rowWeights)
    {
        var values = (float[])entries.Counts.Clone();
        for (var text = 0; text < Count; text++)
        {
            UnitLength.Scale(values.AsSpan(EntriesOf(text)), RowsOf(text), rowWeights);
        }

        return values;
    }
}
