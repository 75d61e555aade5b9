using System.Text;
using HelpDeskBot.AdaptiveCards.Expressions;

namespace HelpDeskBot.AdaptiveCards.Templating;

/// <summary>Splits a string of the template into text and <c>${…}</c>.</summary>
sealed class TextCompiler
{
    readonly string source;
    readonly TemplatePlace place;
    readonly List<Expr> parts = [];
    readonly StringBuilder text = new();
    int position;

    TextCompiler(string source, TemplatePlace place)
    {
        this.source = source;
        this.place = place;
    }

    public static ValueNode Compile(string source, TemplatePlace place) =>
        source.Contains("${", StringComparison.Ordinal)
            ? new TextCompiler(source, place).Compile()
            : new LiteralNode(Value.Of(source));

    ValueNode Compile()
    {
        while (position < source.Length)
            Step();
        EndText();
        if (parts is not [{ } only and not ConstantExpr])
            return new TextNode(parts, place);
        // A concat() that is the whole string behaves as if its arguments stood in a text.
        return only is CallExpr call && call.Function == Functions.Concat
            ? new TextNode(call.Arguments, place)
            : new ExpressionNode(only, place);
    }

    void Step()
    {
        switch (source[position])
        {
            case '\\' when position + 1 < source.Length && source[position + 1] is '`' or '$':
                text.Append(source[position + 1]);
                position += 2;
                break;
            case '$' when position + 1 < source.Length && source[position + 1] == '{':
                EndText();
                parts.Add(Expression());
                break;
            case '`':
                throw place.Wrong("a backtick beside an expression must be written \\`");
            default:
                text.Append(source[position++]);
                break;
        }
    }

    void EndText()
    {
        if (text.Length > 0)
            parts.Add(new ConstantExpr(Value.Of(text.ToString())));
        text.Clear();
    }

    Expr Expression()
    {
        var start = position + 2;
        var end = ClosingBrace(start);
        position = end + 1;
        var expression = source[start..end].Trim();
        try
        {
            if (expression.Length == 0)
                throw new ExpressionException("an expression is missing");
            return Parser.Parse(expression[0] == '=' ? expression[1..] : expression);
        }
        catch (ExpressionException error)
        {
            throw place.Wrong($"${{{expression}}}: {error.Message}", error);
        }
    }

    int ClosingBrace(int start)
    {
        for (var i = start; i < source.Length; i++)
        {
            if (source[i] == '}')
                return i;
            if (source[i] is '\'' or '"')
                i = (Lexer.TextEnd(source, i) ?? throw Unclosed(start, "a quote in it has no end")) - 1;
            else if (source[i] is '{' or '`' or '\r' or '\n')
                throw Unclosed(start, "braces, backticks and line breaks stand only inside its quotes");
        }
        throw Unclosed(start, "write } after it, or \\${ for the characters themselves");
    }

    CardTemplateException Unclosed(int start, string hint) => place.Wrong($"unclosed ${{ at '{source[(start - 2)..]}': {hint}");
}
