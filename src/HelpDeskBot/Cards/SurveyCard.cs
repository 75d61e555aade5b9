using HelpDeskBot.Desk.Outbox;
using HelpDeskBot.Desk.Tickets;
using HelpDeskBot.Domain.Surveys;
using HelpDeskBot.Domain.Tickets;

namespace HelpDeskBot.Cards;

/// <summary>"How did it go?", from the question through the rating to the thanks.</summary>
internal sealed class SurveyCard(TicketView view, Words words)
{
    public DataCard Of(int cycle)
    {
        var survey = view.Surveys.Single(survey => survey.Cycle == cycle);
        var isOpen = !survey.IsVoid && view.Now - survey.SentAt <= Survey.OpenFor;
        return CardData.Card("survey", new
        {
            number = view.Ticket.Id.ToString(),
            subject = view.Ticket.Subject,
            text = TextOf(survey, isOpen),
            scores = isOpen && survey.Rating is null ? Scores(survey) : [],
            asksForComment = isOpen && survey.AsksForComment,
            submit = new Button(
                words["survey.send_comment"],
                Verbs.SurveyComment,
                new { ticket = survey.Ticket, cycle = survey.Cycle, key = $"survey/{survey.Ticket}/{survey.Cycle}/comment" }).Primary(),
            buttons = isOpen && survey.AsksForComment ? Reopen() : [],
        });
    }

    private string TextOf(Survey survey, bool isOpen) => survey switch
    {
        { Rating: not null, Comment: not null } => words.Format("survey.thanks_comment", ("rating", survey.Rating)),
        { Rating: not null } when survey.AsksForComment && isOpen => words.Format("survey.sorry", ("rating", survey.Rating)),
        { Rating: not null } => words.Format("survey.thanks", ("rating", survey.Rating)),
        { IsVoid: true } => words["survey.void"],
        _ => words[isOpen ? "survey.question" : "survey.over"],
    };

    private Button[] Scores(Survey survey) =>
    [
        .. from rating in Enumerable.Range(1, 5)
           select new Button(
               words[$"survey.score_{rating}"],
               Verbs.SurveyRate,
               new { ticket = survey.Ticket, cycle = survey.Cycle, rating, key = $"survey/{survey.Ticket}/{survey.Cycle}/rate" }),
    ];

    // Only what may still be reopened by the requester offers it.
    private Button[] Reopen() => view.Ticket.Status is Status.Resolved
        || (view.Ticket.Status is Status.Closed && view.Ticket.IsInGrace(view.Now))
            ? [new Button(words["survey.reopen"], Verbs.TicketCommentForm, new { ticket = view.Ticket.Id })]
            : [];
}
