using System.Globalization;
using System.Text;

namespace HelpDeskBot.AdaptiveCards.Expressions;

enum TokenKind
{
    Name,
    Number,
    Text,
    Symbol,
    End,
}

/// <summary>One word of an expression; the value is set for numbers and texts.</summary>
readonly record struct Token(TokenKind Kind, string Source, Value Value)
{
    public bool Is(string symbol) => Kind == TokenKind.Symbol && Source == symbol;
}

/// <summary>Splits an expression into words, by the lexical rules of Adaptive Expressions.</summary>
sealed class Lexer(string source)
{
    static readonly string[] Symbols =
        ["==", "!=", "<=", ">=", "&&", "||", "+", "-", "*", "/", "%", "<", ">", "!", "(", ")", "[", "]", ".", ","];

    int position;

    public Token Next()
    {
        while (position < source.Length && source[position] is ' ' or '\t' or '\ufeff' or '\u00a0')
            position++;
        if (position == source.Length)
            return new Token(TokenKind.End, "the end", default);
        var c = source[position];
        if (IsNameStart(c))
            return new Token(TokenKind.Name, Take(IsNamePart), default);
        if (char.IsAsciiDigit(c))
            return Number();
        return c is '\'' or '"' ? Quoted(c) : Symbol();
    }

    Token Number()
    {
        var digits = Take(char.IsAsciiDigit);
        if (position + 1 < source.Length && source[position] == '.' && char.IsAsciiDigit(source[position + 1]))
        {
            position++;
            digits += "." + Take(char.IsAsciiDigit);
        }
        return new Token(TokenKind.Number, digits, Value.Of(double.Parse(digits, CultureInfo.InvariantCulture)));
    }

    Token Quoted(char quote)
    {
        var end = TextEnd(source, position)
            ?? throw new ExpressionException($"the text that begins with {source[position..]} has no closing {quote}");
        var token = source[position..end];
        position = end;
        return new Token(TokenKind.Text, token, Value.Of(Unescape(token.AsSpan(1, token.Length - 2), quote)));
    }

    /// <summary>The position after the closing quote of the text that begins at <paramref name="start"/>, or null.</summary>
    public static int? TextEnd(string source, int start)
    {
        for (var i = start + 1; i < source.Length; i++)
        {
            if (source[i] == source[start])
                return i + 1;
            if (source[i] == '\\' && i + 1 < source.Length && (source[i + 1] == '\\' || source[i + 1] == source[start]))
                i++;
        }
        return null;
    }

    static string Unescape(ReadOnlySpan<char> text, char quote)
    {
        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var escaped = text[i] == '\\' && i + 1 < text.Length ? Escaped(text[i + 1], quote) : null;
            result.Append(escaped ?? text[i]);
            if (escaped is not null)
                i++;
        }
        return result.ToString();
    }

    static char? Escaped(char c, char quote) => c switch
    {
        'r' => '\r',
        'n' => '\n',
        't' => '\t',
        '\\' => '\\',
        _ when c == quote => c,
        _ => null,
    };

    Token Symbol()
    {
        var symbol = Array.Find(Symbols, symbol => string.CompareOrdinal(source, position, symbol, 0, symbol.Length) == 0)
            ?? throw new ExpressionException($"'{source[position..]}' begins with something that is not part of the language");
        position += symbol.Length;
        // The language takes %name for a name, so the official engines refuse 7 %2.
        if (symbol == "%" && position < source.Length && IsNamePart(source[position]))
            throw new ExpressionException("a % needs a space after it");
        return new Token(TokenKind.Symbol, symbol, default);
    }

    string Take(Func<char, bool> belongs)
    {
        var start = position++;
        while (position < source.Length && belongs(source[position]))
            position++;
        return source[start..position];
    }

    static bool IsNameStart(char c) => char.IsAsciiLetter(c) || c is '_' or '$';

    static bool IsNamePart(char c) => char.IsAsciiLetterOrDigit(c) || c == '_';
}
