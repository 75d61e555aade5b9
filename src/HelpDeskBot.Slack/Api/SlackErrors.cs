using System.Collections.Frozen;

namespace HelpDeskBot.Slack.Api;

/// <summary>What Slack's error codes mean for whoever asked; codes that are not here are refusals.</summary>
internal static class SlackErrors
{
    public const string RateLimited = "ratelimited";

    /// <summary>Nothing was done, and asking again helps.</summary>
    private static readonly FrozenSet<string> Later = [RateLimited, "rate_limited", "message_limit_exceeded", "request_timeout", "team_added_to_org"];

    /// <summary>Nothing was done, and nothing will be until somebody gives the program a token that is good; what waits is not lost until then.</summary>
    private static readonly FrozenSet<string> NoToken = ["invalid_auth", "not_authed", "account_inactive", "token_revoked", "token_expired"];

    /// <summary>Slack broke somewhere on the way.</summary>
    private static readonly FrozenSet<string> Broken = ["internal_error", "fatal_error", "service_unavailable"];

    public static SlackOutcome Of(string code, SlackMethod method) => code switch
    {
        _ when method.Already.Contains(code) => SlackOutcome.Ok,
        _ when Later.Contains(code) || NoToken.Contains(code) => SlackOutcome.Later,
        _ when Broken.Contains(code) => Lost(method),
        _ => SlackOutcome.Refused,
    };

    /// <summary>How long to wait before asking again.</summary>
    public static TimeSpan WaitOf(string code, SlackOutcome outcome) => outcome switch
    {
        SlackOutcome.Refused => TimeSpan.Zero,
        _ when code is RateLimited or "rate_limited" or "message_limit_exceeded" || NoToken.Contains(code) => SlackHttp.Unsaid,
        _ => SlackHttp.Settling,
    };

    /// <summary>Of a call whose answer is lost.</summary>
    public static SlackOutcome Lost(SlackMethod method) => method.IsRepeatable ? SlackOutcome.Later : SlackOutcome.Unknown;
}
