using HelpDeskBot.Domain.Tickets;
using NodaTime;
using static HelpDeskBot.Tests.Domain.Tickets.TicketStory;

namespace HelpDeskBot.Tests.Domain.Tickets;

public class TicketTests
{
    [Fact]
    public void A_claim_of_a_taken_ticket_says_who_has_it_and_since_when()
    {
        var story = In(Status.InProgress, isOwned: true);

        var refusal = story.Ticket.Claim(Dana, story.Now + Duration.FromSeconds(4)).Refusal!;

        Assert.Equal("ticket.taken", refusal.Code);
        Assert.Equal(Chen.Person, refusal.Details["owner"]);
        Assert.Equal(story.Now, refusal.Details["since"]);
    }

    [Fact]
    public void A_claim_is_no_response_but_the_first_public_message_is()
    {
        var story = Filed().Do(t => t.Claim(Chen, Start));
        Assert.Null(story.Ticket.FirstResponseAt);

        story.Do(t => t.Note(Chen, story.Now, "internal"));
        Assert.Null(story.Ticket.FirstResponseAt);

        story.Do(t => t.Reply(Chen, story.Now, "On it"));
        var first = story.Ticket.FirstResponseAt;
        story.Do(t => t.Reply(Chen, story.Now, "Still on it"));

        Assert.NotNull(first);
        Assert.Equal(first, story.Ticket.FirstResponseAt);
    }

    [Fact]
    public void Thanks_do_not_reopen_but_other_words_do()
    {
        var story = In(Status.Resolved, isOwned: true);

        Assert.Equal(Status.Resolved, story.Ticket.Comment(Amina, story.Now, "thanks!", isClosing: true).Value.Ticket.Status);
        var reopened = story.Ticket.Comment(Amina, story.Now, "it is back").Value.Ticket;

        Assert.Equal((Status.InProgress, 1, Chen.Person), (reopened.Status, reopened.ReopenCount, reopened.Owner));
        Assert.Null(reopened.Resolution);
        Assert.Null(reopened.ResolutionText);
    }

    [Theory]
    [InlineData(7 * 24, true)]
    [InlineData((7 * 24) + 1, false)]
    public void A_reply_reopens_a_closed_ticket_only_inside_the_grace_period(int hours, bool reopens)
    {
        var story = In(Status.Closed, isOwned: true);

        var outcome = story.Ticket.Comment(Amina, story.Ticket.ClosedAt!.Value + Duration.FromHours(hours), "it is back");

        Assert.Equal(reopens ? null : "ticket.closed_for_good", outcome.Refusal?.Code);
        Assert.Equal(reopens ? null : "ticket.closed_for_good", story.Ticket.Reopen(Chen, story.Ticket.ClosedAt.Value + Duration.FromHours(hours)).Refusal?.Code);
    }

    [Fact]
    public void A_button_drawn_for_an_earlier_status_is_refused_but_words_never_are()
    {
        var story = In(Status.Resolved, isOwned: true);
        var drawn = story.Ticket.StatusVersion;
        story.Do(t => t.Reopen(Chen, story.Now)).Do(t => t.Resolve(Chen, story.Now, ResolutionReason.Solved, "Now really"));

        Assert.Equal("ticket.changed", story.Ticket.Confirm(Amina, story.Now, drawn).Refusal?.Code);
        Assert.True(story.Ticket.Confirm(Amina, story.Now, story.Ticket.StatusVersion).Succeeded);
        Assert.True(story.Ticket.Comment(Amina, story.Now, "hello").Succeeded);
    }

    [Fact]
    public void A_note_does_not_make_the_requesters_button_old()
    {
        var story = In(Status.Resolved, isOwned: true);
        var drawn = story.Ticket.StatusVersion;

        story.Do(t => t.Note(Chen, story.Now, "told her"));

        Assert.True(story.Ticket.Confirm(Amina, story.Now, drawn).Succeeded);
    }

    [Fact]
    public void Later_comments_on_a_merged_ticket_are_pointed_to_the_other_one()
    {
        var other = Filed().Ticket with { Id = new TicketId(1002) };
        var story = Filed().Do(t => t.Merge(Chen, Start, other));

        var refusal = story.Ticket.Comment(Amina, story.Now, "any news?").Refusal!;

        Assert.Equal("ticket.merged", refusal.Code);
        Assert.Equal(new TicketId(1002), refusal.Details["into"]);
    }

    [Fact]
    public void A_ticket_is_neither_merged_into_itself_nor_into_one_that_ended()
    {
        var ticket = Filed().Ticket;

        Assert.Equal("merge.itself", ticket.Merge(Chen, Start, ticket).Refusal?.Code);
        Assert.Equal("merge.into_ended", ticket.Merge(Chen, Start, In(Status.Closed, true).Ticket with { Id = new TicketId(7) }).Refusal?.Code);
    }

    [Fact]
    public void Nothing_to_change_is_said_and_not_recorded() =>
        Assert.Equal("ticket.nothing_to_change", Filed().Ticket.SetCategory(Chen, Start, "network").Refusal?.Code);

    [Fact]
    public void Impact_and_urgency_give_the_priority()
    {
        Assert.Equal(Priority.P1, PriorityMatrix.Of(Impact.Everyone, Urgency.CannotWork));
        Assert.Equal(Priority.P4, PriorityMatrix.Of(Impact.JustMe, Urgency.CanWork));
        Assert.Equal(Priority.P2, Filed().Ticket.SetImpact(Chen, Start, Impact.Everyone).Value.Ticket.SetUrgency(Chen, Start, Urgency.HardToWork).Value.Ticket.Priority);
    }

    [Theory]
    [InlineData("", "x", "ticket.subject_missing")]
    [InlineData("   ", "x", "ticket.subject_missing")]
    public void A_ticket_needs_a_subject(string subject, string description, string code) =>
        Assert.Equal(code, Filing.File(new TicketId(1), new NewTicket(Amina.Person!.Value, Queue, subject, description), Amina, Start).Refusal?.Code);

    [Fact]
    public void A_long_subject_is_cut_at_a_word_and_the_description_keeps_everything()
    {
        var text = string.Join(' ', Enumerable.Repeat("everything is broken", 40));

        var ticket = Filing.File(new TicketId(1), new NewTicket(Amina.Person!.Value, Queue, text, text), Amina, Start).Value.Ticket;

        Assert.InRange(ticket.Subject.Length, 100, Filing.SubjectLimit);
        Assert.EndsWith("…", ticket.Subject, StringComparison.Ordinal);
        Assert.Equal(text, ticket.Description);
    }

    [Theory]
    [InlineData("HD-1042", 1042)]
    [InlineData("hd-7", 7)]
    [InlineData("HD-0", null)]
    [InlineData("HD-", null)]
    [InlineData("HD-1 2", null)]
    [InlineData("1042", null)]
    public void A_ticket_number_is_read_as_people_write_it(string text, int? expected) =>
        Assert.Equal(expected, TicketId.TryParse(text, null, out var id) ? (int)id.Value : null);
}
