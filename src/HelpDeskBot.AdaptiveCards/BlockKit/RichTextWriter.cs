using System.Globalization;
using System.Text.Json.Nodes;

namespace HelpDeskBot.AdaptiveCards.BlockKit;

/// <summary>Gathers lines into one <c>rich_text</c> block: there text is data, never markup, so that what people typed is shown as it is.</summary>
sealed class RichTextWriter
{
    readonly List<(string Type, List<Line> Lines)> groups = [];
    int length;

    public static List<Block> Write(IEnumerable<Line> lines)
    {
        var rich = new RichTextWriter();
        List<Block> blocks = [.. lines.SelectMany(rich.Add)];
        if (rich.Take() is { } last)
            blocks.Add(last);
        return blocks;
    }

    public bool HasText => groups.Count > 0;

    /// <summary>Adds a line. Whenever the block is full, it is given out and the next one begun.</summary>
    public IEnumerable<Block> Add(Line line)
    {
        foreach (var part in Parts(line).Select(Begun))
        {
            if (length + part.Text.Length > Limits.RichText && Take() is { } full)
                yield return full;
            var type = TypeOf(part);
            if (groups.Count == 0 || groups[^1].Type != type)
                groups.Add((type, []));
            groups[^1].Lines.Add(part);
            length += part.Text.Length + 1;
        }
    }

    /// <summary>The block so far; null if nothing was added.</summary>
    public Block? Take()
    {
        if (groups.Count == 0)
            return null;
        var elements = groups.Select(group => Element(group.Type, group.Lines)).ToArray();
        var text = string.Join('\n', groups.SelectMany(group => group.Lines).Select(line => line.Text));
        groups.Clear();
        length = 0;
        return new Block(new JsonObject { ["type"] = "rich_text", ["elements"] = new JsonArray(elements) }, text);
    }

    /// <summary>A list of Slack's begins at one; where one goes on, its numbers are written out.</summary>
    Line Begun(Line line, int part)
    {
        var goesOn = line.Frame == Frame.Numbers && line.Number > 1 && (groups.Count == 0 || groups[^1].Type != "ordered" || length + line.Text.Length > Limits.RichText);
        if (goesOn && part == 0)
            line = line.Led($"{line.Number.ToString(CultureInfo.InvariantCulture)}. ");
        return goesOn || part > 0 ? line with { Frame = line.Frame is Frame.Quote ? Frame.Quote : Frame.None } : line;
    }

    static string TypeOf(Line line) => line switch
    {
        { Look: Look.Code } => "rich_text_preformatted",
        { Frame: Frame.Quote } => "rich_text_quote",
        { Frame: Frame.Bullets } => "bullet",
        { Frame: Frame.Numbers } => "ordered",
        _ => "rich_text_section",
    };

    static JsonNode Element(string type, List<Line> lines) => type is "bullet" or "ordered"
        ? List(type, lines)
        : new JsonObject
        {
            ["type"] = type,
            ["elements"] = new JsonArray([.. lines.SelectMany((line, index) => index == 0 ? Spans(line) : Spans(line).Prepend(Text(new Span("\n"))))]),
        };

    static JsonObject List(string style, List<Line> lines) => new()
    {
        ["type"] = "rich_text_list",
        ["style"] = style,
        ["elements"] = new JsonArray([.. lines.Select(line => Element("rich_text_section", [line]))]),
    };

    static IEnumerable<JsonNode> Spans(Line line) => line.Spans.Where(span => span.Text.Length > 0).Select(Text);

    static JsonNode Text(Span span)
    {
        var element = span.Url is null
            ? new JsonObject { ["type"] = "text", ["text"] = span.Text }
            : new JsonObject { ["type"] = "link", ["url"] = span.Url, ["text"] = span.Text };
        if (StyleOf(span) is { Count: > 0 } style)
            element["style"] = style;
        return element;
    }

    static JsonObject StyleOf(Span span) => new(
        new (string Name, bool Is)[] { ("bold", span.IsBold), ("italic", span.IsItalic), ("strike", span.IsStruck), ("code", span.IsCode) }
            .Where(style => style.Is)
            .Select(style => KeyValuePair.Create<string, JsonNode?>(style.Name, true)));

    /// <summary>A line in parts that fit, cut where a word ends if there is one.</summary>
    static IEnumerable<Line> Parts(Line line)
    {
        var spans = new List<Span>();
        var room = Limits.RichText;
        foreach (var span in line.Spans)
            for (var rest = span.Text; rest.Length > 0;)
            {
                var cut = rest.Length <= room ? rest.Length : CutAt(rest, room);
                spans.Add(span with { Text = rest[..cut] });
                rest = rest[cut..];
                room -= cut;
                if (rest.Length == 0)
                    continue;
                yield return line with { Spans = spans };
                (spans, room) = ([], Limits.RichText);
            }
        if (spans.Count > 0)
            yield return line with { Spans = spans };
    }

    static int CutAt(string text, int room)
    {
        var space = room > 0 ? text.LastIndexOfAny([' ', '\n'], room - 1) : -1;
        if (space > room / 2)
            return space + 1;
        return room > 0 && char.IsHighSurrogate(text[room - 1]) ? room - 1 : room;
    }
}

/// <summary>A block, and what it says in plain text.</summary>
sealed record Block(JsonObject Json, string Text);
