using System.Text.Json.Nodes;

namespace HelpDeskBot.AdaptiveCards.BlockKit;

/// <summary>Brings blocks to what one message or view may hold.</summary>
static class Pages
{
    const string Ellipsis = "…";

    /// <summary>The blocks in messages; at least one.</summary>
    /// <param name="fallback">What a message says whose blocks say nothing.</param>
    public static IReadOnlyList<BlockPage> OfMessage(List<Block> blocks, string fallback)
    {
        if (fallback.Length == 0)
            fallback = Ellipsis;
        if (blocks.Count == 0)
            blocks = RichTextWriter.Write([new Line([new Span(fallback)])]);
        var pages = new List<List<Block>> { new() };
        var text = 0;
        foreach (var block in blocks)
        {
            var more = TextIn(block.Json);
            if (pages[^1].Count == Limits.MessageBlocks || (pages[^1].Count > 0 && text + more > Limits.MessageText))
            {
                pages.Add([]);
                text = 0;
            }
            pages[^1].Add(block);
            text += more;
        }
        return [.. pages.Select(page => new BlockPage(FallbackOf(page, fallback), Json(page)))];
    }

    /// <summary>The blocks of a view. What has to go goes from the end, and inputs last, since a form without them is no form.</summary>
    public static JsonArray OfView(List<Block> blocks, Downgrades downgrades)
    {
        var size = blocks.Sum(SizeOf);
        if (blocks.Count > Limits.ViewBlocks || size > Limits.ViewBytes)
        {
            downgrades.Add("$", $"{blocks.Count} blocks of {size} bytes; Slack takes {Limits.ViewBlocks} of {Limits.ViewBytes}");
            while (blocks.Count >= Limits.ViewBlocks || size > Limits.ViewBytes)
            {
                var last = blocks.FindLastIndex(block => !IsInput(block)) is >= 0 and var found ? found : blocks.Count - 1;
                size -= SizeOf(blocks[last]);
                blocks.RemoveAt(last);
            }
            blocks.Add(Small(Ellipsis));
        }
        return Json(blocks.Count > 0 ? blocks : [Small(Ellipsis)]);
    }

    public static bool IsInput(Block block) => block.Json["type"]!.ToString() == "input";

    static int SizeOf(Block block) => CardVocabulary.SizeOf(block.Json);

    static Block Small(string text) =>
        new(new JsonObject { ["type"] = "context", ["elements"] = new JsonArray(TextObjects.Plain(text, Limits.Section)) }, text);

    /// <summary>All characters of texts in a block, those of its buttons and choices too.</summary>
    static int TextIn(JsonNode? node) => node switch
    {
        JsonObject item => item.Sum(pair => pair is { Key: "text", Value: JsonValue text } ? text.ToString().Length : TextIn(pair.Value)),
        JsonArray items => items.Sum(TextIn),
        _ => 0,
    };

    static string FallbackOf(List<Block> page, string fallback)
    {
        var text = string.Join('\n', page.Select(block => block.Text).Where(text => !string.IsNullOrWhiteSpace(text)));
        return SlackText.CutEscaped(text.Length > 0 ? text : fallback, Limits.FallbackText);
    }

    static JsonArray Json(IEnumerable<Block> blocks) => new([.. blocks.Select(block => block.Json)]);
}
