using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace HelpDeskBot.Desk.Texts;

/// <summary>A node of a YAML file that knows where it stands, so that every complaint names the line.</summary>
internal sealed class YamlFileNode(FileProblems problems, YamlNode node)
{
    private const int DeepestNesting = 20;

    /// <summary>The root of a file; throws <see cref="WrongFileException"/> if it is not YAML.</summary>
    public static YamlFileNode Load(string yaml, FileProblems problems)
    {
        try
        {
            RefuseDeepNesting(yaml, problems);
            var stream = new YamlStream();
            stream.Load(new StringReader(yaml));
            return new YamlFileNode(problems, stream.Documents.FirstOrDefault()?.RootNode ?? new YamlMappingNode());
        }
        catch (YamlException wrong)
        {
            throw problems.Wrong(wrong.Start.Line, $"not YAML: {wrong.Message}");
        }
    }

    public WrongFileException Wrong(string problem) => problems.Wrong(node.Start.Line, problem);

    public bool IsMapping => node is YamlMappingNode;

    public bool IsList => node is YamlSequenceNode;

    public IReadOnlyList<KeyValuePair<string, YamlFileNode>> Entries() => node is YamlMappingNode mapping
        ? [.. mapping.Children.Select(child => KeyValuePair.Create(KeyOf(child.Key), new YamlFileNode(problems, child.Value)))]
        : throw Wrong("write key: value lines here");

    /// <summary>What the entries give that are not wrong; what is wrong with the others is collected.</summary>
    public IReadOnlyList<T> Each<T>(Func<string, YamlFileNode, T> read) =>
        [.. Entries().SelectMany(entry => problems.Try(() => read(entry.Key, entry.Value)))];

    /// <summary>The same for the items of a list.</summary>
    public IReadOnlyList<T> EachItem<T>(Func<YamlFileNode, T> read) => [.. Items().SelectMany(item => problems.Try(() => read(item)))];

    public IReadOnlyList<YamlFileNode> Items() => node is YamlSequenceNode sequence
        ? [.. sequence.Children.Select(child => new YamlFileNode(problems, child))]
        : throw Wrong("write a list here, such as [a, b]");

    public IReadOnlyList<string> Texts() => [.. Items().Select(item => item.Text())];

    public string Text() => node is YamlScalarNode { Value: { Length: > 0 } value } ? value : throw Wrong("write a text here");

    public bool YesOrNo() => Text() switch
    {
        "true" => true,
        "false" => false,
        _ => throw Wrong("write true or false"),
    };

    public YamlFileNode? Optional(string key) => Entries().FirstOrDefault(entry => entry.Key == key).Value;

    public YamlFileNode Required(string key) => Optional(key) ?? throw Wrong($"write {key}: here");

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

    // The library reads nested nodes by recursion, which a hostile file would let overflow.
    private static void RefuseDeepNesting(string yaml, FileProblems problems)
    {
        var parser = new Parser(new StringReader(yaml));
        var depth = 0;
        while (parser.MoveNext())
        {
            depth += parser.Current!.NestingIncrease;
            if (depth > DeepestNesting)
            {
                throw problems.Wrong(parser.Current.Start.Line, "nested too deeply");
            }
        }
    }

    private string KeyOf(YamlNode key) => key is YamlScalarNode { Value: { Length: > 0 } value } ? value : throw Wrong("write key: value lines here");
}
