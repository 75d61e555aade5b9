using HelpDeskBot.Cards;
using HelpDeskBot.Desk.Inbox;
using HelpDeskBot.Slack;
using HelpDeskBot.Slack.Api;
using HelpDeskBot.Slack.Payloads;

namespace HelpDeskBot.Channels.Slack;

/// <summary>Puts what was said into the inbox.</summary>
internal sealed class SlackInbound(TakeDelivery inbox, SlackClient client, SlackDirectory directory, SlackWhispers whispers, CardCatalog catalog)
{
    /// <summary>The global shortcut; the other one is on a message.</summary>
    private const string Report = "report";

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

    public Task TakeAsync(SlackDelivery delivery, Shortcut shortcut, CancellationToken stop) => shortcut is { CallbackId: Report, User.Id: { } user }
        ? TakeAsync(Private(delivery, user, "", catalog.Languages[0]["say.Report"].Split(',')[0]), stop)
        : Task.CompletedTask;

    /// <summary>"Create ticket": the message becomes a report of whoever chose it.</summary>
    public Task TakeAsync(SlackDelivery delivery, MessageAction action, CancellationToken stop) =>
        action is { User.Id: { } user, Channel.Id: { } channel, Message: { Ts: { } ts } message }
            ? TakeAsync(delivery, new SlackOrigin(delivery.Team, user, channel, ts, Thread: null), message, stop)
            : Task.CompletedTask;

    /// <summary>A message becomes a report, with its address and files.</summary>
    public async Task TakeAsync(SlackDelivery delivery, SlackOrigin from, SlackMessage message, CancellationToken stop)
    {
        var link = await client.Chat.GetPermalinkAsync(from.Channel!, from.Message!, stop);
        await TakeAsync(
            Private(delivery, from.User, from.Channel!, message.Text ?? "") with
            {
                As = SlackSaidAs.Ticket,
                Link = link.IsOk ? link.Value.ToString() : null,
                Files = [.. (message.Files ?? []).Select(SlackMessages.Plain)],
            },
            stop);
    }

    /// <summary>The words behind the command are dealt with as if they were typed to the bot, who answers there.</summary>
    public async Task<CommandAnswer?> TakeAsync(SlackDelivery delivery, SlashCommand command, CancellationToken stop)
    {
        if (command is not { UserId: { } user, ChannelId: { } channel })
        {
            return null;
        }

        await TakeAsync(Private(delivery, user, channel, command.Text ?? ""), stop);
        if (!SlackNames.IsDirect(channel))
        {
            await whispers.PointAsync(channel, user, stop);
        }

        return null;
    }

    private static SlackSaid Private(SlackDelivery delivery, string user, string channel, string text) =>
        new(delivery.Team, channel, user, $"asked-{delivery.Key}", text) { As = SlackSaidAs.Command };
}
