using HelpDeskBot.Domain.Tickets;

namespace HelpDeskBot.Tests.Domain.Tickets;

public class ActTableTests
{
    public static TheoryData<string, string, string, bool> Cells()
    {
        var cells = new TheoryData<string, string, string, bool>();
        foreach (var act in ActTable.Rows.Keys)
        {
            foreach (var status in Enum.GetValues<Status>())
            {
                foreach (var role in ActTable.Roles.Keys)
                {
                    // A new ticket is owned by nobody, and one in progress by somebody.
                    foreach (var owned in Owned(status))
                    {
                        cells.Add(act.ToString(), status.ToString(), role, owned);
                    }
                }
            }
        }

        return cells;
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void Every_act_is_allowed_or_refused_as_the_table_says(string actName, string statusName, string role, bool isOwned)
    {
        var (act, status) = (Enum.Parse<Act>(actName), Enum.Parse<Status>(statusName));
        var story = TicketStory.In(status, isOwned);
        if (act is Act.KeepTicket && isOwned && status.IsActive())
        {
            story.Do(t => t.AskHandOver(TicketStory.Dana, story.Now)); // or there is nothing to keep
        }

        if (act is Act.Unfollow)
        {
            story.Do(t => t.Follow(TicketStory.Elif, story.Now, TicketStory.Colleague));
        }

        var before = story.Ticket;
        Assert.Equal((status, isOwned), (before.Status, before.Owner is not null));

        var outcome = ActTable.Rows[act].Run(before, ActTable.Roles[role], story.Now);

        var refusal = ActTable.Refusal(act, status, role, isOwned);
        Assert.Equal(refusal, outcome.Refusal?.Code);
        if (refusal is null)
        {
            Assert.Equal(ActTable.Rows[act].To(status, isOwned), outcome.Value.Ticket.Status);
            Assert.Equal(before.Version + 1, outcome.Value.Ticket.Version);
            Assert.Equal(outcome.Value.Ticket, Timeline.Apply(before, outcome.Value.Entry), TicketComparer.Same);
        }
    }

    [Fact]
    public void Every_act_except_filing_is_in_the_table() =>
        Assert.Equal(Enum.GetValues<Act>().Where(act => act != Act.File).Order(), ActTable.Rows.Keys.Order());

    [Fact]
    public void The_table_has_at_least_as_many_cells_as_acts_times_statuses_times_roles() =>
        Assert.True(Cells().Count >= ActTable.Rows.Count * 7 * ActTable.Roles.Count);

    private static bool[] Owned(Status status) => status switch
    {
        Status.New => [false],
        Status.InProgress => [true],
        _ => [true, false],
    };
}
