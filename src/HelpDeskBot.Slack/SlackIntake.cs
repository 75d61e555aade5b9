using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using HelpDeskBot.Slack.Payloads;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace HelpDeskBot.Slack;

/// <summary>What became of a delivery.</summary>
internal enum Intake
{
    Taken,

    /// <summary>It is not what Slack sends.</summary>
    Malformed,

    /// <summary>It is from another app or organisation.</summary>
    NotAllowed,

    /// <summary>It could not be put down; it may come again.</summary>
    Failed,
}

/// <summary>What became of a delivery, and what it is answered.</summary>
/// <param name="Answer">Null for an empty answer.</param>
internal sealed record TakenDelivery(Intake Intake, JsonObject? Answer = null);

/// <summary>Hands deliveries to the backend, if they are from where they may be from.</summary>
internal sealed partial class SlackIntake(SlackOptions options, IServiceScopeFactory scopes, ILogger<SlackIntake> logger)
{
    private const int MostOptions = 100;

    public async Task<TakenDelivery> TakeAsync(string json, CancellationToken stop)
    {
        SlackPayload? payload;
        try
        {
            payload = SlackPayloads.Read(json);
        }
        catch (Exception malformed) when (malformed is JsonException or InvalidOperationException or FormatException or ArgumentException)
        {
            return new TakenDelivery(Intake.Malformed);
        }

        if (payload is null)
        {
            return new TakenDelivery(Intake.Taken); // kinds of payload come and go; nothing here waits for others
        }

        if (!options.Knows(payload.Sender))
        {
            LogNotAllowed(payload.GetType().Name, payload.Sender.TeamId);
            return new TakenDelivery(Intake.NotAllowed);
        }

        return await HandAsync(new SlackDelivery(KeyOf(payload, json), payload.Sender.TeamId ?? payload.Sender.EnterpriseId!, payload, json), stop);
    }

    private async Task<TakenDelivery> HandAsync(SlackDelivery delivery, CancellationToken stop)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var backend = scope.ServiceProvider.GetRequiredService<ISlackBackend>();
            return new TakenDelivery(Intake.Taken, await AnswerAsync(backend, delivery, stop));
        }
        catch (Exception failure) when (!stop.IsCancellationRequested)
        {
            LogFailed(failure, delivery.Key);
            return new TakenDelivery(Intake.Failed);
        }
    }

    private static async Task<JsonObject?> AnswerAsync(ISlackBackend backend, SlackDelivery delivery, CancellationToken stop)
    {
        switch (delivery.Payload)
        {
            case ViewSubmission submission:
                return (JsonObject?)(await backend.SubmitAsync(delivery, submission, stop)).Json?.DeepClone();
            case SlashCommand command:
                return (await backend.CommandAsync(delivery, command, stop))?.Json;
            case BlockSuggestion suggestion:
                return Json(await backend.SuggestAsync(delivery, suggestion, stop));
            default:
                await backend.ReceiveAsync(delivery, stop);
                return null;
        }
    }

    private static JsonObject Json(IReadOnlyList<SlackOption> options) => new()
    {
        ["options"] = new JsonArray([.. options.Take(MostOptions).Select(option => new JsonObject
        {
            ["text"] = new JsonObject { ["type"] = "plain_text", ["text"] = option.Text, ["emoji"] = false },
            ["value"] = option.Value,
        })]),
    };

    /// <summary>What Slack gives no key is known by its bytes, which are the same when it is sent again.</summary>
    private static string KeyOf(SlackPayload payload, string json) =>
        payload.DeliveryKey is { Length: > 0 } key ? key : "sha256:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json)));

    [LoggerMessage(Level = LogLevel.Warning, Message = "Slack delivery {Kind} of workspace {Team} is not allowed here")]
    private partial void LogNotAllowed(string kind, string? team);

    [LoggerMessage(Level = LogLevel.Error, Message = "Slack delivery {Key} could not be taken")]
    private partial void LogFailed(Exception failure, string key);
}
