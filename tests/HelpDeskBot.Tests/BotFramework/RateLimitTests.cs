using FsCheck;
using FsCheck.Fluent;
using HelpDeskBot.BotFramework.Connector;
using HelpDeskBot.Tests.Support.Teams;

namespace HelpDeskBot.Tests.BotFramework;

/// <summary>The counting of calls, for any order in which they come.</summary>
public class RateLimitTests
{
    private const string Tenant = "tenant";

    private static readonly RateKind[] Kinds = Enum.GetValues<RateKind>();

    [Fact]
    public void No_window_ever_holds_more_calls_than_Teams_takes() => ForAllGaps(gaps =>
    {
        foreach (var kind in Kinds)
        {
            var made = Play(kind, gaps, wanted: 400);
            Assert.All(RateLimits.WindowsOf(kind).Concat(RateLimits.PerTenant), window => AssertHolds(window, made));
        }
    });

    [Fact]
    public void A_day_at_full_speed_holds_the_hours_window_too()
    {
        var made = Play(RateKind.Send, [0], wanted: 10_000);
        Assert.All(RateLimits.WindowsOf(RateKind.Send), window => AssertHolds(window, made));
        Assert.InRange(made[^1] - made[0], TimeSpan.FromHours(5), TimeSpan.FromHours(5.6));
    }

    [Fact]
    public void Nobody_waits_longer_than_needed() => ForAllGaps(gaps =>
    {
        var time = new FakeTime();
        var limits = new RateLimits(time);
        foreach (var gap in gaps.Concat(gaps))
        {
            time.Pass(TimeSpan.FromMilliseconds(gap));
            if (limits.Take(RateKind.Send, "a", Tenant) is var wait && wait > TimeSpan.Zero)
            {
                time.Pass(wait - TimeSpan.FromTicks(1));
                Assert.Equal(TimeSpan.FromTicks(1), limits.Take(RateKind.Send, "a", Tenant));
                time.Pass(TimeSpan.FromTicks(1));
                Assert.Equal(TimeSpan.Zero, limits.Take(RateKind.Send, "a", Tenant));
            }
        }
    });

    [Fact]
    public void Asking_without_room_costs_nothing()
    {
        var time = new FakeTime();
        var limits = new RateLimits(time);
        Fill(limits, RateKind.Send, "a", 7);
        var wait = limits.Take(RateKind.Send, "a", Tenant);
        Assert.All(Enumerable.Range(0, 100), _ => Assert.Equal(wait, limits.Take(RateKind.Send, "a", Tenant)));
        time.Pass(wait);
        Assert.Equal(TimeSpan.Zero, limits.Take(RateKind.Send, "a", Tenant));
    }

    [Fact]
    public void Conversations_kinds_and_tenants_do_not_take_each_others_room()
    {
        var limits = new RateLimits(new FakeTime());
        Fill(limits, RateKind.Send, "a", 7);
        Assert.NotEqual(TimeSpan.Zero, limits.Take(RateKind.Send, "a", "another tenant"));
        Fill(limits, RateKind.Send, "b", 7);
        Fill(limits, RateKind.Create, "a", 7);
        Fill(limits, RateKind.Members, "a", 9);
        Assert.NotEqual(TimeSpan.Zero, limits.Take(RateKind.Send, "c", Tenant)); // the tenant's thirty
        Assert.Equal(TimeSpan.Zero, limits.Take(RateKind.Send, "c", "another tenant"));
    }

    [Fact]
    public void Calls_of_no_conversation_count_for_the_tenant_only()
    {
        var limits = new RateLimits(new FakeTime());
        Assert.All(Enumerable.Range(0, 30), _ => Assert.Equal(TimeSpan.Zero, limits.Take(RateKind.Send, conversation: null, Tenant)));
        Assert.NotEqual(TimeSpan.Zero, limits.Take(RateKind.Send, conversation: null, Tenant));
    }

    [Fact]
    public void A_pause_holds_until_it_is_over()
    {
        var time = new FakeTime();
        var limits = new RateLimits(time);
        limits.Pause(RateKind.Send, "a", Tenant, TimeSpan.FromMinutes(1));
        Assert.Equal(TimeSpan.FromMinutes(1), limits.Take(RateKind.Send, "a", Tenant));
        Assert.Equal(TimeSpan.Zero, limits.Take(RateKind.Send, "b", Tenant));
        time.Pass(TimeSpan.FromMinutes(1));
        Assert.Equal(TimeSpan.Zero, limits.Take(RateKind.Send, "a", Tenant));

        limits.Pause(RateKind.Send, conversation: null, Tenant, TimeSpan.FromMinutes(1));
        Assert.Equal(TimeSpan.FromMinutes(1), limits.Take(RateKind.Send, "b", Tenant));
    }

    [Fact]
    public void Conversations_that_nobody_speaks_in_are_forgotten_and_others_are_not()
    {
        var time = new FakeTime();
        var limits = new RateLimits(time);
        for (var number = 0; number < 20_000; number++)
        {
            time.Pass(TimeSpan.FromSeconds(4));
            Assert.Equal(TimeSpan.Zero, limits.Take(RateKind.Send, $"a:{number}", Tenant));
            if (number % 4 == 0)
            {
                Assert.True(limits.Take(RateKind.Send, "busy", Tenant) == TimeSpan.Zero);
            }
        }

        Assert.InRange(limits.LogCount, 900, 2_500); // 900 spoke within the last hour
    }

    [Fact]
    public void Waits_between_attempts_grow_and_differ()
    {
        Prop.ForAll(Gen.Choose(1, 10).ToArbitrary(), Gen.Choose(0, 1_000).ToArbitrary(), (attempt, chance) =>
        {
            var longest = TimeSpan.FromSeconds(0.5 * Math.Pow(2, attempt - 1));
            Assert.InRange(Backoff.After(attempt, chance / 1_000.0), longest / 2, longest);
        }).QuickCheckThrowOnFailure();
        Assert.NotEqual(Backoff.After(1, 0.1), Backoff.After(1, 0.9));
    }

    private static void ForAllGaps(Action<int[]> holds)
    {
        var gap = Gen.Frequency((6, Gen.Constant(0)), (3, Gen.Choose(0, 300)), (1, Gen.Choose(0, 4_000)));
        Prop.ForAll(Gen.NonEmptyListOf(gap).Select(gaps => gaps.ToArray()).ToArbitrary(), holds).QuickCheckThrowOnFailure();
    }

    /// <summary>When calls were made by somebody who comes after these gaps, and waits as told.</summary>
    private static List<TimeSpan> Play(RateKind kind, int[] gaps, int wanted)
    {
        var time = new FakeTime();
        var limits = new RateLimits(time);
        var made = new List<TimeSpan>();
        for (var call = 0; call < wanted; call++)
        {
            time.Pass(TimeSpan.FromMilliseconds(gaps[call % gaps.Length]));
            while (limits.Take(kind, "a", Tenant) is var wait && wait > TimeSpan.Zero)
            {
                time.Pass(wait);
            }

            made.Add(time.Passed);
        }

        return made;
    }

    private static void AssertHolds(RateWindow window, List<TimeSpan> made)
    {
        for (var call = window.Calls; call < made.Count; call++)
        {
            Assert.True(made[call] - made[call - window.Calls] >= window.Period + RateLimits.Slack, $"{window} at call {call}");
        }
    }

    private static void Fill(RateLimits limits, RateKind kind, string conversation, int calls) =>
        Assert.All(Enumerable.Range(0, calls), _ => Assert.Equal(TimeSpan.Zero, limits.Take(kind, conversation, Tenant)));
}
