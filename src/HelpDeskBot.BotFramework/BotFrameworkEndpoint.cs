using System.Text.Json;
using HelpDeskBot.BotFramework.Authentication;
using HelpDeskBot.BotFramework.Schema;
using HelpDeskBot.BotFramework.Teams;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace HelpDeskBot.BotFramework;

/// <summary>
/// The messaging endpoint: the token is checked before the body is read, the activity against the token before anybody sees it. Refusals say nothing
/// but their status.
/// </summary>
internal sealed partial class BotFrameworkEndpoint(
    BotFrameworkOptions options, IDeliveryGate gate, DeliveryCheck deliveries, ILogger<BotFrameworkEndpoint> logger)
{
    private const int LongestId = 500;

    public async Task HandleAsync(HttpContext context)
    {
        if (HttpMethods.IsHead(context.Request.Method))
        {
            return; // clients ask so whether anybody is there
        }

        if (!HttpMethods.IsPost(context.Request.Method))
        {
            context.Response.Headers.Allow = "POST, HEAD";
            context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            return;
        }

        var response = await PostAsync(context, context.RequestAborted);
        context.Response.StatusCode = response.Status;
        if (response.Body is { } body)
        {
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync(body.ToJsonString(), context.RequestAborted);
        }
    }

    private async Task<InvokeResponse> PostAsync(HttpContext context, CancellationToken stop)
    {
        var admitted = await gate.CheckAsync(context, stop);
        if (admitted.Refusal is { } refusal)
        {
            return Refused(refusal, admitted.Status);
        }

        if (!context.Request.HasJsonContentType())
        {
            return new InvokeResponse(StatusCodes.Status415UnsupportedMediaType);
        }

        if (await ReadAsync(context.Request, stop) is not { } bytes)
        {
            return new InvokeResponse(StatusCodes.Status413PayloadTooLarge);
        }

        if (Parse(bytes) is not { Type.Length: > 0, ServiceUrl: not null, ChannelId: { } channel } activity
            || activity is not { From.Id: { } user, Conversation.Id: { } conversation }
            || user.Length > LongestId || conversation.Length > LongestId || activity.Id?.Length > LongestId)
        {
            return new InvokeResponse(StatusCodes.Status400BadRequest);
        }

        if (deliveries.RefusalOf(activity, admitted.Token) is { } reason)
        {
            return Refused(reason, StatusCodes.Status403Forbidden);
        }

        var tenant = activity.Conversation.TenantId ?? TeamsChannelData.Of(activity).TenantId;
        var caller = new BotFrameworkCaller(channel, conversation, user, tenant) { ObjectId = activity.From.AadObjectId };
        return await TakeAsync(context.RequestServices.GetRequiredService<IBotFrameworkBackend>(), caller, activity, stop);
    }

    private static async Task<InvokeResponse> TakeAsync(IBotFrameworkBackend backend, BotFrameworkCaller caller, Activity activity, CancellationToken stop)
    {
        if (activity.Type == ActivityTypes.Invoke)
        {
            return await backend.InvokeAsync(caller, activity, stop) ?? new InvokeResponse(StatusCodes.Status501NotImplemented);
        }

        await backend.ReceiveAsync(caller, activity, stop);
        return new InvokeResponse(StatusCodes.Status200OK);
    }

    private async Task<byte[]?> ReadAsync(HttpRequest request, CancellationToken stop)
    {
        using var buffer = new MemoryStream();
        var chunk = new byte[16 * 1024];
        while (await request.Body.ReadAsync(chunk, stop) is > 0 and var read)
        {
            if (buffer.Length + read > options.MostBytes)
            {
                return null;
            }

            buffer.Write(chunk, 0, read);
        }

        return buffer.ToArray();
    }

    private static Activity? Parse(byte[] json)
    {
        try
        {
            return ActivityJson.ReadActivity(json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private InvokeResponse Refused(string code, int status)
    {
        LogRefused(code, status);
        return new InvokeResponse(status);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Delivery refused: {Code}, answered {Status}")]
    private partial void LogRefused(string code, int status);
}
