using HelpDeskBot.Desk.Tickets;
using HelpDeskBot.Domain;
using HelpDeskBot.Domain.Tickets;

namespace HelpDeskBot.Turns;

/// <summary>"follow HD-7" and "unfollow HD-7", said to the bot in person.</summary>
internal sealed class FollowTurns(FollowTicket follow, UnfollowTicket unfollow, Speaker speaker) : ITypedTurns
{
    /// <summary>False if it says neither.</summary>
    public async Task<bool> AnswerAsync(Turn turn, CancellationToken stop)
    {
        if (turn.Place.Room is not null)
        {
            return false;
        }

        if (TicketAfter(turn, "follow.say_stop") is { } left)
        {
            await SayAsync(await unfollow.RunAsync(left, who: null, turn.Actor, stop), "follow.stopped", turn, stop);
            return true;
        }

        if (TicketAfter(turn, "follow.say") is not { } wanted)
        {
            return false;
        }

        await SayAsync(await follow.RunAsync(new FollowTicketCommand(wanted), turn.Actor, stop), "follow.started", turn, stop);
        return true;
    }

    private async Task SayAsync(Outcome<Ticket> outcome, string done, Turn turn, CancellationToken stop)
    {
        if (outcome.Refusal is { } refusal)
        {
            await speaker.SayAsync(turn.Here, refusal, turn.Language, stop);
        }
        else
        {
            speaker.Say(turn.Here, done, ("ticket", outcome.Value.Id));
        }
    }

    private TicketId? TicketAfter(Turn turn, string key)
    {
        var parts = turn.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return parts.Length == 2
            && speaker.AllWords(turn.Language).Any(words => words[key].Split(',').Any(form => form.Trim().Equals(parts[0], StringComparison.OrdinalIgnoreCase)))
            && TicketId.TryParse(parts[1], null, out var id)
                ? id
                : null;
    }
}
