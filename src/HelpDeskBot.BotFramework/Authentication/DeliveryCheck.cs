using HelpDeskBot.BotFramework.Connector;
using HelpDeskBot.BotFramework.Schema;
using HelpDeskBot.BotFramework.Teams;

namespace HelpDeskBot.BotFramework.Authentication;

/// <summary>
/// Checks that an activity is one that its token is for and that this bot serves: the channel, the key's endorsement of it, the service URL and the
/// tenant. Without an app id there is no token, and only service URLs of this machine are served.
/// </summary>
internal sealed class DeliveryCheck(BotFrameworkOptions options, ServiceHosts hosts)
{
    /// <summary>Why the activity is refused; null if it is not.</summary>
    /// <param name="token">What the token proved; null only without an app id.</param>
    public string? RefusalOf(Activity activity, DeliveryToken? token)
    {
        if (activity.ChannelId is not { } channel || !options.Channels.Contains(channel, StringComparer.Ordinal))
        {
            return RefusalCodes.ChannelNotServed;
        }

        if (options.AppId is not null && token?.Key.Endorsements.Contains(channel) != true)
        {
            return RefusalCodes.KeyNotEndorsed;
        }

        if (options.AppId is not null && !string.Equals(token?.ServiceUrl, activity.ServiceUrl, StringComparison.OrdinalIgnoreCase))
        {
            return RefusalCodes.ServiceUrlMismatch;
        }

        return hosts.Check(activity.ServiceUrl) is null ? RefusalCodes.ServiceUrlNotAllowed : TenantRefusal(activity);
    }

    // A tenant may stand in two places; each that is there counts, so that they cannot disagree to anybody's advantage.
    private string? TenantRefusal(Activity activity)
    {
        string?[] tenants = [TeamsChannelData.Of(activity).TenantId, activity.Conversation?.TenantId];
        if (options.AppId is null && options.Tenants.Count == 0)
        {
            return null;
        }

        var named = tenants.OfType<string>().ToList();
        return named.Count == 0
            ? RefusalCodes.TenantAbsent
            : named.All(tenant => options.Tenants.Contains(tenant, StringComparer.OrdinalIgnoreCase)) ? null : RefusalCodes.TenantNotAllowed;
    }
}
