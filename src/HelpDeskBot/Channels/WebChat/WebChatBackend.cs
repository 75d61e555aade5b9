using System.Text.Json.Nodes;
using HelpDeskBot.BotFramework.DirectLine;
using HelpDeskBot.BotFramework.Schema;
using HelpDeskBot.Desk.WebChat;
using HelpDeskBot.Turns;
using HelpDeskBot.Turns.Actions;

namespace HelpDeskBot.Channels.WebChat;

/// <summary>What stands behind the Direct Line endpoint: conversations in the database, messages through the inbox, presses at once.</summary>
internal sealed class WebChatBackend(WebChatAccess access, ChatStore store, WebChatDeliveries deliveries, Presses presses, WebChatFiles files)
    : IDirectLineBackend
{
    public Task<DirectLineOpening> OpenAsync(string userId, string? userName, string? conversationId, CancellationToken stop) =>
        access.OpenAsync(userId, conversationId, stop);

    public Task<bool> BelongsAsync(DirectLineCaller caller, CancellationToken stop) => access.BelongsAsync(caller, stop);

    public async Task<ActivityPage> ReadAsync(string conversationId, long? watermark, int limit, CancellationToken stop)
    {
        var page = await store.ReadAsync(conversationId, watermark, limit, stop);
        return new ActivityPage(page.Activities, page.Watermark);
    }

    public Task<string> ReceiveAsync(DirectLineCaller caller, Activity activity, CancellationToken stop) =>
        deliveries.TakeAsync(caller, activity, stop);

    public async Task<AdaptiveCardInvokeResponse> InvokeAsync(DirectLineCaller caller, Activity activity, CancellationToken stop) =>
        await presses.RunAsync((services, token) => services.GetRequiredService<WebChatTranslator>().ActionOfAsync(activity, token), stop) is { } answer
            ? ResponseOf(answer)
            : throw new DirectLineRefusedException(400, "BadArgument", "Send name adaptiveCard/action and value.action.verb of a card");

    public Task<Attachment> SaveFileAsync(DirectLineCaller caller, string name, Stream content, CancellationToken stop) =>
        files.SaveAsync(caller, name, content, stop);

    private static AdaptiveCardInvokeResponse ResponseOf(ActionAnswer answer) => answer switch
    {
        ActionAnswer.ShowCard shown => new AdaptiveCardInvokeResponse(200, "application/vnd.microsoft.card.adaptive", shown.Card),
        ActionAnswer.ShowForm form => new AdaptiveCardInvokeResponse(200, "application/vnd.microsoft.card.adaptive", form.Card),
        ActionAnswer.Say said => new AdaptiveCardInvokeResponse(200, "application/vnd.microsoft.activity.message", JsonValue.Create(said.Text)),
        ActionAnswer.Refused refused => new AdaptiveCardInvokeResponse(StatusOf(refused.Code), "application/vnd.microsoft.error", ErrorOf(refused)),
        _ => throw new InvalidOperationException($"No response for {answer.GetType().Name}"),
    };

    private static JsonObject ErrorOf(ActionAnswer.Refused refused)
    {
        var error = new JsonObject { ["code"] = refused.Code, ["message"] = refused.Text };
        if (refused.Offer is { } offer)
        {
            error["offer"] = offer;
        }

        return error;
    }

    private static int StatusOf(string code) => code switch
    {
        _ when code.EndsWith(".not_found", StringComparison.Ordinal) => 404,
        _ when code.StartsWith("act.", StringComparison.Ordinal) => 403,
        _ when code.StartsWith("error.", StringComparison.Ordinal) => 500,
        _ when code.StartsWith("action.", StringComparison.Ordinal) => 400,
        _ => 409,
    };
}
