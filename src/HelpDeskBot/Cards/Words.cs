using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace HelpDeskBot.Cards;

/// <summary>
/// The words of one culture, by key such as <c>ticket.claim</c>. Placeholders are <c>{name}</c>; what depends on a number is
/// <c>{count, plural, one {# ticket} other {# tickets}}</c>, as in ICU messages.
/// </summary>
internal sealed class Words
{
    private readonly FrozenDictionary<string, string> _texts;
    private readonly ConcurrentBag<JsonObject> _trees = [];

    public Words(string culture, JsonObject tree)
    {
        Culture = CultureInfo.GetCultureInfo(culture);
        Tree = tree;
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        Flatten(tree, "", texts);
        _texts = texts.ToFrozenDictionary(StringComparer.Ordinal);
    }

    public CultureInfo Culture { get; }

    public string Language => Culture.Name;

    /// <summary>The words as cards use them: <c>${t.ticket.claim}</c>.</summary>
    public JsonObject Tree { get; }

    /// <summary>A copy of <see cref="Tree"/> to put into data and give back: a node stands in one place only, and copying the words costs more than a card.</summary>
    public JsonObject BorrowTree() => _trees.TryTake(out var tree) ? tree : (JsonObject)Tree.DeepClone();

    public void ReturnTree(JsonObject tree) => _trees.Add(tree);

    public IEnumerable<string> Keys => _texts.Keys;

    /// <summary>The text of a key; a missing key is a bug that a test finds, and shows as itself.</summary>
    public string this[string key] => _texts.GetValueOrDefault(key, key);

    public bool Has(string key) => _texts.ContainsKey(key);

    /// <summary>The text of a key with its placeholders filled in. Values are taken as they are, never as words themselves.</summary>
    public string Format(string key, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        var named = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in values)
        {
            named[name] = Convert.ToString(value, Culture) ?? "";
        }

        return Format(key, named);
    }

    /// <inheritdoc cref="Format(string, ReadOnlySpan{ValueTuple{string, object}})"/>
    public string Format(string key, IReadOnlyDictionary<string, string> values) => Fill(this[key], values);

    private string Fill(string pattern, IReadOnlyDictionary<string, string> values)
    {
        var result = new StringBuilder(pattern.Length);
        for (var at = 0; at < pattern.Length;)
        {
            if (pattern[at] != '{' || EndOf(pattern, at) is not (> 0 and var end))
            {
                result.Append(pattern[at++]);
                continue;
            }

            result.Append(Placeholder(pattern[(at + 1)..end], values));
            at = end + 1;
        }

        return result.ToString();
    }

    private string Placeholder(string inside, IReadOnlyDictionary<string, string> values)
    {
        var parts = inside.Split(',', 3, StringSplitOptions.TrimEntries);
        var value = values.GetValueOrDefault(parts[0], "");
        return parts is [_, "plural", var forms] ? Plural(forms, value, values) : value;
    }

    private string Plural(string forms, string value, IReadOnlyDictionary<string, string> values)
    {
        var wanted = value == "1" ? "one" : "other";
        for (var at = 0; at < forms.Length;)
        {
            var open = forms.IndexOf('{', at);
            var close = open < 0 ? -1 : EndOf(forms, open);
            if (close < 0)
            {
                break;
            }

            if (forms[at..open].Trim() == wanted)
            {
                return Fill(forms[(open + 1)..close].Replace("#", value, StringComparison.Ordinal), values);
            }

            at = close + 1;
        }

        return value;
    }

    // The closing brace that belongs to the opening one, or -1.
    private static int EndOf(string text, int open)
    {
        var depth = 0;
        for (var at = open; at < text.Length; at++)
        {
            depth += text[at] switch { '{' => 1, '}' => -1, _ => 0 };
            if (depth == 0)
            {
                return at;
            }
        }

        return -1;
    }

    private static void Flatten(JsonObject node, string prefix, Dictionary<string, string> texts)
    {
        foreach (var (name, value) in node)
        {
            if (value is JsonObject inner)
            {
                Flatten(inner, prefix + name + ".", texts);
            }
            else
            {
                texts[prefix + name] = value!.GetValue<string>();
            }
        }
    }
}
