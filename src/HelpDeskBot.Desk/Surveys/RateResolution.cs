using HelpDeskBot.Desk.Outbox;
using HelpDeskBot.Desk.Storage;
using HelpDeskBot.Desk.Tickets;
using HelpDeskBot.Desk.Work;
using HelpDeskBot.Domain;
using HelpDeskBot.Domain.People;
using HelpDeskBot.Domain.Surveys;
using HelpDeskBot.Domain.Tickets;
using Microsoft.EntityFrameworkCore;

namespace HelpDeskBot.Desk.Surveys;

/// <summary>A rating from 1 to 5 of one resolution.</summary>
public sealed record RateResolutionCommand(TicketId Ticket, int Cycle, int Rating);

/// <summary>The requester rates how it went; the agents see it on the ticket's card.</summary>
public sealed class RateResolution(SurveyDesk desk, BusinessClock clock)
{
    public Task<Outcome<Survey>> RunAsync(RateResolutionCommand command, Actor actor, CancellationToken stop) =>
        desk.AnswerAsync(command.Ticket, command.Cycle, actor, survey => survey.Rate(actor, clock.Now, command.Rating), stop);
}

/// <summary>What the requester has to say about their rating.</summary>
public sealed record CommentOnRatingCommand(TicketId Ticket, int Cycle, string Comment);

/// <summary>The requester says what went wrong.</summary>
public sealed class CommentOnRating(SurveyDesk desk, BusinessClock clock)
{
    public Task<Outcome<Survey>> RunAsync(CommentOnRatingCommand command, Actor actor, CancellationToken stop) =>
        desk.AnswerAsync(command.Ticket, command.Cycle, actor, survey => survey.AddComment(actor, clock.Now, command.Comment), stop);
}

/// <summary>The one way a survey changes: load, decide, stage it and the cards that show it.</summary>
public sealed class SurveyDesk(HelpDeskDb db, TicketGate gate, OutboxWriter outbox)
{
    internal async Task<Outcome<Survey>> AnswerAsync(
        TicketId ticket, int cycle, Actor actor, Func<Survey, Outcome<Survey>> decide, CancellationToken stop)
    {
        if (await gate.FindAsync(ticket, actor, stop) is { Refusal: { } unreadable })
        {
            return unreadable;
        }

        var survey = await db.Surveys.AsNoTracking().SingleOrDefaultAsync(row => row.Ticket == ticket && row.Cycle == cycle, stop);
        if (survey is null)
        {
            return new Refusal("ticket.not_found").With("ticket", ticket);
        }

        var outcome = decide(survey);
        if (outcome.Succeeded)
        {
            await StageAsync(survey, outcome.Value, stop);
        }

        return outcome;
    }

    internal async Task StageAsync(Survey before, Survey after, CancellationToken stop)
    {
        var tracked = before with { };
        db.Attach(tracked);
        db.Entry(tracked).CurrentValues.SetValues(after);
        var queue = await db.Tickets.Where(ticket => ticket.Id == after.Ticket).Select(ticket => ticket.Queue).SingleAsync(stop);
        outbox.Say(Destination.To(after.Requester), new Refresh(after.Ticket));
        outbox.Say(Destination.Room(queue), new Refresh(after.Ticket));
    }
}
