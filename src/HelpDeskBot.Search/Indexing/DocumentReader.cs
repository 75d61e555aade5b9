using System.Runtime.InteropServices;
using HelpDeskBot.Search.Analysis;

namespace HelpDeskBot.Search.Indexing;

/// <summary>Reads the texts of documents into terms. For one writer at a time.</summary>
internal sealed class DocumentReader(Schema schema, Lexicon lexicon)
{
    // A log that somebody pasted is long enough at that.
    private const int MostTerms = 20_000;
    private const int GuessedFrom = 1000;

    private readonly List<int> _tokens = [];

    public StoredDocument Read(Document document)
    {
        _tokens.Clear();
        var language = document.Language ?? Guess(document.Values);
        for (var field = 0; field < schema.Count; field++)
        {
            ReadField(document.Values, field, language);
        }

        return new StoredDocument(document.Key, [.. _tokens]);
    }

    private void ReadField(IReadOnlyList<FieldValue> values, int field, string? language)
    {
        var (first, fieldLength) = (_tokens.Count, 0);
        for (var at = 0; at < values.Count; at++)
        {
            var value = values[at];
            if (value.Field == schema[field].Name)
            {
                var start = _tokens.Count;
                CollectionsMarshal.SetCount(_tokens, start + ValueHeader.Size);
                ReadText(value.Text, lexicon.Of(value.Language ?? language));
                var length = _tokens.Count - start - ValueHeader.Size;
                fieldLength += length;
                new ValueHeader(field, length, Similarity.Occurrence(schema[field], length), (float)value.Weight).Write(CollectionsMarshal.AsSpan(_tokens)[start..]);
            }
        }

        if (schema[field].BestValueWeight > 0)
        {
            TakeTogether(CollectionsMarshal.AsSpan(_tokens)[first..], Similarity.Occurrence(schema[field], fieldLength));
        }
    }

    // Where the best value counts by itself, all values together are one text.
    private static void TakeTogether(Span<int> values, float occurrence)
    {
        while (values.Length > 0)
        {
            var header = ValueHeader.Read(values);
            (header with { Occurrence = occurrence }).Write(values);
            values = values[(ValueHeader.Size + header.Length)..];
        }
    }

    private void ReadText(string text, Vocabulary vocabulary)
    {
        var words = new WordReader(text, stackalloc char[WordReader.BufferLength]);
        while (_tokens.Count < MostTerms && words.MoveNext())
        {
            if (vocabulary.Add(words.Word) is >= 0 and var term)
            {
                _tokens.Add(term);
            }
        }
    }

    private static string? Guess(IReadOnlyList<FieldValue> values)
    {
        string? guess = null;
        for (var at = 0; at < values.Count && guess is null; at++)
        {
            guess = LanguageGuess.Of(values[at].Text.AsSpan(0, Math.Min(values[at].Text.Length, GuessedFrom)));
        }

        return guess;
    }
}
