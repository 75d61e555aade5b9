using HelpDeskBot.Domain.Sla;
using HelpDeskBot.Domain.Tickets;
using NodaTime;
using static HelpDeskBot.Tests.Domain.Sla.Office;

namespace HelpDeskBot.Tests.Domain.Sla;

public class TicketClockTests
{
    private static readonly string[] Zones = ["Europe/Berlin", "America/Havana", "Australia/Lord_Howe", "America/St_Johns", "Asia/Kathmandu"];

    [Theory]
    [InlineData(Priority.P1, 15, 4 * 60)]
    [InlineData(Priority.P2, 60, 8 * 60)]
    [InlineData(Priority.P3, 4 * 60, 24 * 60)]
    [InlineData(Priority.P4, 8 * 60, 72 * 60)]
    public void The_default_promises_are_these(Priority priority, int response, int resolution)
    {
        var target = SlaPolicy.Default.Of(priority);

        Assert.Equal((response, resolution), ((int)target.Response.TotalMinutes, (int)target.Resolution.TotalMinutes));
        Assert.Equal(priority is Priority.P1, target.AroundTheClock);
        Assert.Equal(priority is not Priority.P1, target.Pauses);
    }

    [Fact]
    public void Random_histories_are_read_like_minutes_counted_one_by_one()
    {
        for (var seed = 1; seed <= 400; seed++)
        {
            var hours = new RandomHours(seed);
            var zone = DateTimeZoneProviders.Tzdb[hours.Of(Zones)];
            var filed = At("2010-11-06T00:00") + Duration.FromMinutes(hours.Next(0, 20 * 365 * 24 * 60));
            var (clock, policy, facts) = (hours.Clock(zone, filed), RandomHistory.Policy(hours), RandomHistory.Facts(hours, filed));

            var read = TicketClock.Compute(facts, policy, clock.Calendar);

            var expected = ClockOracle.Compute(facts, policy, clock);
            var context = $"seed {seed}, {zone.Id}:\n{string.Join('\n', facts)}\n";
            Assert.True(expected.Response == read.Response with { DoneAt = null }, $"{context}{expected.Response}\n{read.Response}");
            Assert.True(expected.Resolution == read.Resolution with { DoneAt = null }, $"{context}{expected.Resolution}\n{read.Resolution}");
        }
    }

    [Fact]
    public void P1_runs_at_night_and_is_never_paused()
    {
        var saturday = At("2026-11-28T23:50");
        var read = Default(
            new ClockFact(saturday, StatusCategory.Open, Priority.P1, Responded: false),
            new ClockFact(saturday + Duration.FromMinutes(30), StatusCategory.Paused, Priority.P1, Responded: true));

        Assert.Equal(saturday + Duration.FromHours(4), read.Resolution.DueAt);
        Assert.Equal(saturday + Duration.FromHours(3), read.Resolution.At75);
        Assert.Equal(saturday + Duration.FromMinutes(216), read.Resolution.At90);
        Assert.True(read.Resolution.IsRunning);
        Assert.Equal(saturday + Duration.FromMinutes(15), read.Response.DueAt); // answered late
    }

    [Fact]
    public void The_marks_of_every_default_promise_are_exact()
    {
        foreach (var priority in Enum.GetValues<Priority>())
        {
            var always = BusinessCalendar.AroundTheClock(Berlin);
            var read = TicketClock.Compute([new ClockFact(At("2026-11-23T08:00"), StatusCategory.Open, priority, false)], SlaPolicy.Default, always);
            foreach (var clock in new[] { read.Response, read.Resolution })
            {
                Assert.Equal(At("2026-11-23T08:00") + (clock.Target * 3 / 4), clock.At75);
                Assert.Equal(At("2026-11-23T08:00") + (clock.Target * 9 / 10), clock.At90);
                Assert.Equal(At("2026-11-23T08:00") + clock.Target, clock.DueAt);
            }
        }
    }

    [Fact]
    public void A_pause_moves_the_due_time_and_waiting_for_an_answer_leaves_none()
    {
        var filed = new ClockFact(At("2026-11-23T08:00"), StatusCategory.Open, Priority.P2, Responded: false);
        var asked = new ClockFact(At("2026-11-23T10:00"), StatusCategory.Paused, Priority.P2, Responded: true);
        var answered = new ClockFact(At("2026-11-24T09:00"), StatusCategory.Open, Priority.P2, Responded: true);

        Assert.Equal(At("2026-11-23T17:00"), Default(filed).Resolution.DueAt);
        Assert.Null(Default(filed, asked).Resolution.DueAt);
        Assert.Equal(At("2026-11-24T16:00"), Default(filed, asked, answered).Resolution.DueAt);
        Assert.Equal(Duration.FromHours(2), Default(filed, asked, answered).Resolution.Elapsed);
        Assert.Equal(asked.At, Default(filed, asked, answered).Response.DoneAt);
    }

    [Fact]
    public void Only_the_last_priority_counts_and_no_detour_over_others_loses_a_pause()
    {
        for (var seed = 1; seed <= 200; seed++)
        {
            var hours = new RandomHours(seed);
            var filed = At("2026-11-23T08:00") + Duration.FromMinutes(hours.Next(0, 10_000));
            var facts = RandomHistory.Facts(hours, filed);
            var straight = facts.Select(fact => fact with { Priority = facts[^1].Priority }).ToList();

            Assert.True(Default([.. facts]) == Default([.. straight]), $"seed {seed}");
        }
    }

    [Fact]
    public void Under_every_policy_that_pauses_the_due_time_moves_by_all_pauses()
    {
        for (var seed = 1; seed <= 200; seed++)
        {
            var hours = new RandomHours(seed);
            var at = At("2026-11-23T08:00");
            var facts = new List<ClockFact>();
            var paused = Duration.Zero;
            for (var pauses = hours.Next(1, 6); pauses > 0; pauses--)
            {
                facts.Add(new ClockFact(at, StatusCategory.Open, Priority.P3, Responded: true));
                at += Duration.FromMinutes(hours.Next(1, 60));
                facts.Add(new ClockFact(at, StatusCategory.Paused, Priority.P2, Responded: true));
                var pause = Duration.FromMinutes(hours.Next(1, 5000));
                (at, paused) = (at + pause, paused + pause);
            }

            facts.Add(new ClockFact(at, StatusCategory.Open, Priority.P4, Responded: true));
            foreach (var target in new[] { 6, 24, 100 }.Select(Duration.FromHours))
            {
                var policy = new SlaPolicy(new Dictionary<Priority, SlaTarget> { [Priority.P4] = new(target, target, AroundTheClock: true) });
                var due = TicketClock.Compute(facts, policy, Calendar).Resolution.DueAt;
                Assert.True(facts[0].At + target + paused == due, $"seed {seed}: {target}, due {due}");
            }
        }
    }

    [Fact]
    public void Time_between_resolving_and_reopening_does_not_count()
    {
        var filed = new ClockFact(At("2026-11-23T08:00"), StatusCategory.Open, Priority.P2, Responded: true);
        var resolved = new ClockFact(At("2026-11-23T09:00"), StatusCategory.Resolved, Priority.P2, Responded: true);
        var reopened = new ClockFact(At("2026-11-25T08:00"), StatusCategory.Open, Priority.P2, Responded: true);

        Assert.Equal(resolved.At, Default(filed, resolved).Resolution.DoneAt);
        Assert.Null(Default(filed, resolved, reopened).Resolution.DoneAt);
        Assert.Equal(At("2026-11-25T16:00"), Default(filed, resolved, reopened).Resolution.DueAt);
    }

    [Fact]
    public void The_condition_follows_the_marks()
    {
        var clock = Default(new ClockFact(At("2026-11-23T08:00"), StatusCategory.Open, Priority.P2, Responded: false)).Resolution;
        var paused = clock with { IsRunning = false, DueAt = null, At75 = null, At90 = null };

        Assert.Equal(ClockCondition.OnTime, clock.StateAt(At("2026-11-23T14:59")));
        Assert.Equal(ClockCondition.AtRisk, clock.StateAt(At("2026-11-23T15:00")));
        Assert.Equal(ClockCondition.AtRisk, clock.StateAt(At("2026-11-23T16:59")));
        Assert.Equal(ClockCondition.Overdue, clock.StateAt(At("2026-11-23T17:00")));
        Assert.Equal(ClockCondition.Paused, paused.StateAt(At("2026-11-23T17:00")));
        Assert.Equal(ClockCondition.Overdue, (clock with { IsRunning = false }).StateAt(At("2026-11-23T17:00")));
        Assert.Equal(ClockCondition.Done, (clock with { DoneAt = clock.DueAt }).StateAt(At("2026-11-24T17:00")));
    }

    private static ClockReading Default(params ClockFact[] facts) => TicketClock.Compute(facts, SlaPolicy.Default, Calendar);
}
