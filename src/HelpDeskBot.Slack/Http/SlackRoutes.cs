using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace HelpDeskBot.Slack.Http;

/// <summary>
/// The addresses that Slack posts to. Nothing of a request is read before its signature is good, and refusals say nothing: who may post here
/// needs no words, and who may not gets none.
/// </summary>
public static class SlackRoutes
{
    private const int MostBytes = 1024 * 1024;
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Maps <c>/slack/events</c>, <c>/slack/interactivity</c>, <c>/slack/commands</c> and <c>/slack/options</c>.</summary>
    public static IEndpointRouteBuilder MapSlack(this IEndpointRouteBuilder app)
    {
        var routes = app.MapGroup("/slack");
        routes.MapPost("/events", (HttpContext context, SlackDoor door) => TakeAsync(context, door, EventOf));
        routes.MapPost("/interactivity", (HttpContext context, SlackDoor door) => TakeAsync(context, door, InteractionOf));
        routes.MapPost("/options", (HttpContext context, SlackDoor door) => TakeAsync(context, door, InteractionOf));
        routes.MapPost("/commands", (HttpContext context, SlackDoor door) => TakeAsync(context, door, CommandOf));
        return app;
    }

    private static async Task<IResult> TakeAsync(HttpContext context, SlackDoor door, Func<string, string?> payloadOf)
    {
        if (await BodyAsync(context.Request) is not { } bytes)
        {
            return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
        }

        if (!door.IsSigned(context.Request.Headers, bytes))
        {
            return Results.StatusCode(StatusCodes.Status401Unauthorized);
        }

        return Read(bytes) is { } body && payloadOf(body) is { } json
            ? await AnswerAsync(door, json, context.Request.Headers)
            : Results.StatusCode(StatusCodes.Status400BadRequest);
    }

    private static async Task<IResult> AnswerAsync(SlackDoor door, string json, IHeaderDictionary headers)
    {
        if (ChallengeOf(json) is { } challenge)
        {
            return Results.Text(challenge, "text/plain");
        }

        // Whether Slack still waits does not matter to what is being put down: it comes again, and is known then.
        var taken = await door.TakeAsync(json, headers, CancellationToken.None);
        return taken.Intake switch
        {
            Intake.Taken when taken.Answer is { } answer => Results.Text(answer.ToJsonString(), "application/json"),
            Intake.Taken => Results.Ok(),
            Intake.NotAllowed => Results.StatusCode(StatusCodes.Status403Forbidden),
            Intake.Malformed => Results.StatusCode(StatusCodes.Status400BadRequest),
            _ => Results.StatusCode(StatusCodes.Status500InternalServerError),
        };
    }

    /// <summary>The whole body; null if it is larger than anything Slack sends.</summary>
    private static async Task<byte[]?> BodyAsync(HttpRequest request)
    {
        if (request.ContentLength > MostBytes)
        {
            return null;
        }

        using var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (await request.Body.ReadAsync(buffer, request.HttpContext.RequestAborted) is > 0 and var read)
        {
            if (body.Length + read > MostBytes)
            {
                return null;
            }

            body.Write(buffer, 0, read);
        }

        return body.ToArray();
    }

    private static string? Read(byte[] bytes)
    {
        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static string EventOf(string body) => body;

    private static string? InteractionOf(string body) => SlackForm.Read(body)?.GetValueOrDefault("payload");

    private static string? CommandOf(string body) =>
        SlackForm.Read(body) is { Count: > 0 } form ? JsonSerializer.Serialize(form, SlackForm.Json.Default.DictionaryStringString) : null;

    /// <summary>What Slack sends once to see who answers at an address.</summary>
    private static string? ChallengeOf(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement is { ValueKind: JsonValueKind.Object } body
                && body.TryGetProperty("type", out var type) && type.ValueEquals("url_verification")
                && body.TryGetProperty("challenge", out var challenge) && challenge.ValueKind is JsonValueKind.String
                    ? challenge.GetString()
                    : null;
        }
        catch (Exception malformed) when (malformed is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}

/// <summary>What every address needs of the app: its secret, the time, and whoever takes deliveries.</summary>
internal sealed partial class SlackDoor(SlackOptions options, SlackIntake intake, TimeProvider time, ILogger<SlackDoor> logger)
{
    public bool IsSigned(IHeaderDictionary headers, byte[] body) =>
        options.SigningSecret is { Length: > 0 } secret && SlackSignature.IsGood(secret, headers, body, time.GetUtcNow());

    public Task<TakenDelivery> TakeAsync(string json, IHeaderDictionary headers, CancellationToken stop)
    {
        if (headers["X-Slack-Retry-Num"] is [{ } number])
        {
            // Whether it was taken before its key says, never this header: the first attempt may have failed.
            LogRetry(number, headers["X-Slack-Retry-Reason"].ToString());
        }

        return intake.TakeAsync(json, stop);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Slack delivers again: attempt {Number}, {Reason}")]
    private partial void LogRetry(string number, string reason);
}
