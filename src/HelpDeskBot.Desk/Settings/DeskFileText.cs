using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace HelpDeskBot.Desk.Settings;

/// <summary>The text of a right desk file, changed in single places, so that comments and everything else stay as they were written.</summary>
internal sealed class DeskFileText
{
    private readonly string _text;
    private readonly YamlMappingNode _root;

    // Where what begins at a place and is written in brackets or braces ends; the nodes know their beginnings only.
    private readonly Dictionary<long, long> _ends = [];

    public DeskFileText(string yaml)
    {
        _text = yaml.ReplaceLineEndings("\n");
        var stream = new YamlStream();
        stream.Load(new StringReader(_text));
        _root = (YamlMappingNode)stream.Documents[0].RootNode;
        FindEnds();
    }

    /// <summary>The names of a section's entries.</summary>
    public IReadOnlyList<string> Names(string section) => [.. ((YamlMappingNode)_root[section]).Children.Keys.Select(key => ((YamlScalarNode)key).Value!)];

    /// <summary>A text of an entry; null if the entry does not say it.</summary>
    public string? Find(string section, string entry, string key) =>
        _root[section][entry] is YamlMappingNode node && node.Children.TryGetValue(new YamlScalarNode(key), out var value) ? (value as YamlScalarNode)?.Value : null;

    /// <summary>
    /// The file with these values in an entry, which is added at the end of its section if it is not there. Null if the file is written in a
    /// way in which places cannot be changed, such as <c>queues: {…}</c>.
    /// </summary>
    public string? With(string section, string entry, IReadOnlyList<(string Key, string Value)> values)
    {
        var entries = (YamlMappingNode)_root[section];
        if (!IsBlock(entries))
        {
            return null;
        }

        if (!entries.Children.TryGetValue(new YamlScalarNode(entry), out var node))
        {
            return Added(entries, entry, values);
        }

        return node is YamlMappingNode mapping && IsBlock(mapping) ? Changed(mapping, values) : null;
    }

    private static bool IsBlock(YamlMappingNode node) =>
        node.Style is not MappingStyle.Flow && node.Children.Count > 0 && node.Anchor.IsEmpty;

    private string Added(YamlMappingNode entries, string entry, IReadOnlyList<(string Key, string Value)> values)
    {
        var indent = new string(' ', (int)entries.Children[0].Key.Start.Column - 1);
        var added = $"{indent}{entry}:\n" + string.Concat(values.Select(value => $"{indent}  {value.Key}: {value.Value}\n"));
        var lineEnd = _text.IndexOf('\n', EndOf(entries));
        return lineEnd < 0 ? $"{_text}\n{added}" : _text.Insert(lineEnd + 1, added);
    }

    private string Changed(YamlMappingNode entry, IReadOnlyList<(string Key, string Value)> values)
    {
        var first = entry.Children[0].Key;
        var indent = new string(' ', (int)first.Start.Column - 1);
        var edits = new List<(int From, int To, string Text)>();
        foreach (var (key, value) in values)
        {
            edits.Add(entry.Children.FirstOrDefault(child => child.Key is YamlScalarNode { Value: { } name } && name == key) is { Key: { } known } child
                ? ((int)known.End.Index, EndOf(child.Value), $": {value}")
                : ((int)first.Start.Index, (int)first.Start.Index, $"{key}: {value}\n{indent}"));
        }

        return edits.OrderByDescending(edit => edit.From).Aggregate(_text, (text, edit) => text[..edit.From] + edit.Text + text[edit.To..]);
    }

    // The end that the parser gives to what is indented lies in the next line.
    private int EndOf(YamlNode node) => node switch
    {
        YamlMappingNode mapping when IsBlock(mapping) => EndOf(mapping.Children[^1].Value),
        YamlSequenceNode { Style: not SequenceStyle.Flow, Children: [.., var last] } => EndOf(last),
        YamlScalarNode => (int)node.End.Index,
        _ => (int)_ends[node.Start.Index],
    };

    private void FindEnds()
    {
        var open = new Stack<long>();
        var parser = new Parser(new StringReader(_text));
        while (parser.MoveNext())
        {
            if (parser.Current is MappingStart or SequenceStart)
            {
                open.Push(parser.Current.Start.Index);
            }
            else if (parser.Current is MappingEnd or SequenceEnd)
            {
                _ends[open.Pop()] = parser.Current.Start.Index + 1;
            }
        }
    }
}
