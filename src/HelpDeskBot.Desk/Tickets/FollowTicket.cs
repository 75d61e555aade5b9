using HelpDeskBot.Desk.Outbox;
using HelpDeskBot.Desk.People;
using HelpDeskBot.Domain;
using HelpDeskBot.Domain.People;
using HelpDeskBot.Domain.Tickets;

namespace HelpDeskBot.Desk.Tickets;

/// <summary>Which ticket, and who: an id, a name or its beginning; nothing for whoever asks.</summary>
public sealed record FollowTicketCommand(TicketId Ticket, string Who = "");

/// <summary>Lets somebody read along. They are told at once, and how to end it.</summary>
public sealed class FollowTicket(TicketDesk desk, PeopleByName people, OutboxWriter outbox)
{
    public async Task<Outcome<Ticket>> RunAsync(FollowTicketCommand command, Actor actor, CancellationToken stop)
    {
        var who = command.Who.Trim().Length == 0 ? actor.Person!.Value : (await people.FindAsync(command.Who, stop)).Select(person => person.Id);
        if (who.Refusal is { } unknown)
        {
            return unknown;
        }

        var outcome = await desk.ActAsync(command.Ticket, actor, ticket => ticket.Follow(actor, desk.Now, who.Value), stop);
        if (outcome.Succeeded && !actor.Is(who.Value))
        {
            var line = new Line("announce.you_follow").With("ticket", outcome.Value.Id).With("subject", outcome.Value.Subject).With("name", actor.Name);
            await outbox.TellAsync(
                new Outgoing(Destination.To(who.Value), line) { Notice = new Notice(NotificationKind.Following, ToldAs.Follower) }, entry: null, stop);
        }

        return outcome;
    }
}

/// <summary>Ends that somebody reads along; nobody named: whoever asks.</summary>
public sealed class UnfollowTicket(TicketDesk desk)
{
    public Task<Outcome<Ticket>> RunAsync(TicketId ticket, PersonId? who, Actor actor, CancellationToken stop) =>
        desk.ActAsync(ticket, actor, known => known.Unfollow(actor, desk.Now, who ?? actor.Person!.Value), stop);
}
