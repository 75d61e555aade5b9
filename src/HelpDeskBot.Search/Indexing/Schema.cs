namespace HelpDeskBot.Search.Indexing;

/// <summary>The fields of an index, by number.</summary>
internal sealed class Schema(IReadOnlyList<FieldSettings> fields)
{
    private readonly FieldSettings[] _fields = [.. fields];

    public int Count => _fields.Length;

    public FieldSettings this[int number] => _fields[number];

    /// <summary>How many fields there are whose best value counts.</summary>
    public int ValueFields { get; } = fields.Count(field => field.BestValueWeight > 0);

    /// <summary>The most that a term of weight 1 contributes to a document.</summary>
    public double MostOfTerm { get; } = 1 + fields.Sum(field => field.BestValueWeight);
}
