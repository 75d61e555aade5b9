namespace HelpDeskBot.Search;

/// <summary>What is to be found: texts in fields, under a key.</summary>
/// <param name="Key">Its name; a document put under the same key replaces it.</param>
/// <param name="Values">Its texts. A field may have several, which are searched as one text or each for itself, as its settings say.</param>
public sealed record Document(string Key, IReadOnlyList<FieldValue> Values)
{
    /// <summary>Code of the language its texts are in, such as <c>de</c>; null: it is guessed.</summary>
    public string? Language { get; init; }
}

/// <summary>A text of a document.</summary>
/// <param name="Field">One of the index's fields; a text of any other is not searched.</param>
/// <param name="Text">Plain text.</param>
public readonly record struct FieldValue(string Field, string Text)
{
    /// <summary>Code of its language, if that is not the document's.</summary>
    public string? Language { get; init; }

    /// <summary>How far it counts, above 0 to 1, in a field whose values are searched each for itself.</summary>
    public double Weight { get; init; } = 1;
}
