using System.Collections.Immutable;
using HelpDeskBot.Desk.Texts;
using HelpDeskBot.Domain.Knowledge;

namespace HelpDeskBot.Desk.Settings;

/// <summary>People who read the same articles, beside the teams of the queues.</summary>
public sealed record GroupSettings(string Id, LocalText Name)
{
    /// <summary>Identities such as <c>webchat:amina</c>.</summary>
    public IReadOnlySet<string> Members { get; init; } = ImmutableHashSet<string>.Empty;
}

/// <summary>Reads the groups of the desk file. Every queue is a group of its members already.</summary>
internal static class DeskFileGroups
{
    /// <summary>The groups; <paramref name="queues"/> are the queues that the file knows.</summary>
    public static IReadOnlyList<GroupSettings> Read(YamlFileNode? node, IReadOnlySet<string> queues, Func<YamlFileNode, string> identity) =>
        node?.Each((id, group) => GroupOf(id, group, queues, identity)) ?? [];

    private static GroupSettings GroupOf(string id, YamlFileNode node, IReadOnlySet<string> queues, Func<YamlFileNode, string> identity)
    {
        node.AllowOnly("name", "members");
        if (!DeskFileNames.IsId(id))
        {
            throw node.Wrong($"write the group's id {id} in small letters, digits and dashes");
        }

        if (id is Audience.Everyone or Audience.Agents || queues.Contains(id))
        {
            throw node.Wrong(queues.Contains(id) ? $"the queue {id} is a group of its members already" : $"{id} is a group already");
        }

        var (english, others) = DeskFileNames.Read(node.Required("name"));
        return new GroupSettings(id, new LocalText(english, others)) { Members = node.Optional("members")?.EachItem(identity).ToHashSet() ?? [] };
    }
}
