using HelpDeskBot.Desk.Knowledge;
using HelpDeskBot.Desk.Outbox;
using HelpDeskBot.Domain.Knowledge;
using NodaTime;

namespace HelpDeskBot.Cards;

/// <summary>The versions of an article: who changed what, going back, and drafts that somebody has to decide about.</summary>
internal sealed class ArticleVersionCards(Words words, Reader reader)
{
    private readonly ChangeCards _changes = new(words);

    public DataCard History(ArticleKey article, IReadOnlyList<ArticleVersion> versions, Instant now)
    {
        var lines = new ArticleCards(words, reader);
        return CardData.Card("form-more", new
        {
            title = words["article.history"],
            subject = words.Format("article.history_hint", ("article", article)),
            buttons = versions.Select(version => new Button(lines.LineOf(version, now), Verbs.ArticleChangesForm, new { article, version = version.Number })),
        });
    }

    /// <summary>What a version changed, with the way to make it count again.</summary>
    public DataCard Changes(ArticleKey article, int version, ArticleChanges changes) => _changes.Changes(
        words.Format("article.changes_title", ("version", version), ("title", changes.Title)),
        changes.Lines,
        [
            new Button(words["article.go_to"], Verbs.ArticleRestoreForm, new { article, version }),
            new Button(words["article.open"], Verbs.ArticleShowForm, new { article }),
        ]);

    /// <summary>What would change if a version were published now.</summary>
    public DataCard Publishing(ArticleKey article, int version, ArticleChanges changes, bool inChat = false, bool isAfterOthers = false) => _changes.Changes(
        words.Format("article.publishing_title", ("version", version), ("title", changes.Title)),
        changes.Lines,
        [
            new Button(words["article.publish"], Verbs.ArticleVersionPublish, new
            {
                article,
                version,
                changes.Base,
                inChat,
                key = $"article/{article}/{version}/publish/{changes.Base}",
            }).Primary(),
            new Button(words["article.open"], Verbs.ArticleShowForm, new { article }),
        ],
        isAfterOthers ? words["article.meanwhile"] : null);

    /// <summary>Tells whoever publishes of a draft that waits: an agent's to be opened, the folder's to be decided at once.</summary>
    public DataCard Waiting(ArticleDraftView draft)
    {
        if (!draft.IsWaiting)
        {
            return AnsweredCard.Of(draft.Title, words["article.decided"]);
        }

        return draft.ByName is null ? OfFolder(draft) : CardData.Card("choice", new
        {
            subject = draft.Ticket is { } ticket
                ? words.Format("article.waits_from", ("name", draft.ByName), ("ticket", ticket))
                : words.Format("article.waits", ("name", draft.ByName)),
            question = draft.Title,
            buttons = new[] { new Button(words["article.open"], Verbs.ArticleShowForm, new { article = draft.Article }) },
            navigation = Array.Empty<Button>(),
        });
    }

    private DataCard OfFolder(ArticleDraftView draft)
    {
        var (article, version) = (draft.Article, draft.Version);
        return _changes.Changes(
            words.Format("article.conflict_title", ("title", draft.Title)),
            draft.Lines,
            [
                new Button(words["article.take_folder"], Verbs.ArticleVersionPublish, new
                {
                    article,
                    version,
                    @base = version,
                    inChat = true,
                    key = $"article/{article}/{version}/publish/{version}",
                }).Primary(),
                new Button(words["article.keep_ours"], Verbs.ArticleDraftDiscard, new { article, version, inChat = true, key = $"article/{article}/{version}/discard" }),
            ],
            words["article.conflict_text"]);
    }
}
