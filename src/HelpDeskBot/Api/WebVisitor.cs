using HelpDeskBot.Channels.WebChat;
using HelpDeskBot.Desk.People;
using HelpDeskBot.Desk.Work;
using HelpDeskBot.Domain.People;
using Microsoft.Net.Http.Headers;

namespace HelpDeskBot.Api;

/// <summary>Who looks at a web page, by the session in their browser's cookie.</summary>
internal sealed class WebVisitor(UnitOfWork work, LocalPeople local)
{
    // The prefix makes browsers refuse it without Secure, with a Domain, or for a part of the site only.
    private const string Cookie = "__Host-helpdesk";

    /// <summary>Whether pages are shown without a session: only to this machine, in development.</summary>
    public bool IsOptional => local.AreAllowed;

    public async Task<Actor?> FindAsync(HttpRequest request, CancellationToken stop) => request.Cookies[Cookie] is { Length: > 0 } session
        ? await work.RunAsync((services, token) => services.GetRequiredService<WebSignIn>().FindAsync(session, token), stop)
        : null;

    /// <summary>Uses a link up; false if it no longer works. A session that was there before ends.</summary>
    public async Task<bool> EnterAsync(HttpContext context, string link, CancellationToken stop)
    {
        var entered = await work.RunAsync((services, token) => services.GetRequiredService<WebSignIn>().EnterAsync(link, token), stop);
        if (entered.Refusal is not null)
        {
            return false;
        }

        await LeaveAsync(context, stop);
        Set(context, entered.Value, WebSignIn.LongestSession.ToTimeSpan());
        return true;
    }

    public async Task LeaveAsync(HttpContext context, CancellationToken stop)
    {
        if (context.Request.Cookies[Cookie] is { Length: > 0 } session)
        {
            await work.RunAsync((services, token) => services.GetRequiredService<WebSignIn>().LeaveAsync(session, token), stop);
            Set(context, "", TimeSpan.Zero);
        }
    }

    private static void Set(HttpContext context, string value, TimeSpan age) => context.Response.Headers.Append(
        HeaderNames.SetCookie,
        new SetCookieHeaderValue(Cookie, value) { Path = "/", Secure = true, HttpOnly = true, SameSite = Microsoft.Net.Http.Headers.SameSiteMode.Lax, MaxAge = age }.ToString());
}
