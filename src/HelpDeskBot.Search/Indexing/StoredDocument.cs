namespace HelpDeskBot.Search.Indexing;

/// <summary>
/// A document as it is kept: the terms of its texts in their order. Each text has a header before them (<see cref="ValueHeader"/>), so that scoring, removing and
/// explaining need nothing else.
/// </summary>
internal sealed class StoredDocument(string key, int[] tokens)
{
    public string Key => key;

    public ReadOnlySpan<int> Tokens => tokens;

    /// <summary>Some of its texts count for themselves.</summary>
    public bool HasValues(Schema schema)
    {
        for (var at = 0; at < tokens.Length; at += ValueHeader.Size + ValueHeader.Read(Tokens[at..]).Length)
        {
            if (schema[ValueHeader.Read(Tokens[at..]).Field].BestValueWeight > 0)
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>What stands before the terms of a text.</summary>
/// <param name="Field">Which field it is in.</param>
/// <param name="Length">Number of terms that follow.</param>
/// <param name="Occurrence">What one occurrence of a term counts here.</param>
/// <param name="Weight">How far the text counts among others of its field.</param>
internal readonly record struct ValueHeader(int Field, int Length, float Occurrence, float Weight)
{
    public const int Size = 4;

    public static ValueHeader Read(ReadOnlySpan<int> tokens) => new(
        tokens[0], tokens[1], BitConverter.Int32BitsToSingle(tokens[2]), BitConverter.Int32BitsToSingle(tokens[3]));

    public void Write(Span<int> tokens)
    {
        tokens[0] = Field;
        tokens[1] = Length;
        tokens[2] = BitConverter.SingleToInt32Bits(Occurrence);
        tokens[3] = BitConverter.SingleToInt32Bits(Weight);
    }
}
