using HelpDeskBot.Desk.Knowledge;
using HelpDeskBot.Desk.Outbox;
using HelpDeskBot.Domain.Knowledge;
using NodaTime;

namespace HelpDeskBot.Cards;

/// <summary>What editors see of the knowledge base: what there is, an article and its state, what they look for, what waits.</summary>
internal sealed class ArticleCards(Words words, Reader reader)
{
    private const int TitleShown = 70;
    private const int LearnedShown = 20;

    public DataCard Menu(KnowledgeCounts counts) => CardData.Card("choice", new
    {
        subject = words.Format("article.counts", ("count", counts.Published), ("retired", counts.Retired)),
        question = words["article.menu"],
        buttons = new[]
        {
            new Button(words["article.new"], Verbs.ArticleNewForm, new { }),
            new Button(words["article.find"], Verbs.ArticleFindForm, new { }),
            new Button(words.Format("article.drafts", ("count", counts.Drafts)), Verbs.ArticleDraftsForm, new { }),
        },
        navigation = new[]
        {
            new Button(words["knowledge.gaps"], Verbs.KnowledgeGaps, new { }),
            new Button(words["knowledge.report"], Verbs.KnowledgeReport, new { }),
            new Button(words["article.export"], Verbs.ArticleExport, new { }),
        },
    });

    public DataCard Find(string typed = "", string error = "") => CardData.Card("form-act", new
    {
        title = words["article.find"],
        subject = "",
        hint = words["article.find_hint"],
        error,
        choices = Array.Empty<object>(),
        texts = new[] { new FormText("words", words["article.find_label"], typed, MaxLength: 200) },
        dates = Array.Empty<object>(),
        times = Array.Empty<object>(),
        submit = new Button(words["article.find_submit"], Verbs.ArticleFind, new { }).Primary(),
    });

    public DataCard Found(string typed, IReadOnlyList<ArticleLine> lines) =>
        List(words.Format("article.found", ("count", lines.Count)), typed, lines.Select(line => Open(line, line.Kind is VersionKind.Published ? null : words[$"article.kind_{line.Kind}"])));

    /// <summary>What waits for somebody to decide, and what this editor left unfinished.</summary>
    public DataCard Drafts(IReadOnlyList<ArticleLine> drafts, IReadOnlyList<UnfinishedEdit> unfinished) => List(
        words.Format("article.drafts", ("count", drafts.Count)),
        drafts.Count + unfinished.Count == 0 ? words["article.no_drafts"] : "",
        unfinished.Select(edit => new Button(
            words.Format("article.unfinished", ("title", TitleOf(edit.Title))), Verbs.ArticleContinueForm, new { edit.Edit }))
            .Concat(drafts.Select(line => Open(line, line.ByName ?? words["article.the_folder"]))));

    /// <summary>An article as its readers see it, with how it stands and what can be done.</summary>
    public DataCard Show(ArticleState state, Instant now) => CardData.Card("article", new
    {
        about = AboutOf(state, now).Select(text => new { text }),
        state.Article.Title,
        blocks = ArticleBlocks.Of(state.Article, words),
        page = state.Published is null ? "" : ArticleBlocks.PageOf(state.Article),
        buttons = ButtonsOf(state).ToArray(),
        navigation = NavigationOf(state).ToArray(),
    });

    /// <summary>The questions by which an article is also found, each to be forgotten by pressing it.</summary>
    public DataCard Learned(ArticleKey article, IReadOnlyList<LearnedLine> lines) => List(
        words.Format("article.learned", ("count", lines.Count)),
        words[lines.Count == 0 ? "article.none_learned" : "article.learned_hint"],
        lines.Take(LearnedShown).Select(line => new Button(CardData.Cut(line.Text, TitleShown), Verbs.ArticleForget, new { article, line.Suggestion })));

    /// <summary>What stands in the line of a version: what became of it, by whom and when.</summary>
    public string LineOf(ArticleVersion version, Instant now)
    {
        var key = version switch
        {
            { Restored: not null } => "article.version_restored",
            { ByName: null } => $"article.folder_{version.Kind}",
            _ => $"article.version_{version.Kind}",
        };
        return words.Format(
            key, ("version", version.Number), ("name", version.ByName ?? words["article.the_folder"]), ("restored", version.Restored ?? 0), ("time", Times.At(version.At, now, reader, words)));
    }

    /// <summary>Who reads an article.</summary>
    public string AudienceOf(Article article) => words.Format("article.for", ("who", string.Join(", ", article.Audience.Select(NameOf))));

    private IEnumerable<string> AboutOf(ArticleState state, Instant now)
    {
        yield return LineOf(state.Newest, now);
        if (state.Newest.Kind is VersionKind.Draft)
        {
            yield return state.Published is { } published ? words.Format("article.published_now", ("version", published)) : words["article.never_published"];
        }

        var category = state.Article.Category.Length > 0 ? " · " + words.Format("article.in_category", ("category", state.Article.Category)) : "";
        var ticket = state.Article.Ticket is { } from ? " · " + words.Format("article.from_ticket", ("ticket", from)) : "";
        yield return $"{state.Key}.md · {AudienceOf(state.Article)}{category}{ticket}";
    }

    private IEnumerable<Button> ButtonsOf(ArticleState state)
    {
        var (article, version) = (state.Key, state.Newest.Number);
        if (state.Newest.Kind is VersionKind.Draft)
        {
            yield return PublishVersion("article.publish", state, version).Primary();
            yield return new Button(words["article.see_changes"], Verbs.ArticleChangesForm, new { article, version });
            yield return new Button(words["article.discard_draft"], Verbs.ArticleDraftDiscard, new { article, version, key = $"article/{article}/{version}/discard" });
        }
        else if (state.Newest.Kind is VersionKind.Retired)
        {
            yield return PublishVersion("article.publish_again", state, version).Primary();
        }

        yield return new Button(words["article.edit"], Verbs.ArticleEditForm, new { article });
    }

    private IEnumerable<Button> NavigationOf(ArticleState state)
    {
        var (article, version) = (state.Key, state.Newest.Number);
        yield return new Button(words["article.history"], Verbs.ArticleHistoryForm, new { article });
        yield return new Button(words["article.learned_open"], Verbs.ArticleLearnedForm, new { article });
        yield return new Button(words["article.export_one"], Verbs.ArticleExport, new { article });
        if (state.Published is not null)
        {
            yield return new Button(words["article.retire"], Verbs.ArticleRetire, new { article, @base = version, key = $"article/{article}/{version}/retire" }).Destructive();
        }
    }

    private Button PublishVersion(string title, ArticleState state, int version) => new(
        words[title], Verbs.ArticleVersionPublish, new { article = state.Key, version, @base = state.Newest.Number, key = $"article/{state.Key}/{version}/publish/{state.Newest.Number}" });

    private static DataCard List(string title, string subject, IEnumerable<Button> buttons) =>
        CardData.Card("form-more", new { title, subject, buttons });

    private Button Open(ArticleLine line, string? note)
    {
        var language = line.Key.Language == Domain.People.Language.Default ? "" : $" ({line.Key.Language})";
        var title = note is null ? TitleOf(line.Title) + language : words.Format("article.line", ("title", TitleOf(line.Title) + language), ("note", note));
        return new Button(title, Verbs.ArticleShowForm, new { article = line.Key });
    }

    private string TitleOf(string title) => title.Length > 0 ? CardData.Cut(title, TitleShown) : words["article.untitled"];

    private string NameOf(string audience) => audience switch
    {
        Audience.Everyone => words["article.everyone"],
        Audience.Agents => words["article.agents"],
        _ => audience,
    };
}
