using System.Text.Json.Nodes;
using static HelpDeskBot.AdaptiveCards.BlockKit.CardJson;

namespace HelpDeskBot.AdaptiveCards.BlockKit;

/// <summary>Writes a card as a modal: its first line is the title, its main button submits it and travels in <c>private_metadata</c>.</summary>
sealed class ModalWriter(BlockKitOptions options)
{
    readonly Downgrades downgrades = new();

    public BlockView Write(JsonNode? card)
    {
        var pieces = new CardReader(options, downgrades).Read(card);
        var title = TakeTitle(pieces);
        var submit = TakeSubmit(pieces);
        var blocks = new BlockWriter(options, downgrades).Write(pieces);
        var view = new JsonObject
        {
            ["type"] = "modal",
            ["title"] = TextObjects.Plain(title, Limits.ViewTitle),
            ["blocks"] = Pages.OfView(blocks, downgrades),
        };
        if (options.Close is { Length: > 0 } close)
            view["close"] = TextObjects.Plain(close, Limits.ViewTitle);
        if (submit is not null || blocks.Exists(Pages.IsInput))
            Submit(view, submit);
        return new BlockView(view, downgrades.All) { CutInputs = downgrades.CutInputs };
    }

    /// <summary>The first line of our own words; it stays below too where the title cannot say all of it.</summary>
    static string TakeTitle(List<Piece> pieces)
    {
        var first = pieces.FindIndex(piece => piece is Paragraph { Line: { IsOurs: true, Frame: Frame.None } });
        if (first < 0)
            return pieces.OfType<Paragraph>().FirstOrDefault()?.Line.Text ?? "";
        var title = ((Paragraph)pieces[first]).Line.Text;
        if (title.Length <= Limits.ViewTitle)
            pieces.RemoveAt(first);
        return title;
    }

    /// <summary>The button that submits: the positive one, else in a form the first that wants its inputs.</summary>
    static CardButton? TakeSubmit(List<Piece> pieces)
    {
        var all = pieces.OfType<ButtonSet>().SelectMany(set => set.Buttons).Where(button => Text(button.Action, "type") == "Action.Execute").ToList();
        var isForm = pieces.Exists(piece => piece is CardInput);
        var submit = all.Find(button => Word(button.Action, "style") == "positive")
            ?? all.Find(button => isForm && Word(button.Action, "associatedInputs") != "none");
        for (var i = 0; submit is not null && i < pieces.Count; i++)
            if (pieces[i] is ButtonSet set && set.Buttons.Contains(submit))
                pieces[i] = new ButtonSet([.. set.Buttons.Where(button => button != submit)]);
        return submit;
    }

    void Submit(JsonObject view, CardButton? submit)
    {
        var (action, path) = submit ?? new CardButton(new JsonObject { ["title"] = options.Submit }, "$");
        var verb = SlackText.Cut(Text(action, "verb"), Limits.Id);
        if (verb.Length == 0)
            downgrades.Add(path, "nothing says what submitting does");
        var form = new JsonObject { ["verb"] = verb, ["data"] = action["data"] is JsonObject data ? data.DeepClone() : new JsonObject() };
        if (Word(action, "associatedInputs") == "none")
            form["bare"] = true;
        if (Kept.Write(form, Limits.ViewMetadata, options) is not { } metadata)
        {
            downgrades.Add(path, "the data is too long, and nothing keeps it");
            metadata = "";
        }
        view["submit"] = TextObjects.Plain(downgrades.Cut(Text(action, "title"), Limits.ViewTitle, path), Limits.ViewTitle);
        view["callback_id"] = verb.Length > 0 ? verb : "card";
        view["private_metadata"] = metadata;
    }
}
