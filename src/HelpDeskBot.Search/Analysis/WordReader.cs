namespace HelpDeskBot.Search.Analysis;

/// <summary>
/// Cuts text into folded words of letters and digits, without allocating for plain ones. What joints hold together, such as <c>VPN-Client</c>,
/// comes in all its spellings: written together first, then each part.
/// </summary>
internal ref struct WordReader
{
    /// <summary>Room that reading needs.</summary>
    public const int BufferLength = 2 * LongestRun;

    private const int LongestWord = 64;
    private const int LongestRun = 256;
    private const int MostPartsOfWhole = 4;

    private readonly ReadOnlySpan<char> _text;
    private readonly Span<char> _folded;
    private readonly Span<char> _together;
    private int _next;
    private int _part;
    private int _end;
    private int _whole;

    /// <param name="text">What to read; longer words are cut.</param>
    /// <param name="buffer">Of <see cref="BufferLength"/>, for the words.</param>
    public WordReader(ReadOnlySpan<char> text, Span<char> buffer)
    {
        _text = text;
        _folded = buffer[..LongestRun];
        _together = buffer[LongestRun..BufferLength];
    }

    /// <summary>The word, folded. Valid until the next one.</summary>
    public ReadOnlySpan<char> Word { get; private set; }

    /// <summary>The word stands for several, which follow.</summary>
    public bool IsWhole { get; private set; }

    /// <summary>Which word of the text, from 0; the spellings of one share it.</summary>
    public int Position { get; private set; } = -1;

    /// <summary>Offset of the first character in the text.</summary>
    public int Start { get; private set; }

    /// <summary>Number of characters in the text.</summary>
    public int Length { get; private set; }

    public bool MoveNext()
    {
        while (!NextPart())
        {
            if (!NextRun())
            {
                return false;
            }
        }

        return true;
    }

    private bool NextRun()
    {
        while (_next < _text.Length && !Characters.IsWordAt(_text, _next, out _))
        {
            _next++;
        }

        if (_next == _text.Length)
        {
            return false;
        }

        Start = _next;
        var isJoined = Scan();
        Length = _next - Start;
        Position++;
        _part = 0;
        _end = Folding.Fold(_text.Slice(Start, Math.Min(Length, LongestRun)), _folded);
        if (isJoined)
        {
            DropContraction();
            _whole = WriteTogether();
        }

        return true;
    }

    // To the end of the run. A joint counts only between two letters or digits: the dot of a sentence ends a word.
    private bool Scan()
    {
        var isJoined = false;
        while (_next < _text.Length)
        {
            if (Characters.IsWordAt(_text, _next, out var width))
            {
                _next += width;
            }
            else if (_next + 1 < _text.Length && Characters.IsJoint(_text[_next]) && Characters.IsWordAt(_text, _next + 1, out _))
            {
                isJoined = true;
                _next++;
            }
            else
            {
                break;
            }
        }

        return isJoined;
    }

    // "it's" and "Zoë's" lose what follows their apostrophe.
    private void DropContraction()
    {
        var apostrophe = _folded[.._end].IndexOfAny('\'', '’');
        if (apostrophe > 0 && _end - apostrophe <= 3)
        {
            _end = apostrophe;
        }
    }

    // Numbers keep their joints: 2.53 is not 253. What has very many parts is no name of anything.
    private readonly int WriteTogether()
    {
        var run = _folded[.._end];
        var parts = 0;
        foreach (var part in run.SplitAny(Characters.Joints))
        {
            parts += part.Start.Value < part.End.Value ? 1 : 0;
        }

        var length = 0;
        var isNumber = !run.ContainsAnyInRange('a', char.MaxValue);
        foreach (var letter in parts is > 1 and <= MostPartsOfWhole ? run : [])
        {
            if (isNumber || !Characters.IsJoint(letter))
            {
                _together[length++] = letter;
            }
        }

        return length;
    }

    private bool NextPart()
    {
        if (_whole > 0)
        {
            Word = _together[..Math.Min(_whole, LongestWord)];
            (IsWhole, _whole) = (true, 0);
            return true;
        }

        IsWhole = false;
        while (_part < _end && Characters.IsJoint(_folded[_part]))
        {
            _part++;
        }

        var rest = _folded[_part.._end];
        var joint = rest.IndexOfAny(Characters.Joints);
        var word = joint < 0 ? rest : rest[..joint];
        _part += word.Length;
        Word = word[..Math.Min(word.Length, LongestWord)];
        return word.Length > 0;
    }
}
