using System.Security.Cryptography;
using System.Text;
using HelpDeskBot.Desk.Storage;
using HelpDeskBot.Desk.Work;
using HelpDeskBot.Domain;
using HelpDeskBot.Domain.People;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HelpDeskBot.Desk.People;

/// <summary>
/// Lets people into the web pages whom a chat vouches for: a link that works once, within five minutes, becomes a session. Only digests of both
/// are kept. Times are those of the OWASP session management cheat sheet for low risk pages.
/// </summary>
public sealed class WebSignIn(HelpDeskDb db, Actors actors, BusinessClock clock)
{
    /// <summary>How long a session lasts at most.</summary>
    public static readonly Duration LongestSession = Duration.FromHours(12);

    private const int SecretBytes = 32;
    private static readonly Duration LinkTime = Duration.FromMinutes(5);
    private static readonly Duration IdleTime = Duration.FromHours(2);
    private static readonly Duration SeenEvery = Duration.FromMinutes(1);

    /// <summary>The secret of a new link for this person; their earlier links no longer work.</summary>
    public async Task<string> InviteAsync(Actor actor, CancellationToken stop)
    {
        var now = clock.Now;
        var old = await db.WebAccess.AsTracking()
            .Where(row => row.ExpiresAt <= now || (row.Kind == WebAccessKind.Link && row.Person == actor.Person))
            .ToListAsync(stop);
        db.WebAccess.RemoveRange(old);
        return Add(WebAccessKind.Link, actor.Person!.Value, actor.Identity!, now + LinkTime, now);
    }

    /// <summary>Uses a link up: the secret of a new session.</summary>
    public async Task<Outcome<string>> EnterAsync(string link, CancellationToken stop)
    {
        var now = clock.Now;
        if (await FindAsync(WebAccessKind.Link, link, stop) is not { } row || row.ExpiresAt <= now)
        {
            return new Refusal("web.over");
        }

        db.WebAccess.Remove(row); // of two that use it, one fails at the commit and finds it gone
        return Add(WebAccessKind.Session, row.Person, row.Identity, now + LongestSession, now);
    }

    /// <summary>Whose session it is; null once it is over.</summary>
    public async Task<Actor?> FindAsync(string session, CancellationToken stop)
    {
        var now = clock.Now;
        if (await FindAsync(WebAccessKind.Session, session, stop) is not { } row || row.ExpiresAt <= now || row.SeenAt + IdleTime <= now)
        {
            return null;
        }

        if (row.SeenAt + SeenEvery <= now)
        {
            row.SeenAt = now;
        }

        return row.Identity.Split(':', 2) is [var channel, var account] ? await actors.FindAsync(channel, account, stop) : null;
    }

    /// <summary>Ends a session.</summary>
    public async Task LeaveAsync(string session, CancellationToken stop)
    {
        if (await FindAsync(WebAccessKind.Session, session, stop) is { } row)
        {
            db.WebAccess.Remove(row);
        }
    }

    private string Add(WebAccessKind kind, PersonId person, string identity, Instant expiresAt, Instant now)
    {
        var secret = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SecretBytes));
        db.WebAccess.Add(new WebAccessRow { Digest = DigestOf(secret), Kind = kind, Person = person, Identity = identity, ExpiresAt = expiresAt, SeenAt = now });
        return secret;
    }

    private Task<WebAccessRow?> FindAsync(WebAccessKind kind, string secret, CancellationToken stop)
    {
        var digest = DigestOf(secret);
        return db.WebAccess.AsTracking().SingleOrDefaultAsync(row => row.Digest == digest && row.Kind == kind, stop);
    }

    private static string DigestOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
