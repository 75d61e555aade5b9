using HelpDeskBot.Desk.Knowledge;
using HelpDeskBot.Desk.Outbox;
using HelpDeskBot.Domain.Knowledge;

namespace HelpDeskBot.Cards;

/// <summary>Articles offered before a ticket is filed.</summary>
internal static class SuggestionCards
{
    /// <summary>Those that probably answer with the passage that says why; what only may be about it with its name.</summary>
    public static DataCard Offer(Suggestion suggestion, Words words) => CardData.Card("suggestions", new
    {
        intro = suggestion.IsUnsure ? words["suggestions.maybe"] : words.Format("suggestions.intro", ("count", suggestion.Articles.Count)),
        articles = suggestion.Articles.Select(article => new
        {
            article.Title,
            Passage = suggestion.IsUnsure ? "" : article.Passage,
            buttons = suggestion.IsUnsure
                ? [More(suggestion.Id, article.Slug, words)]
                : new[] { Solved(suggestion.Id, article.Slug, words), More(suggestion.Id, article.Slug, words) },
        }),
        buttons = new[] { OpenTicket(suggestion.Id, words) },
    });

    /// <summary>A whole article, in the chat.</summary>
    public static DataCard Article(Guid suggestion, Article article, Words words) => CardData.Card("article", new
    {
        about = Array.Empty<object>(),
        article.Title,
        blocks = ArticleBlocks.Of(article, words),
        page = ArticleBlocks.PageOf(article),
        buttons = new[] { Solved(suggestion, article.Slug, words).Primary(), OpenTicket(suggestion, words) },
        navigation = Array.Empty<Button>(),
    });

    private static Button Solved(Guid suggestion, string slug, Words words) =>
        new(words["suggestions.solved"], Verbs.SuggestionSolved, new { suggestion, article = slug, key = $"suggestion/{suggestion:N}/solved" });

    private static Button More(Guid suggestion, string slug, Words words) =>
        new(words["suggestions.more"], Verbs.SuggestionMore, new { suggestion, article = slug, key = $"suggestion/{suggestion:N}/more/{slug}" });

    private static Button OpenTicket(Guid suggestion, Words words) =>
        new(words["suggestions.open_ticket"], Verbs.SuggestionTicket, new { suggestion, key = $"suggestion/{suggestion:N}/ticket" });
}
