using HelpDeskBot.Cards;
using HelpDeskBot.Desk.Knowledge;
using HelpDeskBot.Desk.Settings;
using HelpDeskBot.Desk.Work;
using HelpDeskBot.Domain;
using HelpDeskBot.Domain.Knowledge;

namespace HelpDeskBot.Turns.Actions;

/// <summary>What presses about articles are answered with.</summary>
internal sealed class ArticleAnswers(DeskSettingsStore settings, CardCatalog catalog, BusinessClock clock, Speaker speaker, Responses responses)
{
    public NodaTime.Instant Now => clock.Now;

    public Words WordsFor(CardAction action) => speaker.WordsFor(action.Reader.Language);

    public Words WordsOf(string language) => catalog.WordsOf(language);

    /// <summary>Whether there are words in this language, so that an article can be written in it.</summary>
    public bool IsLanguage(string language) => catalog.Languages.Any(words => words.Language == language);

    public Task<ActionAnswer> RefusedAsync(Refusal refusal, CardAction action, CancellationToken stop) => responses.RefusedAsync(refusal, action, stop);

    public ArticleCards Cards(CardAction action) => new(WordsFor(action), action.Reader);

    public ArticleVersionCards VersionCards(CardAction action) => new(WordsFor(action), action.Reader);

    /// <summary>A card to be looked at, where it was opened.</summary>
    public ActionAnswer Shown(Desk.Outbox.DataCard card, CardAction action) => responses.Form(card, action);

    /// <summary>The form of an article; longer ones are sent as files.</summary>
    public async Task<ActionAnswer> FormAsync(OpenedEdit opened, CardAction action, CancellationToken stop, string hint = "", string error = "")
    {
        if (opened.Article.Body.Length > ArticleEditCards.LongestBody)
        {
            return await RefusedAsync(new Refusal("article.long_for_form"), action, stop);
        }

        var choices = new ArticleChoices(settings.Current, catalog.Languages);
        return responses.Form(new ArticleEditCards(WordsFor(action), action.Reader).Form(opened, choices, clock.Now, hint, error), action);
    }

    public ActionAnswer Preview(WrittenArticle written, CardAction action) =>
        responses.Form(new ArticleEditCards(WordsFor(action), action.Reader).Preview(written, KnowledgeAccess.Edits(action.Actor), inChat: false), action);

    /// <summary>Somebody else was faster; whoever still wants it sees what it would change now.</summary>
    public ActionAnswer Again(WrittenArticle written, bool inChat, CardAction action) =>
        Put(new ArticleEditCards(WordsFor(action), action.Reader).Again(written, KnowledgeAccess.Edits(action.Actor), inChat), inChat, action);

    /// <summary>A card in the place of the one pressed: a message of the chat, or a form.</summary>
    public ActionAnswer Put(Desk.Outbox.DataCard card, bool inChat, CardAction action) => inChat ? responses.Answered(card, action) : responses.Form(card, action);

    /// <summary>It is done, and the card says so.</summary>
    public ActionAnswer Done(string title, string key, bool inChat, CardAction action, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        var card = AnsweredCard.Of(title.Length > 0 ? title : WordsFor(action)["article.untitled"], WordsFor(action).Format(key, values));
        return inChat ? responses.Answered(card, action) : responses.Done(card, action);
    }
}
