using HelpDeskBot.Cards;
using HelpDeskBot.Desk.Inbox;
using HelpDeskBot.Slack;
using HelpDeskBot.Slack.Payloads;

namespace HelpDeskBot.Channels.Slack;

/// <summary>Puts what was said into the inbox.</summary>
internal sealed class SlackInbound(TakeDelivery inbox, SlackDirectory directory, CardCatalog catalog)
{
    public async Task TakeAsync(SlackDelivery delivery, SlackEvent? happened, CancellationToken stop)
    {
        foreach (var said in SlackMessages.Read(delivery.Team, happened))
        {
            if (said.As is not SlackSaidAs.Added)
            {
                await TakeAsync(said, stop);
            }
            else if (said.Ts == $"added-{await directory.BotAsync(stop)}")
            {
                await TakeAsync(said with { Ts = delivery.Key }, stop);
            }
        }
    }

    /// <summary>False if it was taken before.</summary>
    public Task<bool> TakeAsync(SlackSaid said, CancellationToken stop) =>
        inbox.RunAsync(new TakeDeliveryCommand(SlackNames.Channel, said.Key, said.Lane, said.ToBody()), stop);

    /// <summary>The same for what is likely to have been taken: asking costs less than trying.</summary>
    public async Task<bool> TakeMissedAsync(SlackSaid said, CancellationToken stop) =>
        await inbox.FindAsync(SlackNames.Channel, said.Key, stop) is null && await TakeAsync(said, stop);

    /// <summary>The global shortcut of somebody to whom no form can be shown, as if they had typed it.</summary>
    public Task TakeAsync(SlackDelivery delivery, Shortcut shortcut, CancellationToken stop) => shortcut is { CallbackId: SlackNames.ReportShortcut, User.Id: { } user }
        ? TakeAsync(Private(delivery, user, "", catalog.Languages[0]["say.Report"].Split(',')[0]), stop)
        : Task.CompletedTask;

    /// <summary>"Create ticket": the message becomes a report of whoever chose it.</summary>
    public async Task TakeAsync(SlackDelivery delivery, MessageAction action, CancellationToken stop)
    {
        if (action is { User.Id: { } user, Channel.Id: { } channel, Message: { Ts: { } ts } message })
        {
            await TakeAsync(
                Private(delivery, user, channel, message.Text ?? "") with
                {
                    As = SlackSaidAs.Ticket,
                    About = ts,
                    ResponseUrl = action.ResponseUrl,
                    Files = [.. (message.Files ?? []).Select(SlackMessages.Plain)],
                },
                stop);
        }
    }

    /// <summary>The message under an emoji, of which only the place is known, becomes a report of whoever put it there.</summary>
    public Task TakeAsync(SlackDelivery delivery, SlackOrigin from, CancellationToken stop) =>
        TakeAsync(Private(delivery, from.User, from.Channel!, "") with { As = SlackSaidAs.Ticket, About = from.Message, IsUnread = true }, stop);

    /// <summary>The words behind the command are dealt with as if they were typed to the bot, who answers there.</summary>
    public async Task<CommandAnswer?> TakeAsync(SlackDelivery delivery, SlashCommand command, CancellationToken stop)
    {
        if (command is { UserId: { } user, ChannelId: { } channel })
        {
            await TakeAsync(Private(delivery, user, channel, command.Text ?? "") with { ResponseUrl = command.ResponseUrl }, stop);
        }

        return null;
    }

    private static SlackSaid Private(SlackDelivery delivery, string user, string channel, string text) =>
        new(delivery.Team, channel, user, $"asked-{delivery.Key}", text) { As = SlackSaidAs.Command };
}
