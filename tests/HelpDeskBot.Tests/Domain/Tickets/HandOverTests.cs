using HelpDeskBot.Domain.Tickets;
using NodaTime;
using static HelpDeskBot.Tests.Domain.Tickets.TicketStory;

namespace HelpDeskBot.Tests.Domain.Tickets;

public class HandOverTests
{
    [Fact]
    public void Only_one_person_asks_at_a_time()
    {
        var story = Asked();

        Assert.Equal("hand_over.you_asked", story.Ticket.AskHandOver(Dana, story.Now).Refusal?.Code);
        var refusal = story.Ticket.AskHandOver(Elif, story.Now).Refusal!;
        Assert.Equal("hand_over.somebody_asked", refusal.Code);
        Assert.Equal(Dana.Person, refusal.Details["asker"]);
    }

    [Fact]
    public void An_answer_to_an_earlier_question_is_refused()
    {
        var story = Asked();
        var first = story.Ticket.HandOverVersion;
        story.Do(t => t.Keep(Chen, story.Now, first)).Do(t => t.AskHandOver(Dana, story.Now));

        Assert.Equal("hand_over.over", story.Ticket.Give(Chen, story.Now, Dana, first).Refusal?.Code);
        Assert.Equal("hand_over.over", story.Ticket.Keep(Chen, story.Now, first).Refusal?.Code);
        Assert.True(story.Ticket.Give(Chen, story.Now, Dana, story.Ticket.HandOverVersion).Succeeded);
    }

    [Fact]
    public void The_history_says_what_became_of_every_question()
    {
        var story = Asked();
        story.Do(t => t.Keep(Chen, story.Now, t.HandOverVersion));
        story.Do(t => t.AskHandOver(Dana, story.Now)).Do(t => t.Note(Chen, story.Now, "let me think")).Do(t => t.Give(Chen, story.Now, Dana, t.HandOverVersion));
        story.Do(t => t.AskHandOver(Chen, story.Now)).Do(t => t.Resolve(Dana, story.Now, ResolutionReason.Solved, "New token sent."));
        story.Do(t => t.NotYet(Amina, story.Now)).Do(t => t.AskHandOver(Chen, story.Now));

        Assert.Equal(
            [HandOverState.Kept, HandOverState.Given, HandOverState.Over, HandOverState.Asked], HandOver.Read(story.Entries).Select(question => question.State));
        Assert.Equal(story.Ticket, Timeline.Replay(story.Entries), TicketComparer.Same);
    }

    [Fact]
    public void A_hold_ends_in_the_future_and_within_a_year()
    {
        var story = In(Status.InProgress, isOwned: true);

        Assert.Equal("hold.wake_up_past", story.Ticket.Hold(Chen, story.Now, "Vendor", story.Now).Refusal?.Code);
        Assert.Equal("hold.wake_up_far", story.Ticket.Hold(Chen, story.Now, "Vendor", story.Now + Duration.FromDays(367)).Refusal?.Code);
        Assert.True(story.Ticket.Hold(Chen, story.Now, "Vendor", story.Now + Duration.FromDays(366)).Succeeded);
    }

    private static TicketStory Asked()
    {
        var story = In(Status.InProgress, isOwned: true);
        return story.Do(t => t.AskHandOver(Dana, story.Now));
    }
}
