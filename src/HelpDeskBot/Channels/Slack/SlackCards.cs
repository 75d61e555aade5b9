using System.Text.Json.Nodes;
using HelpDeskBot.AdaptiveCards.BlockKit;
using HelpDeskBot.Cards;
using HelpDeskBot.Hosting;

namespace HelpDeskBot.Channels.Slack;

/// <summary>Translates cards to what Slack shows, and keeps what it cannot carry.</summary>
internal sealed class SlackCards(SlackActionData actionData, CardCatalog catalog, WebAddress address)
{
    public async Task<BlockMessage> MessageAsync(JsonObject card, CancellationToken stop)
    {
        var pending = new Dictionary<string, string>(StringComparer.Ordinal);
        var message = BlockKitTranslation.ToMessage(card, Options(pending, words: null));
        await actionData.StoreAsync(pending, stop);
        return message;
    }

    /// <summary>A card as a modal. A form whose text is longer than a field may hold says where to write instead, since submitting it would lose the rest.</summary>
    public async Task<JsonObject> ModalAsync(JsonObject card, SlackOrigin from, string language, CancellationToken stop)
    {
        var pending = new Dictionary<string, string>(StringComparer.Ordinal);
        var words = catalog.WordsOf(language);
        var modal = BlockKitTranslation.ToModal(card, Options(pending, words));
        if (modal.CutInputs.Count > 0)
        {
            return Words(words["chat.form_too_long"], from, language);
        }

        await actionData.StoreAsync(pending, stop);
        modal.View["callback_id"] = from.ToCallbackId();
        return modal.View;
    }

    /// <summary>Words alone as a modal.</summary>
    public JsonObject Words(string text, SlackOrigin from, string language)
    {
        var words = catalog.WordsOf(language);
        var card = new JsonObject
        {
            ["type"] = "AdaptiveCard",
            ["body"] = new JsonArray(
                new JsonObject { ["type"] = "TextBlock", ["text"] = words["chat.notice"] },
                new JsonObject { ["type"] = "RichTextBlock", ["inlines"] = new JsonArray(new JsonObject { ["type"] = "TextRun", ["text"] = text }) }),
        };
        var view = BlockKitTranslation.ToModal(card, Options([], words)).View;
        view["callback_id"] = from.ToCallbackId();
        return view;
    }

    public async Task<JsonObject> HomeAsync(IEnumerable<JsonNode?> cards, CancellationToken stop)
    {
        var pending = new Dictionary<string, string>(StringComparer.Ordinal);
        var home = BlockKitTranslation.ToHome(cards, Options(pending, words: null));
        await actionData.StoreAsync(pending, stop);
        return home.View;
    }

    private BlockKitOptions Options(Dictionary<string, string> pending, Words? words) => new()
    {
        BaseAddress = address.Root,
        Submit = words?["chat.submit"] ?? "OK",
        Close = words?["chat.close"],
        Keep = data => actionData.Put(pending, data),
    };
}
