using HelpDeskBot.BotFramework.DirectLine;
using HelpDeskBot.Desk.People;
using HelpDeskBot.Desk.Settings;
using HelpDeskBot.Desk.Work;
using HelpDeskBot.Domain.People;

namespace HelpDeskBot.Channels.WebChat;

/// <summary>Who may open which conversation: everybody their own, and agents the rooms of their queues.</summary>
internal sealed class WebChatAccess(RecognisePerson recognise, DeskSettingsStore settings, UnitOfWork work)
{
    public async Task<DirectLineOpening> OpenAsync(string account, string? conversation, CancellationToken stop)
    {
        var actor = await recognise.RunAsync(WebChatNames.Channel, account, stop);
        if (actor is null)
        {
            return DirectLineOpening.Refused(403, "Forbidden", $"Nobody called {account} works here");
        }

        var own = WebChatNames.DirectOf(account);
        var wanted = conversation ?? own;
        if (wanted != own)
        {
            return actor.IsAgentOf(new QueueId(wanted))
                ? DirectLineOpening.Opened(wanted)
                : DirectLineOpening.Refused(403, "Forbidden", $"{actor.Name} does not belong in {wanted}");
        }

        await work.RunAsync(
            (services, token) => services.GetRequiredService<KeepConversation>()
                .RunAsync(new KeepConversationCommand(WebChatNames.Channel, own) { Person = actor.Person }, token),
            stop);
        return DirectLineOpening.Opened(own);
    }

    /// <summary>Whether somebody who opened a conversation still belongs there; looked up only for who is a member by another identity.</summary>
    public async Task<bool> BelongsAsync(DirectLineCaller caller, CancellationToken stop)
    {
        if (caller.ConversationId == WebChatNames.DirectOf(caller.UserId))
        {
            return true;
        }

        var queue = new QueueId(caller.ConversationId);
        return settings.Current.Queues.Any(known => known.Id == queue && known.Members.ContainsKey($"{WebChatNames.Channel}:{caller.UserId}"))
            || (await recognise.RunAsync(WebChatNames.Channel, caller.UserId, stop))?.IsAgentOf(queue) == true;
    }
}
