using HelpDeskBot.Desk.Texts;
using HelpDeskBot.Domain.Tickets;

namespace HelpDeskBot.Desk.Settings;

/// <summary>Reads the macros of the desk file: a name, and a list of acts such as <c>- category: security</c>.</summary>
internal static class DeskFileMacros
{
    private static readonly string[] Acts = ["claim", "category", "priority", "tag", "note", "reply", "resolve"];
    private static readonly ResolutionReason[] Reasons =
        [ResolutionReason.Solved, ResolutionReason.Workaround, ResolutionReason.NotReproducible, ResolutionReason.WillNotDo];

    /// <summary>The macros; <paramref name="categories"/> are those that the file knows.</summary>
    public static IReadOnlyList<Macro> Read(YamlFileNode? node, IReadOnlySet<string> categories) =>
        node?.Each((id, macro) => MacroOf(id, macro, categories)) ?? [];

    private static Macro MacroOf(string id, YamlFileNode node, IReadOnlySet<string> categories)
    {
        node.AllowOnly("name", "acts");
        var (english, others) = DeskFileNames.Read(node.Required("name"));
        var acts = node.Required("acts").Items().Select(act => ActOf(act, categories)).ToList();
        return acts.Count > 0 ? new Macro(id, new LocalText(english, others), acts) : throw node.Wrong("write at least one act under acts");
    }

    private static MacroAct ActOf(YamlFileNode node, IReadOnlySet<string> categories)
    {
        if (!node.IsMapping)
        {
            return node.Text() == "claim" ? new MacroAct.Claim() : throw Unknown(node, node.Text());
        }

        return node.Entries() switch
        {
            [("category", var value)] => categories.Contains(value.Text()) ? new MacroAct.Category(value.Text()) : throw value.Wrong($"no category {value.Text()}"),
            [("priority", var value)] => new MacroAct.Weigh(Name<Impact>(value, "impact"), Name<Urgency>(value, "urgency")),
            [("tag", var value)] => new MacroAct.Tag(value.Text()),
            [("note", var value)] => new MacroAct.Note(value.Text()),
            [("reply", var value)] => new MacroAct.Reply(DeskFileReplies.TextOf(value)),
            [("resolve", var value)] => Resolve(value),
            [var (name, _)] => throw Unknown(node, name),
            _ => throw node.Wrong("write one act a line, each after a dash"),
        };
    }

    private static MacroAct.Resolve Resolve(YamlFileNode node)
    {
        node.AllowOnly("reason", "text");
        var reason = Name<ResolutionReason>(node, "reason");
        return Reasons.Contains(reason)
            ? new MacroAct.Resolve(reason, DeskFileReplies.TextOf(node.Required("text")))
            : throw node.Wrong($"write as reason one of: {string.Join(", ", Reasons)}");
    }

    private static T Name<T>(YamlFileNode node, string key)
        where T : struct, Enum
    {
        var value = node.Required(key);
        return Enum.TryParse<T>(value.Text(), out var known) && Enum.IsDefined(known)
            ? known
            : throw value.Wrong($"write as {key} one of: {string.Join(", ", Enum.GetNames<T>())}");
    }

    private static WrongFileException Unknown(YamlFileNode node, string name) =>
        node.Wrong($"no act {name}; write one of: {string.Join(", ", Acts)}");
}
