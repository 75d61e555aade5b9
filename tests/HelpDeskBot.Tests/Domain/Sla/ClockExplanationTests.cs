using HelpDeskBot.Domain.Sla;
using HelpDeskBot.Domain.Tickets;
using NodaTime;
using static HelpDeskBot.Tests.Domain.Sla.Office;

namespace HelpDeskBot.Tests.Domain.Sla;

public class ClockExplanationTests
{
    [Fact]
    public void What_is_explained_has_no_gap_and_adds_up_to_what_the_clock_says()
    {
        for (var seed = 1; seed <= 400; seed++)
        {
            var hours = new RandomHours(seed);
            var filed = At("2026-11-20T00:00") + Duration.FromMinutes(hours.Next(0, 20_000));
            var (policy, facts) = (RandomHistory.Policy(hours), RandomHistory.Facts(hours, filed));
            var now = facts[^1].At + Duration.FromMinutes(hours.Next(0, 5000));

            var explained = ClockExplanation.Of(facts, policy, Calendar, now);

            var context = $"seed {seed}:\n{string.Join('\n', facts)}\n";
            Check(explained.Response, explained.Reading.Response, filed, now, context);
            Check(explained.Resolution, explained.Reading.Resolution, filed, now, context);
        }
    }

    [Fact]
    public void A_night_a_pause_a_solved_day_and_a_lunch_each_are_a_stretch_of_their_own()
    {
        ClockFact[] facts =
        [
            new(At("2026-11-23T16:00"), StatusCategory.Open, Priority.P2, Responded: false),
            new(At("2026-11-24T09:00"), StatusCategory.Paused, Priority.P2, Responded: true),
            new(At("2026-11-24T11:00"), StatusCategory.Open, Priority.P2, Responded: true),
            new(At("2026-11-24T12:00"), StatusCategory.Resolved, Priority.P2, Responded: true),
            new(At("2026-11-25T12:00"), StatusCategory.Open, Priority.P2, Responded: true),
        ];

        var explained = ClockExplanation.Of(facts, SlaPolicy.Default, Calendar, At("2026-11-25T12:00")).Resolution;

        Assert.Equal(
            [
                ClockSpanKind.Counted, ClockSpanKind.Closed, ClockSpanKind.Counted, ClockSpanKind.Paused, ClockSpanKind.Counted, ClockSpanKind.Ended,
                ClockSpanKind.Closed, ClockSpanKind.Counted, ClockSpanKind.Closed, ClockSpanKind.Counted,
            ],
            explained.Select(span => span.Kind));
    }

    private static void Check(IReadOnlyList<ClockSpan> spans, ClockState clock, Instant filed, Instant now, string context)
    {
        var end = clock.DueAt ?? clock.DoneAt ?? now;
        Assert.All(spans, span => Assert.True(span.From < span.To, $"{context}{span}"));
        Assert.All(spans.Zip(spans.Skip(1)), pair => Assert.True(pair.First.To == pair.Second.From && pair.First.Kind != pair.Second.Kind, $"{context}{pair}"));
        if (spans.Count > 0)
        {
            Assert.True((spans[0].From, spans[^1].To) == (filed, end), $"{context}{spans[0].From} to {spans[^1].To}, not {end}");
        }

        var counted = spans.Where(span => span.Kind is ClockSpanKind.Counted).Aggregate(Duration.Zero, (sum, span) => sum + (span.To - span.From));
        if (clock.DueAt is not null)
        {
            Assert.True(counted == clock.Target, $"{context}{counted} of {clock.Target}");
        }
    }
}
