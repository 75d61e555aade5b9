using HelpDeskBot.Domain.Tickets;
using static HelpDeskBot.Tests.Domain.Tickets.TicketStory;

namespace HelpDeskBot.Tests.Domain.Tickets;

public class CorrectionTests
{
    [Theory]
    [InlineData(Status.Waiting)]
    [InlineData(Status.Resolved)]
    public void A_message_that_was_meant_elsewhere_leaves_the_ticket_as_it_was(Status status)
    {
        var story = In(status, isOwned: true);
        var before = story.Ticket;

        story.Do(t => t.Comment(Amina, story.Now, "the lamp flickers"));
        Assert.Equal(Status.InProgress, story.Ticket.Status);
        story.Do(t => t.DeleteMessage(Amina, story.Now, story.Entries, t.Version));

        Assert.Equal(before.Status, story.Ticket.Status);
        Assert.Equal(before.Resolution, story.Ticket.Resolution);
        Assert.Equal(before.Owner, story.Ticket.Owner);
        Assert.Equal(story.Ticket, Timeline.Replay(story.Entries), TicketComparer.Same);
    }

    [Fact]
    public void What_was_built_on_a_message_stays_when_it_is_taken_back()
    {
        var story = In(Status.Waiting, isOwned: true);
        story.Do(t => t.Comment(Amina, story.Now, "the blue one"));
        var comment = story.Ticket.Version;

        story.Do(t => t.Reply(Chen, story.Now, "Then I know.")).Do(t => t.DeleteMessage(Amina, story.Now, story.Entries, comment));

        Assert.Equal(Status.InProgress, story.Ticket.Status);
        Assert.DoesNotContain("the blue one", Corrections.Standing(story.Entries).Select(entry => entry.Text));
    }

    [Fact]
    public void Links_are_read_as_they_are_printed_and_named_from_both_sides()
    {
        foreach (var kind in Enum.GetValues<LinkKind>())
        {
            var link = new TicketLink(kind, new TicketId(1002));
            Assert.Equal(link, TicketLink.Parse(link.ToString()));
            Assert.Equal(kind, kind.Reverse().Reverse());
        }

        Assert.Equal("HD-1002", new TicketLink(LinkKind.Related, new TicketId(1002)).ToString());
        Assert.Throws<FormatException>(() => TicketLink.Parse("CousinOf:HD-1002"));
    }
}
