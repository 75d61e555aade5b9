using System.Net;
using System.Text;
using HelpDeskBot.Cards;
using HelpDeskBot.Domain.People;

namespace HelpDeskBot.Api;

/// <summary>What all web pages look like.</summary>
internal static class WebPage
{
    public static IResult Html(string title, string body, Words words, Actor? visitor = null, int status = StatusCodes.Status200OK) => new Page(Results.Content(
        $"""
        <!doctype html>
        <html lang="{words.Language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{Text(title)}</title><link rel="stylesheet" href="/kb.css"><link rel="icon" href="/icon.svg"></head>
        <body><header><a href="{Address("/kb", words)}">{Text(words["knowledge.title"])}</a>{Visitor(visitor, words)}</header><main>{body}</main></body></html>
        """,
        "text/html; charset=utf-8",
        Encoding.UTF8,
        status));

    /// <summary>A page that says one thing.</summary>
    public static IResult Says(string title, string text, Words words, int status = StatusCodes.Status200OK) =>
        Html(title, $"<h1>{Text(title)}</h1><p>{Text(text)}</p>", words, visitor: null, status);

    public static string Address(string path, Words words) =>
        Text(words.Language == Language.Default ? path : $"{path}?language={words.Language}");

    public static string Text(string text) => WebUtility.HtmlEncode(text);

    private static string Visitor(Actor? visitor, Words words) => visitor is null
        ? ""
        : $"<form method=\"post\" action=\"{Address("/sign-out", words)}\"><span>{Text(visitor.Name)}</span> <button>{Text(words["web.sign_out"])}</button></form>";

    // Whoever goes back in the browser after signing out sees nothing.
    private sealed class Page(IResult page) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.Headers.CacheControl = "no-store";
            return page.ExecuteAsync(httpContext);
        }
    }
}
