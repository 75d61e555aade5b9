using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using HelpDeskBot.BotFramework.Schema;

namespace HelpDeskBot.BotFramework.Connector;

/// <summary>Makes of a response, or of its absence, what is known about the call.</summary>
internal static partial class ConnectorAnswers
{
    private const int WritesBlocked = 209;
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    public static ConnectorAnswer Of(HttpResponseMessage response, byte[] body, DateTimeOffset now)
    {
        var status = (int)response.StatusCode;
        var detail = status < 300 ? null : DetailOf(body);
        var after = AfterOf(response.Headers.RetryAfter, now);
        var (verdict, code) = Judge(response.StatusCode, detail, response.Headers.RetryAfter is not null);
        return new ConnectorAnswer(verdict, code)
        {
            Status = status,
            Detail = detail,
            After = after,
            Body = body,
            ContentType = response.Content.Headers.ContentType?.MediaType,
        };
    }

    /// <summary>Without a connection nothing was sent; once there was one, everything may have been.</summary>
    public static ConnectorAnswer Of(HttpRequestException failure) => failure.HttpRequestError switch
    {
        HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError
            or HttpRequestError.ProxyTunnelError => new ConnectorAnswer(Verdict.NotDone, ConnectorCodes.Unreachable),
        _ => new ConnectorAnswer(Verdict.Unsure, ConnectorCodes.Dropped),
    };

    private static (Verdict Verdict, string Code) Judge(HttpStatusCode status, string? detail, bool saysWhen) => status switch
    {
        < HttpStatusCode.OK => (Verdict.Unsure, ConnectorCodes.ServerError),
        < HttpStatusCode.MultipleChoices => (Verdict.Done, ConnectorCodes.Done),
        < HttpStatusCode.BadRequest => (Verdict.Refused, ConnectorCodes.BadAddress), // another address is not asked
        HttpStatusCode.BadRequest => (Verdict.Refused, detail == "BadSyntax" ? ConnectorCodes.BadSyntax : ConnectorCodes.BadRequest),
        HttpStatusCode.Unauthorized => (Verdict.NotDone, ConnectorCodes.Unauthorised),
        HttpStatusCode.Forbidden => (Verdict.Refused, Forbidden(detail)),
        HttpStatusCode.NotFound or HttpStatusCode.Gone =>
            (Verdict.Refused, detail == "BotNotInConversationRoster" ? ConnectorCodes.NotInstalled : ConnectorCodes.Gone),
        HttpStatusCode.MethodNotAllowed or HttpStatusCode.NotImplemented => (Verdict.Refused, ConnectorCodes.NotSupported),
        HttpStatusCode.RequestTimeout => (Verdict.Unsure, ConnectorCodes.Timeout),
        HttpStatusCode.PreconditionFailed => (Verdict.NotDone, ConnectorCodes.Busy),
        HttpStatusCode.RequestEntityTooLarge => (Verdict.Refused, ConnectorCodes.TooLarge),
        HttpStatusCode.TooManyRequests => (Verdict.NotDone, ConnectorCodes.Throttled),
        < HttpStatusCode.InternalServerError => (Verdict.Refused, ConnectorCodes.BadRequest),

        // Who says when to come back has decided not to do it now; without that it may come from something in front of a service that did it.
        HttpStatusCode.ServiceUnavailable when saysWhen => (Verdict.NotDone, ConnectorCodes.Busy),
        _ => (Verdict.Unsure, ConnectorCodes.ServerError),
    };

    private static string Forbidden(string? detail) => detail switch
    {
        "MessageWritesBlocked" or "ConversationBlockedByUser" => ConnectorCodes.Blocked,
        "BotNotInConversationRoster" or "ForbiddenOperationException" => ConnectorCodes.NotInstalled,
        "BotDisabledByAdmin" => ConnectorCodes.Disabled,
        _ => ConnectorCodes.Forbidden,
    };

    private static TimeSpan AfterOf(RetryConditionHeaderValue? header, DateTimeOffset now)
    {
        var after = header?.Delta ?? (header?.Date is { } date ? date - now : TimeSpan.Zero);
        return after < TimeSpan.Zero ? TimeSpan.Zero : after > LongestWait ? LongestWait : after;
    }

    // {"error":{"code":…}} as documented; Teams says that somebody blocked the bot as {"errorCode":209,"message":"{\"subCode\":…}"}.
    private static string? DetailOf(byte[] body)
    {
        try
        {
            var answer = JsonNode.Parse(body);
            var code = answer.TextAt("error", "code")
                ?? SubCodeIn(answer.TextAt("message"))
                ?? (answer.NumberAt("errorCode") == WritesBlocked ? "MessageWritesBlocked" : null);
            return code is not null && CodeShape().IsMatch(code) ? code : null;
        }
        catch (Exception malformed) when (malformed is JsonException or InvalidOperationException or ArgumentException)
        {
            return null;
        }
    }

    private static string? SubCodeIn(string? message) => message?.StartsWith('{') == true ? JsonNode.Parse(message).TextAt("subCode") : null;

    [GeneratedRegex(@"\A[A-Za-z0-9_.-]{1,100}\z")]
    private static partial Regex CodeShape();
}
