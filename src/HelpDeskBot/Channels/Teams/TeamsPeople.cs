using System.Collections.Concurrent;
using HelpDeskBot.BotFramework.Connector;
using HelpDeskBot.BotFramework.Schema;
using HelpDeskBot.Desk.People;
using HelpDeskBot.Desk.Work;

namespace HelpDeskBot.Channels.Teams;

/// <summary>Whether somebody is served.</summary>
internal enum Arrival
{
    Served,

    /// <summary>A guest, somebody of other domains, or somebody for whom Teams does not vouch.</summary>
    Outsider,

    /// <summary>No person: an event of a conversation.</summary>
    Nobody,
}

/// <summary>
/// Makes people known at first contact, as Teams vouches for them, and keeps where they and their conversations can be reached. What is known is
/// remembered in memory too, so that most messages cost no write.
/// </summary>
internal sealed class TeamsPeople(UnitOfWork work, ConnectorClient connector, TimeProvider technical)
{
    private const int MostRemembered = 10_000;
    private const string User = "user";
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<string, (string Reference, DateTimeOffset At)> _kept = [];

    /// <summary>Makes sure that whoever sent it and the conversation are known, in a commit of its own.</summary>
    public async Task<Arrival> ArriveAsync(Activity activity, CancellationToken stop)
    {
        var account = TeamsNames.AccountOf(activity);
        var reference = TeamsReference.Write(TeamsReference.Of(activity));
        var remembered = $"{account} {TeamsNames.ConversationOf(activity)}";
        var now = technical.GetUtcNow();
        if (account is null || activity.From!.Role == "bot")
        {
            await KeepChannelAsync(activity, reference, stop);
            return Arrival.Nobody;
        }

        if (_kept.TryGetValue(remembered, out var kept) && kept.Reference == reference && now - kept.At < Fresh)
        {
            return Arrival.Served;
        }

        if (!await work.RunAsync((services, token) => IsKnownAsync(services, account, token), stop))
        {
            if (await IntroducedAsync(activity, account, stop) is not { } introduction
                || !await work.RunAsync((services, token) => MeetAsync(services, introduction, token), stop))
            {
                return Arrival.Outsider;
            }
        }

        await work.RunAsync((services, token) => KeepAsync(services, activity, account, reference, token), stop);
        Remember(remembered, reference, now);
        return Arrival.Served;
    }

    private Task KeepChannelAsync(Activity activity, string reference, CancellationToken stop) => TeamsNames.IsPersonal(activity)
        ? Task.CompletedTask
        : work.RunAsync(
            (services, token) => services.GetRequiredService<KeepConversation>()
                .RunAsync(new KeepConversationCommand(TeamsNames.Channel, TeamsNames.ConversationOf(activity)) { Reference = reference }, token),
            stop);

    private static async Task<bool> IsKnownAsync(IServiceProvider services, string account, CancellationToken stop) =>
        await services.GetRequiredService<RecognisePerson>().RunAsync(TeamsNames.Channel, account, stop) is not null;

    private static async Task<bool> MeetAsync(IServiceProvider services, Introduction introduction, CancellationToken stop) =>
        (await services.GetRequiredService<MeetPerson>().RunAsync(introduction, stop)).Succeeded;

    // Who speaks in a shared channel is answered in a chat of their own, which may have to be opened first.
    private static async Task KeepAsync(IServiceProvider services, Activity activity, string account, string reference, CancellationToken stop)
    {
        var person = (await services.GetRequiredService<RecognisePerson>().RunAsync(TeamsNames.Channel, account, stop))!.Person!.Value;
        var keep = services.GetRequiredService<KeepConversation>();
        var isPersonal = TeamsNames.IsPersonal(activity);
        await keep.RunAsync(
            new KeepConversationCommand(TeamsNames.Channel, TeamsNames.ConversationOf(activity))
            {
                Person = isPersonal ? person : null,
                Reference = reference,
            },
            stop);
        if (!isPersonal && await services.GetRequiredService<FindPlace>().DirectOfAsync(TeamsNames.Channel, person, stop) is null)
        {
            var unopened = TeamsReference.Write(TeamsReference.Unopened(activity));
            await keep.RunAsync(new KeepConversationCommand(TeamsNames.Channel, TeamsNames.UnopenedOf(account)) { Person = person, Reference = unopened }, stop);
        }
    }

    private async Task<Introduction?> IntroducedAsync(Activity activity, string account, CancellationToken stop)
    {
        var member = await connector.GetMemberAsync(TeamsReference.Of(activity), activity.From!.Id!, stop);
        return member.Outcome switch
        {
            ConnectorOutcome.Done when member.Value is { } known && known.UserRole is null or User => new Introduction(TeamsNames.Channel, account, NameOf(known, activity))
            {
                Email = member.Value?.Email ?? member.Value?.UserPrincipalName,
                Locale = activity.Locale,
                Zone = activity.LocalTimezone,
            },
            ConnectorOutcome.Done or ConnectorOutcome.Refused => null,
            _ => throw new HttpRequestException($"Teams does not say who it is: {member.Code}"),
        };
    }

    private static string NameOf(TeamsChannelAccount? known, Activity activity) => known?.Name ?? activity.From!.Name ?? "?";

    private void Remember(string key, string reference, DateTimeOffset now)
    {
        if (_kept.Count >= MostRemembered)
        {
            _kept.Clear();
        }

        _kept[key] = (reference, now);
    }
}
