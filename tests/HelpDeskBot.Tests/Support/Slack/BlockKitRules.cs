using System.Text;
using System.Text.Json.Nodes;

namespace HelpDeskBot.Tests.Support.Slack;

/// <summary>What Slack accepts as blocks and views, written from its documentation and not from the translation that it judges.</summary>
internal sealed partial class BlockKitRules
{
    private readonly List<string> _problems = [];
    private readonly HashSet<string> _blockIds = new(StringComparer.Ordinal);

    private BlockKitRules()
    {
    }

    /// <summary>What is wrong with the blocks of a message.</summary>
    public static IReadOnlyList<string> OfMessage(JsonArray? blocks)
    {
        var rules = new BlockKitRules();
        rules.Blocks(blocks, 50);
        rules.Need(TextIn(blocks) + (72 * (blocks?.Count ?? 0)) <= 13_200, "blocks", "all texts together are too long");
        return rules._problems;
    }

    /// <summary>What is wrong with a modal or home tab.</summary>
    public static IReadOnlyList<string> OfView(JsonObject view)
    {
        var rules = new BlockKitRules();
        rules.View(view);
        return rules._problems;
    }

    private void View(JsonObject view)
    {
        var type = Text(view, "type");
        Need(type is "modal" or "home", "view", $"no view {type}");
        Closed(view, "view", "type title submit close blocks private_metadata callback_id external_id clear_on_close notify_on_close");
        Need(Encoding.UTF8.GetByteCount(view.ToJsonString()) <= 250_000, "view", "over 250 kB");
        Need(Text(view, "private_metadata").Length <= 3000, "private_metadata", "too long");
        Need(!view.ContainsKey("callback_id") || Text(view, "callback_id").Length is > 0 and <= 255, "callback_id", "length");
        foreach (var name in new[] { "title", "submit", "close" })
        {
            if (view[name] is JsonObject text)
            {
                Plain(text, name, 24);
            }
        }

        Need(type == "home" || view["title"] is JsonObject, "title", "missing");
        var blocks = view["blocks"] as JsonArray;
        Blocks(blocks, 100);
        var hasInput = blocks?.Any(block => Text(block as JsonObject, "type") == "input") == true;
        Need(type == "home" || !hasInput || view["submit"] is JsonObject, "submit", "a form needs it");
    }

    private void Blocks(JsonArray? blocks, int most)
    {
        Need(blocks is { Count: > 0 } && blocks.Count <= most, "blocks", $"{blocks?.Count} of {most}");
        foreach (var (block, index) in (blocks ?? []).Select((block, index) => (block as JsonObject, index)))
        {
            Block(block ?? [], $"blocks[{index}]");
        }
    }

    private void Block(JsonObject block, string at)
    {
        var id = Text(block, "block_id");
        Need(!block.ContainsKey("block_id") || (id.Length is > 0 and <= 255 && _blockIds.Add(id)), at, "block_id");
        switch (Text(block, "type"))
        {
            case "divider": Closed(block, at, "type block_id"); break;
            case "header": Header(block, at); break;
            case "section": Section(block, at); break;
            case "context": Context(block, at); break;
            case "actions": Actions(block, at); break;
            case "image": Image(block, at, "type block_id image_url alt_text title"); break;
            case "input": Input(block, at); break;
            case "rich_text": RichText(block, at); break;
            case var type: Need(false, at, $"no block {type}"); break;
        }
    }

    private void Header(JsonObject block, string at)
    {
        Closed(block, at, "type block_id text");
        Plain(block["text"], at, 150);
    }

    private void Section(JsonObject block, string at)
    {
        Closed(block, at, "type block_id text fields accessory expand");
        Need(block["text"] is not null || block["fields"] is not null, at, "neither text nor fields");
        if (block["text"] is { } text)
        {
            TextObject(text, at, 3000);
        }

        Each(block, "fields", at, 10, (field, path) => TextObject(field, path, 2000));
        if (block["accessory"] is JsonObject accessory)
        {
            Element(accessory, at + ".accessory");
        }
    }

    private void Context(JsonObject block, string at)
    {
        Closed(block, at, "type block_id elements");
        Need(block["elements"] is JsonArray, at, "no elements");
        Each(block, "elements", at, 10, (element, path) => TextObject(element, path, 3000));
    }

    private void Actions(JsonObject block, string at)
    {
        Closed(block, at, "type block_id elements");
        Need(block["elements"] is JsonArray, at, "no elements");
        Each(block, "elements", at, 25, (element, path) => Element(element as JsonObject ?? [], path));
        var ids = (block["elements"] as JsonArray ?? []).Select(element => Text(element as JsonObject, "action_id")).ToList();
        Need(ids.Distinct().Count() == ids.Count, at, "two elements have the same action_id");
    }

    private void Image(JsonObject block, string at, string properties)
    {
        Closed(block, at, properties);
        Need(IsUrl(Text(block, "image_url")), at, "image_url");
        Need(Text(block, "alt_text").Length is > 0 and <= 2000, at, "alt_text");
    }

    private void Input(JsonObject block, string at)
    {
        Closed(block, at, "type block_id label element hint optional dispatch_action");
        Plain(block["label"], at, 2000);
        Need(block["element"] is JsonObject && Text(block["element"] as JsonObject, "type") != "button", at, "no element");
        Element(block["element"] as JsonObject ?? [], at + ".element");
    }

    private void RichText(JsonObject block, string at)
    {
        Closed(block, at, "type block_id elements");
        Need(block["elements"] is JsonArray { Count: > 0 }, at, "no elements");
        Need(TextIn(block) <= 3010, at, "longer than a section may be");
        Each(block, "elements", at, int.MaxValue, (element, path) => RichElement(element as JsonObject ?? [], path));
    }

    private void RichElement(JsonObject element, string at)
    {
        var type = Text(element, "type");
        Need(type is "rich_text_section" or "rich_text_quote" or "rich_text_preformatted" or "rich_text_list", at, type);
        Closed(element, at, type == "rich_text_list" ? "type elements style indent border" : "type elements border");
        Need(element["elements"] is JsonArray { Count: > 0 }, at, "no elements");
        Each(element, "elements", at, int.MaxValue, (inner, path) =>
        {
            if (type == "rich_text_list")
            {
                RichElement(inner as JsonObject ?? [], path);
            }
            else
            {
                RichRun(inner as JsonObject ?? [], path);
            }
        });
    }

    private void RichRun(JsonObject run, string at)
    {
        var isLink = Text(run, "type") == "link";
        Closed(run, at, isLink ? "type text style url" : "type text style");
        Need((isLink && IsUrl(Text(run, "url"))) || Text(run, "type") == "text", at, "no text or link");
        Need(Text(run, "text").Length > 0, at, "no text");
    }

    private void TextObject(JsonNode? text, string at, int length)
    {
        var type = Text(text as JsonObject, "type");
        Need(type is "plain_text" or "mrkdwn", at, $"no text object {type}");
        Closed(text as JsonObject ?? [], at, type == "mrkdwn" ? "type text verbatim" : "type text emoji");
        Need(Text(text as JsonObject, "text").Length is var actual && actual > 0 && actual <= length, at, $"{Text(text as JsonObject, "text").Length} of {length} characters");
    }

    private void Plain(JsonNode? text, string at, int length)
    {
        Need(Text(text as JsonObject, "type") == "plain_text", at, "must be plain_text");
        TextObject(text, at, length);
    }

    private void Each(JsonObject parent, string name, string at, int most, Action<JsonNode?, string> check)
    {
        if (parent[name] is not JsonArray items)
        {
            return;
        }

        Need(items.Count > 0 && items.Count <= most, at, $"{items.Count} {name}, at most {most}");
        foreach (var (item, index) in items.Select((item, index) => (item, index)))
        {
            check(item, $"{at}.{name}[{index}]");
        }
    }

    private void Closed(JsonObject item, string at, string properties)
    {
        foreach (var (name, value) in item)
        {
            Need(properties.Split(' ').Contains(name) && value is not null, at, $"{name} does not belong there");
        }
    }

    private void Need(bool isRight, string at, string otherwise)
    {
        if (!isRight)
        {
            _problems.Add($"{at}: {otherwise}");
        }
    }

    private static bool IsUrl(string url) => url.Length <= 3000 && Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is ("http" or "https");

    private static int TextIn(JsonNode? node) => node switch
    {
        JsonObject item => item.Sum(pair => pair is { Key: "text", Value: JsonValue text } ? text.ToString().Length : TextIn(pair.Value)),
        JsonArray items => items.Sum(TextIn),
        _ => 0,
    };

    private static string Text(JsonObject? item, string name) => item?[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : "";
}
