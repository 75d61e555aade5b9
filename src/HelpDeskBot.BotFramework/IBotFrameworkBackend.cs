using HelpDeskBot.BotFramework.Schema;

namespace HelpDeskBot.BotFramework;

/// <summary>Whose activity it is, as the channel vouches.</summary>
/// <param name="UserId">The sender's id for this bot.</param>
/// <param name="TenantId">Their Entra tenant, one of those that are served; null only in development without an app id.</param>
public sealed record BotFrameworkCaller(string ChannelId, string ConversationId, string UserId, string? TenantId)
{
    /// <summary>The sender's Entra object id, which with the tenant says who they are; null for what no person sent.</summary>
    public string? ObjectId { get; init; }
}

/// <summary>
/// What stands behind the endpoint: the bot. Resolved from the services of each request. The activity is checked; its texts are what people wrote.
/// </summary>
public interface IBotFrameworkBackend
{
    /// <summary>Takes an activity; durable before it returns, since the channel then forgets it. It may deliver one more than once.</summary>
    Task ReceiveAsync(BotFrameworkCaller caller, Activity activity, CancellationToken stop);

    /// <summary>Answers an invoke; null if its operation is not known. It may be delivered more than once, even under another id.</summary>
    Task<InvokeResponse?> InvokeAsync(BotFrameworkCaller caller, Activity activity, CancellationToken stop);
}
