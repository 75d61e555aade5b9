using HelpDeskBot.Cards;
using HelpDeskBot.Desk.Knowledge;
using HelpDeskBot.Domain.Knowledge;
using HelpDeskBot.Domain.People;

namespace HelpDeskBot.Turns.Actions;

/// <summary>The form in which an article is written: new, changed, taken up again, or begun from a ticket; and the look at what comes of it.</summary>
internal sealed class ArticleForms(OpenEdit open, WriteArticle write, DraftFromTicket draft, FindGaps gaps, ArticleAnswers answers) : IActionGroup
{
    private const int TitleLength = 100;

    public IEnumerable<ActionRoute> Routes =>
    [
        ActionRoutes.On<ArticleListData>(Verbs.ArticleNewForm, (action, _, stop) => OpenAsync(null, action, stop)),
        ActionRoutes.On<ArticleOpenData>(Verbs.ArticleEditForm, (action, data, stop) => OpenAsync(data.Article, action, stop)),
        ActionRoutes.On<ArticleEditData>(Verbs.ArticleContinueForm, async (action, data, stop) =>
        {
            var opened = await open.ContinueAsync(data.Edit, action.Actor, stop);
            return opened.Refusal is { } refusal ? await answers.RefusedAsync(refusal, action, stop) : await answers.FormAsync(opened.Value, action, stop);
        }),
        ActionRoutes.On<TicketData>(Verbs.TicketArticleForm, FromTicketAsync),
        ActionRoutes.On<KnowledgeGapData>(Verbs.KnowledgeGapForm, FromGapAsync),
        ActionRoutes.On<ArticleFormData>(Verbs.ArticlePreview, PreviewAsync),
    ];

    private async Task<ActionAnswer> OpenAsync(ArticleKey? article, CardAction action, CancellationToken stop)
    {
        var opened = await open.RunAsync(article, Language.Base(answers.WordsFor(action).Language), action.Actor, stop);
        return opened.Refusal is { } refusal ? await answers.RefusedAsync(refusal, action, stop) : await answers.FormAsync(opened.Value, action, stop);
    }

    private async Task<ActionAnswer> FromTicketAsync(CardAction action, TicketData data, CancellationToken stop)
    {
        var told = await draft.RunAsync(data.Ticket, action.Actor, stop);
        if (told.Refusal is { } refusal)
        {
            return await answers.RefusedAsync(refusal, action, stop);
        }

        var opened = await open.OfTicketAsync(data.Ticket, action.Actor, stop) ?? Begun(told.Value);
        var words = answers.WordsFor(action);
        var hint = told.Value.IsPrivate ? $"{words["article.ticket_hint"]} {words["article.private_hint"]}" : words["article.ticket_hint"];
        return await answers.FormAsync(opened, action, stop, hint);
    }

    // The article begins with what people asked; the answer is for whoever knows it.
    private async Task<ActionAnswer> FromGapAsync(CardAction action, KnowledgeGapData data, CancellationToken stop)
    {
        var gap = await gaps.FindAsync(data.Gap, action.Actor, stop);
        if (gap.Refusal is { } refusal)
        {
            return await answers.RefusedAsync(refusal, action, stop);
        }

        var article = new Article("", CardData.Cut(gap.Value.Samples[0].ReplaceLineEndings(" "), TitleLength), "")
        {
            Language = Language.Base(gap.Value.Language),
            Aliases = [.. gap.Value.Samples.Skip(1).Select(sample => CardData.Cut(sample.ReplaceLineEndings(" "), TitleLength))],
        };
        return await answers.FormAsync(new OpenedEdit(Guid.NewGuid(), null, 0, article), action, stop);
    }

    private OpenedEdit Begun(TicketStory story)
    {
        var words = answers.WordsOf(story.Language);
        var article = new Article("", story.Title, ArticleTexts.Of(story, words))
        {
            Language = Language.Base(words.Language),
            Category = story.Category,
            Audience = [story.Audience],
        };
        return new OpenedEdit(Guid.NewGuid(), null, 0, article) { Ticket = story.Ticket };
    }

    private async Task<ActionAnswer> PreviewAsync(CardAction action, ArticleFormData data, CancellationToken stop)
    {
        var form = ArticleOf(data);
        var key = data.Article is { } known ? known with { Language = form.Language } : (ArticleKey?)null;
        var command = new WriteArticleCommand(data.Edit, key, form.Language)
        {
            Base = data.Article is null || key == data.Article ? data.Base : null, // in another language it is another text
            Ticket = data.Ticket,
            Form = form,
        };
        var written = await write.RunAsync(command, action.Actor, stop);
        if (written.Refusal is { } refusal)
        {
            return await answers.RefusedAsync(refusal, action, stop);
        }

        if (ErrorOf(form, written.Value, answers.WordsFor(action)) is { Length: > 0 } error)
        {
            var typed = new OpenedEdit(data.Edit, key, written.Value.Base, form) { Ticket = data.Ticket };
            return await answers.FormAsync(typed, action, stop, error: error);
        }

        return answers.Preview(written.Value, action);
    }

    // What a form lacks is said in the words of the form, the rest as a file would hear it, without its lines.
    private static string ErrorOf(Article form, WrittenArticle written, Words words) => form switch
    {
        { Title.Length: 0 } => words["article.title_missing"],
        { Body: var body } when string.IsNullOrWhiteSpace(body) => words["article.body_missing"],
        { Audience.Count: 0 } => words["article.audience_missing"],
        _ when written.Problems.Count > 0 => string.Join('\n', written.Problems.Select(problem => problem.Text)),
        _ when written.IsSame => words["article.same"],
        _ => "",
    };

    private Article ArticleOf(ArticleFormData data)
    {
        var audience = Cut(data.Audience, ',');
        return new Article(data.Article?.Slug ?? "", data.Title.Trim(), data.Body)
        {
            Language = answers.IsLanguage(data.Language) ? data.Language : data.Article?.Language ?? Language.Default,
            Category = data.Category.Trim() is var category && category == ArticleEditCards.NoCategory ? "" : category,
            Tags = Cut(data.Tags, ','),
            Aliases = Cut(data.Aliases, '\n'),
            Audience = audience.Contains(Audience.Everyone) ? [Audience.Everyone] : audience,
        };
    }

    private static string[] Cut(string text, char at) =>
        [.. text.Split(at, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.Ordinal)];
}
