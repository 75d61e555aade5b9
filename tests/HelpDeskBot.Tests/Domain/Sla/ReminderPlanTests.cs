using HelpDeskBot.Domain.Sla;
using HelpDeskBot.Domain.Surveys;
using HelpDeskBot.Domain.Tickets;
using NodaTime;
using static HelpDeskBot.Tests.Domain.Sla.Office;
using static HelpDeskBot.Tests.Domain.Tickets.TicketStory;

namespace HelpDeskBot.Tests.Domain.Sla;

public class ReminderPlanTests
{
    private static readonly ClockState Done = new(Duration.FromHours(1)) { DoneAt = At("2026-11-23T08:00") };
    private static readonly ClockReading AllDone = new(Done, Done);

    [Fact]
    public void A_new_ticket_is_warned_about_at_75_and_90_percent_and_at_the_breach_of_both_clocks()
    {
        var ticket = new Ticket { Id = new TicketId(1), Status = Status.New, ReopenCount = 2 };
        var facts = new[] { new ClockFact(At("2026-11-23T08:00"), StatusCategory.Open, Priority.P2, Responded: false) };

        var plan = ReminderPlan.For(ticket, TicketClock.Compute(facts, SlaPolicy.Default, Calendar), Calendar);

        Assert.Equal(
            [
                new(Milestone.Response75, 2, At("2026-11-23T08:45")),
                new(Milestone.Response90, 2, At("2026-11-23T08:54")),
                new(Milestone.ResponseBreach, 2, At("2026-11-23T09:00")),
                new(Milestone.Resolution75, 2, At("2026-11-23T15:00")),
                new(Milestone.Resolution90, 2, At("2026-11-23T16:12")),
                new(Milestone.ResolutionBreach, 2, At("2026-11-23T17:00")),
            ],
            plan);
    }

    [Fact]
    public void An_answered_ticket_is_warned_about_its_resolution_only_and_a_finished_one_about_nothing()
    {
        var running = new ClockState(Duration.FromHours(8)) { DueAt = At("2026-11-23T17:00"), At75 = At("2026-11-23T15:00"), At90 = At("2026-11-23T16:12") };
        var ticket = new Ticket { Id = new TicketId(1), Status = Status.InProgress };

        Assert.Equal(
            [Milestone.Resolution75, Milestone.Resolution90, Milestone.ResolutionBreach],
            ReminderPlan.For(ticket, new ClockReading(Done, running), Calendar).Select(planned => planned.Milestone));
        Assert.Empty(ReminderPlan.For(ticket, AllDone, Calendar));
    }

    [Fact]
    public void A_pause_plans_only_the_warnings_that_were_due_before_it()
    {
        var paused = new ClockState(Duration.FromHours(8)) { At75 = At("2026-11-23T15:00") };
        var ticket = new Ticket { Id = new TicketId(1), Status = Status.OnHold };

        Assert.Equal(
            [new PlannedReminder(Milestone.Resolution75, 0, At("2026-11-23T15:00"))],
            ReminderPlan.For(ticket, new ClockReading(Done, paused), Calendar));
    }

    [Theory]
    [InlineData("2026-11-23T10:00", "2026-11-25T10:00", "2026-11-30T10:00", "2026-12-02T10:00")] // Monday
    [InlineData("2026-11-27T18:30", "2026-12-01T17:00", "2026-12-04T17:00", "2026-12-08T17:00")] // Friday after work
    [InlineData("2026-11-28T10:00", "2026-12-01T10:00", "2026-12-04T10:00", "2026-12-08T10:00")] // Saturday
    [InlineData("2026-12-21T12:15", "2026-12-23T13:00", "2026-12-30T13:00", "2027-01-01T13:00")] // Christmas, in the break
    public void Silence_is_nudged_after_2_and_5_business_days_and_resolved_after_7(string asked, string first, string second, string resolved)
    {
        var ticket = new Ticket { Id = new TicketId(1), Status = Status.Waiting, FiledAt = At("2026-11-20T08:00"), StatusSince = At(asked) };

        Assert.Equal(
            [(Milestone.FirstNudge, At(first)), (Milestone.SecondNudge, At(second)), (Milestone.ResolveBySilence, At(resolved))],
            Planned(ticket));
    }

    [Fact]
    public void A_new_owner_does_not_start_the_nudges_again_but_the_next_question_does()
    {
        var story = In(Status.Waiting, isOwned: true);
        var before = ReminderPlan.For(story.Ticket, AllDone, Calendar);
        story.Wait(Duration.FromDays(4)).Do(t => t.Assign(Elif, story.Now, Dana)).Do(t => t.Note(Dana, story.Now, "Still waiting"));

        Assert.Equal(before, ReminderPlan.For(story.Ticket, AllDone, Calendar));

        story.Do(t => t.Comment(Amina, story.Now, "The new one")).Do(t => t.AskRequester(Dana, story.Now, "Since when?"));
        Assert.DoesNotContain(
            ReminderPlan.For(story.Ticket, AllDone, Calendar), again => before.Any(once => (once.Milestone, once.Cycle) == (again.Milestone, again.Cycle)));
    }

    [Fact]
    public void A_hold_wakes_up_at_the_time_given()
    {
        var story = In(Status.OnHold, isOwned: true);

        Assert.Equal([(Milestone.WakeUp, story.Ticket.WakeUpAt!.Value)], Planned(story.Ticket));
    }

    [Fact]
    public void A_resolved_ticket_closes_after_3_business_days_and_is_asked_about_after_an_hour()
    {
        var friday = At("2026-11-27T16:40");
        var ticket = new Ticket
        {
            Id = new TicketId(1),
            Status = Status.Resolved,
            FiledAt = At("2026-11-27T09:00"),
            StatusSince = friday,
            ResolvedAt = friday,
            Resolution = ResolutionReason.Solved,
        };

        Assert.Equal([(Milestone.CloseBySilence, At("2026-12-02T16:40")), (Milestone.Survey, At("2026-11-27T17:40"))], Planned(ticket));
    }

    [Fact]
    public void Every_resolution_is_asked_about_once_an_hour_after_it_even_if_closed_meanwhile()
    {
        var story = In(Status.Resolved, isOwned: true);
        var first = SurveyOf(story.Ticket);
        story.Do(t => t.Confirm(Amina, story.Now));
        Assert.Equal(first, SurveyOf(story.Ticket));

        story.Do(t => t.Reopen(Chen, story.Now));
        Assert.Null(SurveyOf(story.Ticket));

        story.Do(t => t.Resolve(Chen, story.Now, ResolutionReason.Workaround, "Use the old token"));
        Assert.Equal(new PlannedReminder(Milestone.Survey, 1, story.Now + Duration.FromHours(1)), SurveyOf(story.Ticket));
        Assert.Equal(0, first!.Cycle);
    }

    [Fact]
    public void Nobody_is_asked_about_what_was_withdrawn_merged_or_no_request()
    {
        var (merged, noRequest) = (In(Status.InProgress, isOwned: true), In(Status.InProgress, isOwned: true));
        merged.Do(t => t.Merge(Chen, merged.Now, new Ticket { Id = new TicketId(7), Queue = Queue }));
        noRequest.Do(t => t.NotARequest(Chen, noRequest.Now));

        Assert.Empty(Planned(In(Status.Withdrawn, isOwned: true).Ticket));
        Assert.Empty(Planned(merged.Ticket));
        Assert.Empty(Planned(noRequest.Ticket));
    }

    [Fact]
    public void A_survey_is_reminded_of_after_two_days_and_open_for_seven()
    {
        Assert.Equal(Duration.FromHours(1), Survey.Delay);
        Assert.Equal(Duration.FromDays(2), Survey.ReminderAfter);
        Assert.Equal(Duration.FromDays(7), Survey.OpenFor);
        Assert.Equal(Duration.FromDays(7), Survey.Interval);
    }

    [Fact]
    public void No_plan_of_any_status_names_a_milestone_twice()
    {
        var clock = new ClockState(Duration.FromHours(8)) { DueAt = At("2026-11-23T17:00"), At75 = At("2026-11-23T15:00"), At90 = At("2026-11-23T16:12") };
        foreach (var status in Enum.GetValues<Status>())
        {
            var plan = ReminderPlan.For(In(status, isOwned: status is not Status.New).Ticket, new ClockReading(clock, clock), Calendar);
            Assert.Equal(plan.Count, plan.DistinctBy(planned => planned.Milestone).Count());
        }
    }

    private static IEnumerable<(Milestone, Instant)> Planned(Ticket ticket) =>
        ReminderPlan.For(ticket, AllDone, Calendar).Select(planned => (planned.Milestone, planned.DueAt));

    private static PlannedReminder? SurveyOf(Ticket ticket) =>
        ReminderPlan.For(ticket, AllDone, Calendar).SingleOrDefault(planned => planned.Milestone is Milestone.Survey);
}
