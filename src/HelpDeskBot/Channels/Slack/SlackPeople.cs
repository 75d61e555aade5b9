using System.Collections.Concurrent;
using HelpDeskBot.Desk.People;
using HelpDeskBot.Desk.Work;
using HelpDeskBot.Slack;
using HelpDeskBot.Slack.Api;
using NodaTime;

namespace HelpDeskBot.Channels.Slack;

/// <summary>What came of meeting somebody.</summary>
internal enum SlackMeeting
{
    Known,

    /// <summary>A guest, or somebody of another organisation.</summary>
    Outside,

    /// <summary>A program, or nobody.</summary>
    Nobody,
}

/// <summary>
/// Makes people and conversations known before their words are dealt with, in a commit of its own. Guests and people of other organisations are
/// told apart first, and nothing of them is kept.
/// </summary>
internal sealed class SlackPeople(SlackDirectory directory, SlackOptions options, UnitOfWork work)
{
    private readonly ConcurrentDictionary<(string Account, string? Conversation), string> _met = new();

    /// <param name="conversation">Where they are met: their own conversation with the bot, or a channel; null for nowhere in particular.</param>
    public async Task<SlackMeeting> MeetAsync(string team, string user, string? conversation, CancellationToken stop)
    {
        var account = SlackNames.AccountOf(team, user);
        if (await directory.FindAsync(user, stop) is not { IsBot: false } profile)
        {
            return SlackMeeting.Nobody;
        }

        if (!IsOurs(profile))
        {
            return SlackMeeting.Outside;
        }

        var name = SlackDirectory.NameOf(profile);
        if (_met.TryGetValue((account, conversation), out var met) && met == name)
        {
            return SlackMeeting.Known;
        }

        var isOurs = await work.RunAsync((services, token) => KeepAsync(services, account, conversation, profile, token), stop);
        if (!isOurs)
        {
            return SlackMeeting.Outside;
        }

        _met[(account, conversation)] = name;
        return SlackMeeting.Known;
    }

    public async Task<string> LocaleOfAsync(string user, CancellationToken stop) => (await directory.FindAsync(user, stop))?.Locale ?? "";

    private bool IsOurs(SlackUser profile) =>
        profile is { Deleted: false, IsRestricted: false, IsUltraRestricted: false, IsStranger: false }
        && (options.Teams.Contains(profile.TeamId ?? "") || profile.EnterpriseUser?.Teams?.Any(options.Teams.Contains) == true);

    private static async Task<bool> KeepAsync(IServiceProvider services, string account, string? conversation, SlackUser profile, CancellationToken stop)
    {
        var meet = services.GetRequiredService<MeetPerson>();
        var isNew = await services.GetRequiredService<RecognisePerson>().RunAsync(SlackNames.Channel, account, stop) is null;
        var met = await meet.RunAsync(IntroductionOf(account, profile), stop);
        if (met.Refusal is not null)
        {
            return false;
        }

        if (!isNew && met.Value.Name != SlackDirectory.NameOf(profile))
        {
            await meet.RenameAsync(met.Value.Person!.Value, SlackDirectory.NameOf(profile), stop);
        }

        if (conversation is not null)
        {
            var person = SlackNames.IsDirect(conversation) ? met.Value.Person : null;
            await services.GetRequiredService<KeepConversation>()
                .RunAsync(new KeepConversationCommand(SlackNames.Channel, conversation) { Person = person }, stop);
        }

        return true;
    }

    private static Introduction IntroductionOf(string account, SlackUser profile) => new(SlackNames.Channel, account, SlackDirectory.NameOf(profile))
    {
        Email = profile.Profile?.Email,
        Locale = profile.Locale,
        Zone = profile.Tz is { } zone && DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) is not null ? zone : null,
    };
}
