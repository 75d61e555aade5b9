using HelpDeskBot.Desk.Knowledge;
using HelpDeskBot.Desk.Outbox;
using HelpDeskBot.Desk.Settings;
using HelpDeskBot.Domain.Knowledge;
using NodaTime;

namespace HelpDeskBot.Cards;

/// <summary>What the form of an article offers to choose from.</summary>
internal sealed record ArticleChoices(DeskSettings Desk, IReadOnlyList<Words> Languages);

/// <summary>Writing an article: the form, and what comes of it before it is published.</summary>
internal sealed class ArticleEditCards(Words words, Reader reader)
{
    /// <summary>Longest text that the form takes; a form is a card, and a card has 24 KB.</summary>
    public const int LongestBody = 14_000;

    /// <summary>The choice that stands for no category; choices cannot be empty.</summary>
    public const string NoCategory = "-";

    private readonly ChangeCards _changes = new(words);

    public DataCard Form(OpenedEdit opened, ArticleChoices choices, Instant now, string hint = "", string error = "") => CardData.Card("form-article", new
    {
        heading = opened.Key is null ? words["article.new_title"] : words.Format("article.edit_title", ("article", opened.Key)),
        hint = opened.LeftAt is { } left && error.Length == 0 ? words.Format("article.left", ("time", Times.At(left, now, reader, words))) : hint,
        error,
        opened.Article.Title,
        category = opened.Article.Category.Length > 0 ? opened.Article.Category : NoCategory,
        categories = Categories(opened.Article, choices),
        opened.Article.Language,
        languages = Languages(opened.Article, choices),
        audience = string.Join(',', opened.Article.Audience),
        audiences = Audiences(opened.Article, choices),
        tags = string.Join(", ", opened.Article.Tags),
        aliases = string.Join('\n', opened.Article.Aliases),
        opened.Article.Body,
        longest = LongestBody,
        submit = new Button(words["article.preview"], Verbs.ArticlePreview, Carried(opened)).Primary(),
    });

    /// <summary>The article as its readers will see it, with what can be done with it now.</summary>
    public DataCard Preview(WrittenArticle written, bool mayPublish, bool inChat) => CardData.Card("article", new
    {
        about = new[] { words["article.preview_title"], AboutOf(written) }.Select(text => new { text }),
        written.Article.Title,
        blocks = ArticleBlocks.Of(written.Article, words),
        page = "",
        buttons = ButtonsOf(written, mayPublish, inChat).ToArray(),
        navigation = Array.Empty<Button>(),
    });

    /// <summary>Somebody else was faster: what theirs would change now.</summary>
    public DataCard Again(WrittenArticle written, bool mayPublish, bool inChat) =>
        _changes.Changes(words["article.preview_title"], written.Lines, [.. ButtonsOf(written, mayPublish, inChat)], words["article.meanwhile"]);

    private string AboutOf(WrittenArticle written)
    {
        var who = new ArticleCards(words, reader).AudienceOf(written.Article);
        return written.Base == 0 ? who : $"{who} · {_changes.CountOf(written.Lines)}";
    }

    private IEnumerable<Button> ButtonsOf(WrittenArticle written, bool mayPublish, bool inChat)
    {
        var (edit, basis) = (written.Edit, written.Base);
        if (mayPublish)
        {
            yield return new Button(words["article.publish"], Verbs.ArticlePublish, new { edit, @base = basis, inChat, key = $"article/publish/{edit}/{basis}" }).Primary();
        }

        var keep = new Button(words[mayPublish ? "article.keep" : "article.hand_in"], Verbs.ArticleKeep, new { edit, @base = basis, inChat, key = $"article/keep/{edit}/{basis}" });
        yield return mayPublish ? keep : keep.Primary();
        yield return new Button(words["article.edit"], Verbs.ArticleContinueForm, new { edit });
        yield return new Button(words["article.discard"], Verbs.ArticleDiscard, new { edit, inChat, key = $"article/discard/{edit}" });
    }

    private static object Carried(OpenedEdit opened) => opened switch
    {
        { Ticket: { } ticket } => new { opened.Edit, opened.Base, ticket },
        { Key: { } article } => new { opened.Edit, opened.Base, article },
        _ => new { opened.Edit, opened.Base },
    };

    // What the article has stays, whether or not the settings know it.
    private IEnumerable<FormOption> Categories(Article article, ArticleChoices choices) => WithOwn(
        [new FormOption(words["article.no_category"], NoCategory), .. choices.Desk.Categories.Select(category => new FormOption(category.NameIn(words.Language), category.Id))],
        article.Category.Length > 0 ? [article.Category] : []);

    private static IEnumerable<FormOption> Languages(Article article, ArticleChoices choices) =>
        WithOwn([.. choices.Languages.Select(known => new FormOption(known["language.name"], known.Language))], [article.Language]);

    // By their ids, as in files: titles of tick boxes are read as Markdown, which a name could mean something in.
    private IEnumerable<FormOption> Audiences(Article article, ArticleChoices choices) => WithOwn(
        [
            new FormOption(words["article.everyone"], Audience.Everyone),
            new FormOption(words["article.agents"], Audience.Agents),
            .. choices.Desk.Groups.Select(group => group.Id).Concat(choices.Desk.Queues.Select(queue => queue.Id.Value)).Select(id => new FormOption(id, id)),
        ],
        article.Audience.Where(ArticleKey.IsSlug));

    private static IEnumerable<FormOption> WithOwn(IReadOnlyList<FormOption> known, IEnumerable<string> own) =>
        known.Concat(own.Where(value => known.All(option => option.Value != value)).Select(value => new FormOption(value, value)));
}
