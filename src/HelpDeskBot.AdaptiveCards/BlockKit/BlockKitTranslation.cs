using System.Text.Json.Nodes;

namespace HelpDeskBot.AdaptiveCards.BlockKit;

/// <summary>
/// Translates cards to Slack's Block Kit. Any card comes out as something Slack takes: what it cannot show is shown otherwise, shorter or not at
/// all, and said so. What people typed (text runs, choices, values) is never read as markup there; our own words (text blocks) keep their format.
/// </summary>
public static class BlockKitTranslation
{
    /// <summary>A card as a message; of a card longer than a message, several.</summary>
    public static BlockMessage ToMessage(JsonNode? card, BlockKitOptions options)
    {
        var downgrades = new Downgrades();
        var pieces = new CardReader(options, downgrades).Read(card);
        EnsureRichText(pieces);
        var blocks = new BlockWriter(options, downgrades).Write(pieces);
        return new BlockMessage(Pages.OfMessage(blocks, SlackText.Clean(CardText.Render(card))), downgrades.All);
    }

    /// <summary>Words without a card as a message, exactly as they are.</summary>
    public static BlockMessage ToMessage(string text)
    {
        var clean = SlackText.Clean(text);
        return new BlockMessage(Pages.OfMessage(RichTextWriter.Write([new Line([new Span(clean)])]), clean), []);
    }

    /// <summary>A card as a modal, with its inputs as fields.</summary>
    public static BlockView ToModal(JsonNode? card, BlockKitOptions options) => new ModalWriter(options).Write(card);

    /// <summary>Cards one under the other as a home tab. They share its inputs, so at most one of them should have any.</summary>
    public static BlockView ToHome(IEnumerable<JsonNode?> cards, BlockKitOptions options)
    {
        var downgrades = new Downgrades();
        var reader = new CardReader(options, downgrades);
        var pieces = cards.SelectMany((card, index) => index == 0 ? OfHome(reader.Read(card)) : [new Divider(), .. OfHome(reader.Read(card))]);
        var view = new JsonObject
        {
            ["type"] = "home",
            ["blocks"] = Pages.OfView(new BlockWriter(options, downgrades).Write(pieces), downgrades),
        };
        return new BlockView(view, downgrades.All) { CutInputs = downgrades.CutInputs };
    }

    /// <summary>The buttons of a card without inputs do not want those of the others.</summary>
    static IEnumerable<Piece> OfHome(List<Piece> pieces) => pieces.Exists(piece => piece is CardInput) ? pieces : pieces.Select(piece => piece switch
    {
        ButtonSet set => new ButtonSet([.. set.Buttons.Select(button => button with { IsBare = true })]),
        ButtonRow row => row with { Button = row.Button with { IsBare = true } },
        _ => piece,
    });

    /// <summary>chat.update refuses to put blocks without rich text in the place of some with it (block_mismatch), so every message has some.</summary>
    static void EnsureRichText(List<Piece> pieces)
    {
        var last = pieces.FindLastIndex(piece => piece is Paragraph);
        if (last >= 0 && !pieces.Exists(piece => piece is Fact or Paragraph { Line.Look: Look.Body or Look.Code }))
            pieces[last] = new Paragraph(((Paragraph)pieces[last]).Line with { Look = Look.Body });
    }
}
