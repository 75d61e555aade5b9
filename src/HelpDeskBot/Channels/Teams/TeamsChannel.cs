using HelpDeskBot.BotFramework.Connector;
using HelpDeskBot.BotFramework.Schema;
using HelpDeskBot.BotFramework.Teams;
using HelpDeskBot.Cards;
using HelpDeskBot.Desk.Outbox;
using HelpDeskBot.Domain.People;

namespace HelpDeskBot.Channels.Teams;

/// <summary>Carries what the bot says to Teams: to a person, into a channel as a thread of its own, or under one.</summary>
internal sealed class TeamsChannel(ConnectorClient connector, CardCatalog catalog) : IChannel
{
    private const string NoId = "none:";

    public string Name => TeamsNames.Channel;

    public async Task<string> CreateAsync(Place place, Content content, string key, CancellationToken stop)
    {
        var result = await SendAsync(place, TeamsActivities.Of(content), stop);
        if (result.Code == ConnectorCodes.TooLarge)
        {
            result = await SendAsync(place, TeamsActivities.Short(content), stop);
        }

        return Done(result) is { Length: > 0 } id ? id : NoId + key;
    }

    public async Task<Place> OpenAsync(Place place, CancellationToken stop)
    {
        if (!TeamsNames.IsUnopened(place.Conversation))
        {
            return place;
        }

        var reference = TeamsReference.Read(place);
        var parameters = TeamsConversations.With(reference.Bot!, reference.User!.Id!, reference.Conversation?.TenantId ?? "");
        var made = Done(await connector.CreateConversationAsync(reference, parameters, stop));
        var conversation = made.Id is { Length: > 0 } id ? id : throw new InvalidOperationException("The conversation was opened without an id");
        reference.Conversation = new ConversationAccount
        {
            Id = conversation,
            ConversationType = TeamsConversations.Personal,
            TenantId = reference.Conversation?.TenantId,
        };
        reference.ServiceUrl = made.ServiceUrl ?? reference.ServiceUrl;
        return place with { Conversation = conversation, Reference = TeamsReference.Write(reference) };
    }

    public async Task UpdateAsync(Place place, string activity, Content content, CancellationToken stop)
    {
        if (HasNoId(activity))
        {
            return; // it was shown, and cannot be named
        }

        var reference = TeamsReference.Read(place);
        var result = await connector.UpdateAsync(reference, activity, TeamsActivities.Of(content), stop);
        if (result.Code == ConnectorCodes.TooLarge)
        {
            result = await connector.UpdateAsync(reference, activity, TeamsActivities.Short(content), stop);
        }

        if (result.Code == ConnectorCodes.Gone)
        {
            throw new GoneException(result.Code);
        }

        Done(result);
    }

    public async Task DeleteAsync(Place place, string activity, CancellationToken stop)
    {
        if (HasNoId(activity))
        {
            return;
        }

        var reference = TeamsReference.Read(place);
        var result = await connector.DeleteAsync(reference, activity, stop);
        if (result.Code == ConnectorCodes.NotSupported)
        {
            var words = catalog.WordsOf(Language.Default)["quote.taken_back"];
            result = await connector.UpdateAsync(reference, activity, TeamsActivities.Of(new Content(words)), stop);
        }

        if (result.Code != ConnectorCodes.Gone)
        {
            Done(result);
        }
    }

    private async Task<ConnectorResult<string>> SendAsync(Place place, Activity activity, CancellationToken stop)
    {
        var reference = TeamsReference.Read(place);
        if (reference.Conversation?.ConversationType != TeamsConversations.TeamChannel)
        {
            return await connector.SendAsync(reference, activity, stop);
        }

        if (place.ThreadRoot is { } root && !HasNoId(root))
        {
            reference.Conversation.Id = TeamsConversations.ThreadOf(place.Conversation, root);
            return await connector.SendAsync(reference, activity, stop);
        }

        var parameters = TeamsConversations.In(place.Conversation, reference.Bot!, reference.Conversation.TenantId ?? "", activity);
        var made = await connector.CreateConversationAsync(reference, parameters, stop);
        return new ConnectorResult<string>(made.Outcome, made.Code)
        {
            Value = made.Value?.ActivityId ?? "",
            After = made.After,
            Status = made.Status,
            Detail = made.Detail,
        };
    }

    private static bool HasNoId(string activity) => activity.StartsWith(NoId, StringComparison.Ordinal);

    private static T Done<T>(ConnectorResult<T> result)
        where T : class => result.Outcome switch
        {
            ConnectorOutcome.Done => result.Value!,
            ConnectorOutcome.Refused => throw new UndeliverableException(result.Detail is { } detail ? $"{result.Code} ({detail})" : result.Code),
            ConnectorOutcome.Later => throw new DelayedException(result.Code, result.After > TimeSpan.Zero ? result.After : null),
            _ => throw new HttpRequestException($"Nobody knows whether it was done: {result.Code}"),
        };
}
