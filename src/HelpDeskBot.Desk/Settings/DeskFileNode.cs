using YamlDotNet.RepresentationModel;

namespace HelpDeskBot.Desk.Settings;

/// <summary>A node of the desk file that knows where it stands, so that every complaint names the line.</summary>
internal sealed class DeskFileNode(string path, YamlNode node)
{
    public DeskFileException Wrong(string problem) => new(path, node.Start.Line, problem);

    public bool IsMapping => node is YamlMappingNode;

    public IReadOnlyList<KeyValuePair<string, DeskFileNode>> Entries() => node is YamlMappingNode mapping
        ? [.. mapping.Children.Select(child => KeyValuePair.Create(((YamlScalarNode)child.Key).Value!, new DeskFileNode(path, child.Value)))]
        : throw Wrong("write key: value lines here");

    public IReadOnlyList<DeskFileNode> Items() => node is YamlSequenceNode sequence
        ? [.. sequence.Children.Select(child => new DeskFileNode(path, child))]
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

    public void AllowOnly(params string[] keys)
    {
        foreach (var (key, value) in Entries())
        {
            if (!keys.Contains(key))
            {
                throw value.Wrong($"unknown key {key}; write one of: {string.Join(", ", keys)}");
            }
        }
    }
}
