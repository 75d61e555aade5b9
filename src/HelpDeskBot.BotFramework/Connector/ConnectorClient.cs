using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using HelpDeskBot.BotFramework.Schema;
using HelpDeskBot.BotFramework.Teams;
using Microsoft.AspNetCore.WebUtilities;

namespace HelpDeskBot.BotFramework.Connector;

/// <summary>
/// Calls a channel's connector (botframework-sdk, specs/botframework-protocol/botframework-channel.json). A reference says where: its service URL,
/// conversation and tenant. No call throws because of what the service does; all say what became of them.
/// </summary>
public sealed class ConnectorClient
{
    private const string Version = "v3";
    private const string Conversations = "conversations";

    private readonly ServiceHosts _hosts;
    private readonly ConnectorSender _sender;

    internal ConnectorClient(ServiceHosts hosts, ConnectorSender sender) => (_hosts, _sender) = (hosts, sender);

    /// <summary>
    /// Makes a conversation. With one person and nothing to say it is safe to repeat, since it stays the same one; with a first message it is not.
    /// </summary>
    /// <param name="at">Any conversation of the same tenant: its service URL and tenant count.</param>
    public async Task<ConnectorResult<ConversationResource>> CreateConversationAsync(
        ConversationReference at, ConversationParameters parameters, CancellationToken stop)
    {
        var call = CallOf(HttpMethod.Post, at, [Version, Conversations]) is { } made
            ? made with
            {
                Body = Bytes(parameters, ActivityJson.Wire.ConversationParameters),
                Kind = RateKind.Create,
                Conversation = TargetOf(parameters),
                IsRepeatable = parameters is { Activity: null, IsGroup: not true },
            }
            : null;
        return await RunAsync(call, answer => Read(answer, ActivityJson.Wire.ConversationResource) ?? new ConversationResource(), stop);
    }

    /// <summary>
    /// Says something: as an answer if the activity has <see cref="Activity.ReplyToId"/>. The value is its id, empty if the service gives none.
    /// </summary>
    public Task<ConnectorResult<string>> SendAsync(ConversationReference to, Activity activity, CancellationToken stop)
    {
        var call = activity.ReplyToId is { Length: > 0 } message
            ? CallOf(HttpMethod.Post, to, [Version, Conversations, to.Conversation?.Id, "activities", message])
            : CallOf(HttpMethod.Post, to, [Version, Conversations, to.Conversation?.Id, "activities"]);
        return RunAsync(With(call, activity), IdOf, stop);
    }

    /// <summary>Puts an activity in the place of one that was sent. The value is its id.</summary>
    public async Task<ConnectorResult<string>> UpdateAsync(ConversationReference at, string activityId, Activity activity, CancellationToken stop)
    {
        var call = CallOf(HttpMethod.Put, at, [Version, Conversations, at.Conversation?.Id, "activities", activityId]);
        return await RunAsync(With(call, activity), answer => IdOf(answer) is { Length: > 0 } id ? id : activityId, stop);
    }

    /// <summary>Takes away an activity that was sent. The value is its id.</summary>
    public Task<ConnectorResult<string>> DeleteAsync(ConversationReference at, string activityId, CancellationToken stop) =>
        RunAsync(CallOf(HttpMethod.Delete, at, [Version, Conversations, at.Conversation?.Id, "activities", activityId]), _ => activityId, stop);

    /// <summary>Everybody in a conversation; for what may be large, ask by the page.</summary>
    public Task<ConnectorResult<IList<TeamsChannelAccount>>> GetMembersAsync(ConversationReference of, CancellationToken stop) =>
        GetAsync(of, ActivityJson.Wire.IListTeamsChannelAccount, [Version, Conversations, of.Conversation?.Id, "members"], stop);

    /// <summary>A page of the members of a conversation.</summary>
    /// <param name="continuation">What the page before gave; null for the first.</param>
    public async Task<ConnectorResult<PagedMembers>> GetPagedMembersAsync(
        ConversationReference of, int pageSize, string? continuation, CancellationToken stop)
    {
        var call = CallOf(HttpMethod.Get, of, [Version, Conversations, of.Conversation?.Id, "pagedmembers"]);
        var query = new Dictionary<string, string?> { ["pageSize"] = $"{pageSize}", ["continuationToken"] = continuation };
        var page = call is null ? null : call with
        {
            Address = new Uri(QueryHelpers.AddQueryString(call.Address.AbsoluteUri, query.Where(part => part.Value is not null))),
            Kind = RateKind.Members,
        };
        return await RunAsync(page, answer => Read(answer, ActivityJson.Wire.PagedMembers), stop);
    }

    /// <summary>One member of a conversation, by the id for this bot or the Entra object id.</summary>
    public Task<ConnectorResult<TeamsChannelAccount>> GetMemberAsync(ConversationReference of, string memberId, CancellationToken stop) =>
        GetAsync(of, ActivityJson.Wire.TeamsChannelAccount, [Version, Conversations, of.Conversation?.Id, "members", memberId], stop);

    /// <summary>Who sees an activity.</summary>
    public Task<ConnectorResult<IList<TeamsChannelAccount>>> GetActivityMembersAsync(ConversationReference of, string activityId, CancellationToken stop) =>
        GetAsync(of, ActivityJson.Wire.IListTeamsChannelAccount, [Version, Conversations, of.Conversation?.Id, "activities", activityId, "members"], stop);

    /// <summary>Gives a file to the conversation's store. The value is the attachment's id.</summary>
    public Task<ConnectorResult<string>> UploadAttachmentAsync(ConversationReference to, AttachmentData file, CancellationToken stop)
    {
        var call = CallOf(HttpMethod.Post, to, [Version, Conversations, to.Conversation?.Id, "attachments"]);
        return RunAsync(call is null ? null : call with { Body = Bytes(file, ActivityJson.Wire.AttachmentData) }, IdOf, stop);
    }

    /// <summary>What is known of a stored attachment.</summary>
    public Task<ConnectorResult<AttachmentInfo>> GetAttachmentInfoAsync(ConversationReference at, string attachmentId, CancellationToken stop) =>
        GetAsync(at, ActivityJson.Wire.AttachmentInfo, [Version, "attachments", attachmentId], stop);

    /// <summary>The content of a stored attachment.</summary>
    /// <param name="view">original or thumbnail.</param>
    /// <param name="mostBytes">More is not read, and refused.</param>
    public Task<ConnectorResult<ConnectorContent>> GetAttachmentAsync(
        ConversationReference at, string attachmentId, string view, long mostBytes, CancellationToken stop) =>
        ContentAsync(CallOf(HttpMethod.Get, at, [Version, "attachments", attachmentId, "views", view]), mostBytes, stop);

    /// <summary>The content at an address that came in a message, such as an inline image's: read only if it is one of the connector's.</summary>
    /// <param name="mostBytes">More is not read, and refused.</param>
    public Task<ConnectorResult<ConnectorContent>> GetContentAsync(ConversationReference of, Uri address, long mostBytes, CancellationToken stop) =>
        ContentAsync(
            _hosts.Check(address.AbsoluteUri) is { } known ? new ConnectorCall(HttpMethod.Get, known.Url) { Tenant = TenantOf(of) } : null, mostBytes, stop);

    /// <summary>The channels of a Teams team.</summary>
    /// <param name="at">A conversation of the team.</param>
    public Task<ConnectorResult<ChannelList>> GetChannelsAsync(ConversationReference at, string teamId, CancellationToken stop) =>
        GetAsync(at, ActivityJson.Wire.ChannelList, [Version, "teams", teamId, Conversations], stop);

    /// <summary>A Teams team.</summary>
    /// <param name="at">A conversation of the team.</param>
    public Task<ConnectorResult<TeamDetails>> GetTeamAsync(ConversationReference at, string teamId, CancellationToken stop) =>
        GetAsync(at, ActivityJson.Wire.TeamDetails, [Version, "teams", teamId], stop);

    private Task<ConnectorResult<T>> GetAsync<T>(ConversationReference at, JsonTypeInfo<T> type, ReadOnlySpan<string?> path, CancellationToken stop)
        where T : class
    {
        var call = CallOf(HttpMethod.Get, at, path);
        return RunAsync(call is null ? null : call with { Kind = RateKind.Members }, answer => Read(answer, type), stop);
    }

    private Task<ConnectorResult<ConnectorContent>> ContentAsync(ConnectorCall? call, long mostBytes, CancellationToken stop) => RunAsync(
        call is null ? null : call with { Conversation = null, MostBytes = mostBytes, Timeout = TimeSpan.FromMinutes(1) },
        answer => new ConnectorContent(answer.Body, answer.ContentType),
        stop);

    private async Task<ConnectorResult<T>> RunAsync<T>(ConnectorCall? call, Func<ConnectorAnswer, T?> read, CancellationToken stop)
        where T : class =>
        call is null
            ? new ConnectorResult<T>(ConnectorOutcome.Refused, ConnectorCodes.BadAddress)
            : ConnectorResults.Of(call, await _sender.RunAsync(call, stop), read);

    private ConnectorCall? CallOf(HttpMethod method, ConversationReference at, ReadOnlySpan<string?> path) =>
        _hosts.Check(at.ServiceUrl)?.Under(path) is { } address
            ? new ConnectorCall(method, address) { Conversation = ConversationOf(at), Tenant = TenantOf(at) }
            : null;

    private static ConnectorCall? With(ConnectorCall? call, Activity activity) =>
        call is null ? null : call with { Body = Bytes(activity, ActivityJson.Wire.Activity) };

    private static string? ConversationOf(ConversationReference at) => at.Conversation?.Id is { } id ? TeamsConversations.Split(id).Conversation : null;

    private static string TenantOf(ConversationReference at) => at.Conversation?.TenantId ?? "";

    private static string TargetOf(ConversationParameters parameters) =>
        parameters.ChannelData.TextAt("channel", "id") ?? string.Join(' ', (parameters.Members ?? []).Select(member => member.Id));

    private static byte[] Bytes<T>(T value, JsonTypeInfo<T> type) => JsonSerializer.SerializeToUtf8Bytes(value, type);

    private static string IdOf(ConnectorAnswer answer) => Read(answer, ActivityJson.Wire.ResourceResponse)?.Id ?? "";

    private static T? Read<T>(ConnectorAnswer answer, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return answer.Body.Length == 0 ? null : JsonSerializer.Deserialize(answer.Body, type);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>What a file holds.</summary>
/// <param name="ContentType">The media type that the service says; it may be wrong.</param>
public sealed record ConnectorContent(byte[] Bytes, string? ContentType);
