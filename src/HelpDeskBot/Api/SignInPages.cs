using HelpDeskBot.Cards;
using HelpDeskBot.Domain.People;
using HelpDeskBot.Hosting;

namespace HelpDeskBot.Api;

/// <summary>
/// In and out of the web pages. The secret of a link stands behind its #, where neither servers nor previews see it, and is used up only when
/// a person presses the button.
/// </summary>
internal sealed class SignInPages(WebVisitor visitor, WebAddress address, CardCatalog catalog)
{
    private const int LongestSecret = 200;

    public static IResult Show(string? language, SignInPages pages)
    {
        var words = pages.WordsOf(language);
        return WebPage.Html(
            words["web.title"],
            $"""
            <h1>{WebPage.Text(words["web.title"])}</h1><p>{WebPage.Text(words["web.text"])}</p>
            <form method="post" action="{WebPage.Address("/sign-in", words)}" data-sign-in><input type="hidden" name="link"><button>{WebPage.Text(words["web.title"])}</button></form>
            <noscript><p>{WebPage.Text(words["web.script"])}</p></noscript><script src="/js/sign-in.js"></script>
            """,
            words);
    }

    public static Task<IResult> EnterAsync(string? language, HttpContext context, SignInPages pages, CancellationToken stop) =>
        pages.EnterAsync(context, pages.WordsOf(language), stop);

    public static Task<IResult> LeaveAsync(string? language, HttpContext context, SignInPages pages, CancellationToken stop) =>
        pages.LeaveAsync(context, pages.WordsOf(language), stop);

    private async Task<IResult> EnterAsync(HttpContext context, Words words, CancellationToken stop)
    {
        if (!address.IsOwn(context.Request) || !context.Request.HasFormContentType)
        {
            return Foreign(words);
        }

        var link = (await context.Request.ReadFormAsync(stop))["link"].ToString();
        return link.Length is > 0 and <= LongestSecret && await visitor.EnterAsync(context, link, stop)
            ? new SeeOther(words.Language == Language.Default ? "/kb" : $"/kb?language={words.Language}")
            : WebPage.Says(words["web.over_title"], words["refusal.web.over"], words, StatusCodes.Status410Gone);
    }

    private async Task<IResult> LeaveAsync(HttpContext context, Words words, CancellationToken stop)
    {
        if (!address.IsOwn(context.Request))
        {
            return Foreign(words);
        }

        await visitor.LeaveAsync(context, stop);
        return WebPage.Says(words["web.left_title"], words["web.needed"], words);
    }

    private static IResult Foreign(Words words) =>
        WebPage.Says(words["web.foreign_title"], words["web.needed"], words, StatusCodes.Status403Forbidden);

    private Words WordsOf(string? language) => catalog.WordsOf(language ?? Language.Default);

    // After a form was sent, the next page is fetched, not sent to.
    private sealed class SeeOther(string path) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
            httpContext.Response.Headers.Location = path;
            return Task.CompletedTask;
        }
    }
}
