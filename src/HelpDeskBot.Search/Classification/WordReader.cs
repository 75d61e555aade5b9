using System.Globalization;
using System.Text;

namespace HelpDeskBot.Search.Classification;

/// <summary>
/// Cuts text into runs of letters, digits and marks, and hashes them in small letters. Not the analyzers of the search: these may improve from release
/// to release, while what a model was trained with must stay. Whoever changes words or hashes raises <see cref="ModelFile.Version"/>.
/// </summary>
internal ref struct WordReader(ReadOnlySpan<char> text)
{
    private readonly ReadOnlySpan<char> _text = text;

    /// <summary>Offset of the word's first character.</summary>
    public int Start { get; private set; }

    /// <summary>Offset behind its last.</summary>
    public int End { get; private set; }

    public uint Hash { get; private set; }

    public bool MoveNext()
    {
        for (Start = End; Start < _text.Length; Start++)
        {
            var hash = Classification.Hash.Basis;
            for (End = Start; End < _text.Length && IsLetter(End, out var letter, out var width); End += width)
            {
                hash = Classification.Hash.Next(hash, letter);
            }

            if (End > Start)
            {
                Hash = Classification.Hash.Mix(hash);
                return true;
            }
        }

        return false;
    }

    private readonly bool IsLetter(int at, out int letter, out int width)
    {
        (letter, width) = (_text[at], 1);
        if (char.IsAscii(_text[at]))
        {
            letter = char.ToLowerInvariant(_text[at]);
            return char.IsAsciiLetterOrDigit(_text[at]);
        }

        _ = Rune.DecodeFromUtf16(_text[at..], out var rune, out width); // half a surrogate pair gives a replacement character, which is no letter
        letter = Rune.ToLowerInvariant(rune).Value;
        return Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
    }
}
