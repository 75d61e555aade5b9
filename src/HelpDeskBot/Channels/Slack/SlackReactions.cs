using System.Text.Json.Nodes;
using HelpDeskBot.AdaptiveCards.BlockKit;
using HelpDeskBot.Cards;
using HelpDeskBot.Desk;
using HelpDeskBot.Domain.Tickets;
using HelpDeskBot.Slack;
using HelpDeskBot.Slack.Payloads;
using HelpDeskBot.Turns;

namespace HelpDeskBot.Channels.Slack;

/// <summary>
/// What an emoji does: in a queue's channel, where the queue has not switched it off, eyes on a ticket claim it and a check mark offers to resolve
/// it; a ticket on any message makes it a report of whoever put it there.
/// </summary>
internal sealed class SlackReactions(SlackEmojiTickets tickets, SlackPresses presses, SlackInbound inbound, SlackEmojiAnswers answers, SlackWhispers whispers)
{
    private const string Claim = "eyes";
    private const string Resolve = "white_check_mark";
    private const string Report = "ticket";

    public Task TakeAsync(SlackDelivery delivery, ReactionChanged reaction, CancellationToken stop) => reaction switch
    {
        { IsAdded: true, User: { } user, Item: { Type: "message", Channel: { } channel, Ts: { } ts } } =>
            TakeAsync(delivery, reaction.Reaction, new SlackOrigin(delivery.Team, user, channel, ts, Thread: null), stop),
        _ => Task.CompletedTask,
    };

    private async Task TakeAsync(SlackDelivery delivery, string? emoji, SlackOrigin from, CancellationToken stop)
    {
        switch (emoji)
        {
            case Claim when await tickets.FindAsync(from, stop) is { } ticket:
                await ClaimAsync(ticket, from, delivery.Key, stop);
                break;
            case Resolve when await tickets.FindAsync(from, stop) is { } ticket:
                answers.Offer(from, new Button("ticket.resolve", Verbs.TicketResolveForm, new { ticket }));
                break;
            case Report:
                await inbound.TakeAsync(delivery, from, stop);
                break;
            default:
                break;
        }
    }

    private async Task ClaimAsync(TicketId ticket, SlackOrigin from, string key, CancellationToken stop)
    {
        var data = (JsonObject)System.Text.Json.JsonSerializer.SerializeToNode(new { ticket, key = $"emoji/{key}" }, StoredJson.Options)!;
        if (await presses.RunAsync(from, new CardPress(Verbs.TicketClaim, data), stop) is (ActionAnswer.Refused refused, _))
        {
            whispers.Whisper(from.Channel!, from.User, refused.Text);
        }
    }
}
