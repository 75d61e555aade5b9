using System.Text.Json;
using System.Text.Json.Nodes;
using static HelpDeskBot.AdaptiveCards.BlockKit.CardJson;

namespace HelpDeskBot.AdaptiveCards.BlockKit;

/// <summary>Reads a card into pieces. What people typed comes from text runs, choices and values; everything else is our own words.</summary>
sealed class CardReader(BlockKitOptions options, Downgrades downgrades)
{
    const int MaxDepth = 64;
    const string Warning = "⚠️ ";

    public List<Piece> Read(JsonNode? card)
    {
        if (card is not JsonObject item)
        {
            downgrades.Add("$", "is no card");
            return [];
        }
        List<Piece> pieces = [.. Elements(item, "body", "$", 1), .. Buttons(item, "$")];
        if (pieces.Count == 0 && Text(item, "fallbackText") is { Length: > 0 } fallback)
            pieces.Add(new Paragraph(Typed(fallback)));
        return pieces;
    }

    IEnumerable<Piece> Elements(JsonObject parent, string name, string path, int depth)
    {
        if (depth > MaxDepth)
        {
            downgrades.Add(path, $"nested more than {MaxDepth} levels deep");
            return [];
        }
        return Items(parent, name, path).SelectMany(pair => pair.Item is JsonObject item ? Element(item, pair.Path, depth) : NotShown("it", pair.Path));
    }

    IEnumerable<Piece> Element(JsonObject item, string path, int depth) => !IsVisible(item) ? [] :
    [
        .. Is(item, "separator") ? [new Divider()] : Array.Empty<Piece>(),
        .. Content(item, path, depth),
        .. Button(item, "selectAction", path),
    ];

    IEnumerable<Piece> Content(JsonObject item, string path, int depth) => Text(item, "type") switch
    {
        "TextBlock" => TextBlock(item).Select(line => new Paragraph(line)),
        "RichTextBlock" => RichText(item, path),
        "FactSet" => Objects(item, "facts", path).Select(pair => new Fact(OneLine(Text(pair.Item, "title")), OneLine(Text(pair.Item, "value")))),
        "Container" => Framed(Text(item, "style"), [.. Elements(item, "items", path, depth + 1)]),
        "ColumnSet" => ColumnsReader.Combine([.. Objects(item, "columns", path).Select(pair => Column(pair.Item, pair.Path, depth + 1))]),
        "Image" => Image(item, path),
        "ActionSet" => Buttons(item, path),
        var type when type.StartsWith("Input.", StringComparison.Ordinal) => [new CardInput(item, path), .. Button(item, "inlineAction", path)],
        var type => Fallback(item, type, path, depth),
    };

    List<Piece> Column(JsonObject column, string path, int depth) =>
        !IsVisible(column) ? [] :
        [.. Framed(Text(column, "style"), [.. Elements(column, "items", path, depth)]), .. Button(column, "selectAction", path)];

    IEnumerable<Line> TextBlock(JsonObject item)
    {
        var style = new Span("") { IsBold = Word(item, "weight") == "bolder" || Word(item, "style") == "heading" };
        var look = LookOf(item);
        return MarkdownReader.Read(Text(item, "text"), style, options.BaseAddress)
            .Select(line => line.Look == Look.Body ? line with { Look = look } : line);
    }

    Line OneLine(string markdown) =>
        MarkdownReader.Read(markdown.ReplaceLineEndings(" "), new Span(""), options.BaseAddress) is [var line, ..] ? line : Typed("");

    static IEnumerable<Piece> RichText(JsonObject item, string path)
    {
        var runs = Items(item, "inlines", path).ToList();
        var spans = runs.Select(run => RunOf(run.Item)).Where(span => span.Text.Length > 0).ToList();
        if (spans.Exists(span => !string.IsNullOrWhiteSpace(span.Text)))
            yield return new Paragraph(new Line(spans) { Look = LookOf(runs) });
        foreach (var (run, at) in runs)
            foreach (var button in run is JsonObject known ? Button(known, "selectAction", at) : [])
                yield return button;
    }

    static Span RunOf(JsonNode? inline) => inline is not JsonObject run ? new Span(SlackText.Clean(inline?.ToString() ?? "")) : new Span(Text(run, "text"))
    {
        IsBold = Word(run, "weight") == "bolder",
        IsItalic = Is(run, "italic"),
        IsStruck = Is(run, "strikethrough"),
    };

    static Look LookOf(List<(JsonNode? Item, string Path)> runs)
    {
        var looks = runs.Select(run => run.Item is JsonObject item ? LookOf(item) : Look.Body).Distinct().ToList();
        return looks is [var only and not Look.Title] ? only : Look.Body; // people's text is never a header: rich text takes any length
    }

    static Look LookOf(JsonObject item) => item switch
    {
        _ when Word(item, "fontType") == "monospace" => Look.Code,
        _ when Is(item, "isSubtle") || Word(item, "size") == "small" => Look.Small,
        _ when Word(item, "size") is "large" or "extralarge" => Look.Title,
        _ => Look.Body,
    };

    /// <summary>Emphasis becomes a quote, a warning gets its sign; Slack has no other frames.</summary>
    static IEnumerable<Piece> Framed(string style, List<Piece> pieces) => style.ToLowerInvariant() switch
    {
        "emphasis" => pieces.Select(piece => piece is Paragraph { Line: { Look: Look.Body, Frame: Frame.None } line } ? new Paragraph(line with { Frame = Frame.Quote }) : piece),
        "attention" => pieces.Select((piece, index) => index == 0 && piece is Paragraph said ? new Paragraph(said.Line.Led(Warning)) : piece),
        _ => pieces,
    };

    IEnumerable<Piece> Image(JsonObject item, string path)
    {
        if (SlackUrl.Of(Text(item, "url"), options.BaseAddress) is { } url)
            return [new Picture(url, Text(item, "altText"))];
        downgrades.Add(path, "Slack cannot fetch this image");
        return Text(item, "altText") is { Length: > 0 } text ? [new Paragraph(Typed(text) with { Look = Look.Small })] : [];
    }

    static IEnumerable<Piece> Buttons(JsonObject parent, string path) =>
        Objects(parent, "actions", path).Select(pair => new CardButton(pair.Item, pair.Path)).ToList() is { Count: > 0 } buttons
            ? [new ButtonSet(buttons)]
            : [];

    static IEnumerable<Piece> Button(JsonObject parent, string name, string path) =>
        parent[name] is JsonObject action ? [new ButtonSet([new CardButton(action, $"{path}.{name}")])] : [];

    IEnumerable<Piece> Fallback(JsonObject item, string type, string path, int depth) =>
        depth < MaxDepth && item["fallback"] is JsonObject other ? Element(other, $"{path}.fallback", depth + 1) : NotShown(type, path);

    IEnumerable<Piece> NotShown(string type, string path)
    {
        downgrades.Add(path, $"{type} is not shown");
        return [];
    }

    static Line Typed(string text) => new([new Span(text)]);

    static bool IsVisible(JsonObject item) => item["isVisible"]?.GetValueKind() != JsonValueKind.False;
}
