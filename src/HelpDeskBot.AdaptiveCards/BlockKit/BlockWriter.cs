using System.Text.Json.Nodes;

namespace HelpDeskBot.AdaptiveCards.BlockKit;

/// <summary>Writes pieces as blocks. Lines that follow each other share a block.</summary>
sealed class BlockWriter(BlockKitOptions options, Downgrades downgrades)
{
    readonly List<Block> blocks = [];
    readonly RichTextWriter rich = new();
    readonly ButtonWriter buttons = new(options, downgrades);
    readonly InputWriter inputs = new(options, downgrades);

    public List<Block> Write(IEnumerable<Piece> pieces)
    {
        foreach (var piece in pieces)
            Write(piece);
        Flush();
        return blocks;
    }

    void Write(Piece piece)
    {
        switch (piece)
        {
            case Paragraph { Line: var line }: WriteLine(line); break;
            case Fact fact: WriteRich(LineOf(fact)); break;
            case SmallRow row: WriteSmall(row.Lines); break;
            case Columns columns: WriteFields(columns); break;
            case ButtonRow row: WriteRow(row); break;
            case ButtonSet set: WriteButtons(set.Buttons); break;
            case Picture picture: Add(Image(picture), picture.AltText); break;
            case CardInput input: WriteInput(input); break;
            case Divider when blocks.Count > 0 || rich.HasText: Add(new JsonObject { ["type"] = "divider" }, ""); break;
        }
    }

    void WriteLine(Line line)
    {
        if (line.Look == Look.Small && line.Text.Length <= Limits.Section)
            WriteSmall([line]);
        else if (line.Look == Look.Title && line.Frame == Frame.None && line.Text.Length <= Limits.Header)
            Add(new JsonObject { ["type"] = "header", ["text"] = TextObjects.Plain(line.Text, Limits.Header) }, line.Text);
        else
            WriteRich(line);
    }

    void WriteRich(Line line) => blocks.AddRange(rich.Add(line));

    void WriteSmall(IReadOnlyList<Line> lines)
    {
        foreach (var some in lines.Chunk(Limits.ContextElements))
            Add(
                new JsonObject { ["type"] = "context", ["elements"] = new JsonArray([.. some.Select(line => TextObjects.Of([line], Limits.Section))]) },
                string.Join(" · ", some.Select(line => line.Text)));
    }

    void WriteFields(Columns columns)
    {
        foreach (var some in columns.All.Chunk(Limits.FieldsInSection))
            Add(
                new JsonObject { ["type"] = "section", ["fields"] = new JsonArray([.. some.Select(lines => TextObjects.Of(lines, Limits.Field))]) },
                string.Join('\n', some.Select(lines => string.Join(' ', lines.Select(line => line.Text)))));
    }

    void WriteRow(ButtonRow row)
    {
        var text = string.Join('\n', row.Lines.Select(line => line.Text));
        if (text.Length <= Limits.Section && buttons.Write(row.Button, 0) is { } button)
        {
            Add(new JsonObject { ["type"] = "section", ["text"] = TextObjects.Of(row.Lines, Limits.Section), ["accessory"] = button }, text);
            return;
        }
        foreach (var line in row.Lines)
            WriteLine(line);
        WriteButtons([row.Button]);
    }

    void WriteButtons(IReadOnlyList<CardButton> all)
    {
        foreach (var some in all.Chunk(Limits.ActionsElements))
            if (some.Select(buttons.Write).OfType<JsonObject>().ToArray<JsonNode>() is { Length: > 0 } written)
                Add(new JsonObject { ["type"] = "actions", ["elements"] = new JsonArray(written) }, "");
    }

    void WriteInput(CardInput input)
    {
        if (inputs.Write(input) is { } block)
            Add(block, block["label"]!["text"]!.ToString());
    }

    void Add(JsonObject block, string text)
    {
        Flush();
        blocks.Add(new Block(block, text));
    }

    void Flush()
    {
        if (rich.Take() is { } block)
            blocks.Add(block);
    }

    static Line LineOf(Fact fact) =>
        new([new Span(fact.Name.Text.TrimEnd(':', ' ') + ": ") { IsBold = true }, .. fact.Value.Spans]);

    static JsonObject Image(Picture picture) => new()
    {
        ["type"] = "image",
        ["image_url"] = picture.Url,
        ["alt_text"] = SlackText.Cut(picture.AltText.Length > 0 ? picture.AltText : "…", Limits.AltText),
    };
}
