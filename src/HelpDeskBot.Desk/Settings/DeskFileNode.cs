using YamlDotNet.RepresentationModel;

namespace HelpDeskBot.Desk.Settings;

/// <summary>A node of the desk file that knows where it stands, so that every complaint names the line.</summary>
internal sealed class DeskFileNode(DeskFileProblems problems, YamlNode node)
{
    public DeskFileException Wrong(string problem) => problems.Wrong(node.Start.Line, problem);

    public bool IsMapping => node is YamlMappingNode;

    public IReadOnlyList<KeyValuePair<string, DeskFileNode>> Entries() => node is YamlMappingNode mapping
        ? [.. mapping.Children.Select(child => KeyValuePair.Create(KeyOf(child.Key), new DeskFileNode(problems, child.Value)))]
        : throw Wrong("write key: value lines here");

    /// <summary>What the entries give that are not wrong; what is wrong with the others is collected.</summary>
    public IReadOnlyList<T> Each<T>(Func<string, DeskFileNode, T> read) =>
        [.. Entries().SelectMany(entry => problems.Try(() => read(entry.Key, entry.Value)))];

    /// <summary>The same for the items of a list.</summary>
    public IReadOnlyList<T> EachItem<T>(Func<DeskFileNode, T> read) => [.. Items().SelectMany(item => problems.Try(() => read(item)))];

    public IReadOnlyList<DeskFileNode> Items() => node is YamlSequenceNode sequence
        ? [.. sequence.Children.Select(child => new DeskFileNode(problems, child))]
        : throw Wrong("write a list here, such as [a, b]");

    public IReadOnlyList<string> Texts() => [.. Items().Select(item => item.Text())];

    public string Text() => node is YamlScalarNode { Value: { Length: > 0 } value } ? value : throw Wrong("write a text here");

    public bool YesOrNo() => Text() switch
    {
        "true" => true,
        "false" => false,
        _ => throw Wrong("write true or false"),
    };

    public DeskFileNode? Optional(string key) => Entries().FirstOrDefault(entry => entry.Key == key).Value;

    public DeskFileNode Required(string key) => Optional(key) ?? throw Wrong($"write {key}: here");

    /// <summary>Collects every key that is not among these.</summary>
    public void AllowOnly(params string[] keys)
    {
        foreach (var (key, value) in Entries())
        {
            if (!keys.Contains(key))
            {
                problems.Add(value.Wrong($"unknown key {key}; write one of: {string.Join(", ", keys)}"));
            }
        }
    }

    private string KeyOf(YamlNode key) => key is YamlScalarNode { Value: { Length: > 0 } value } ? value : throw Wrong("write key: value lines here");
}
