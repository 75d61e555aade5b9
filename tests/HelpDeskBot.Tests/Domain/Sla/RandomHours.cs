using HelpDeskBot.Domain.Sla;
using NodaTime;

namespace HelpDeskBot.Tests.Domain.Sla;

/// <summary>Random working hours and points in time. The same seed gives the same ones.</summary>
internal sealed class RandomHours(int seed)
{
    private readonly Random _random = new(seed);

    public int Next(int from, int to) => _random.Next(from, to);

    public bool Chance(double probability) => _random.NextDouble() < probability;

    public T Of<T>(IReadOnlyList<T> choices) => choices[_random.Next(choices.Count)];

    /// <summary>A whole minute up to this many days before a point.</summary>
    public Instant Before(Instant point, int days) => point - Duration.FromMinutes(_random.Next(days * 24 * 60));

    /// <summary>A week of up to three blocks a day, Mondays never closed, with holidays in the month around a point.</summary>
    public WallClock Clock(DateTimeZone zone, Instant around)
    {
        var week = Enum.GetValues<IsoDayOfWeek>().Where(day => day != IsoDayOfWeek.None && Chance(0.8)).ToDictionary(day => day, _ => Blocks());
        week[IsoDayOfWeek.Monday] = [new WorkingBlock(new LocalTime(8, 0), new LocalTime(17, 30))];
        var today = around.InZone(zone).Date;
        return new WallClock(zone, week, Enumerable.Range(-15, 30).Where(_ => Chance(0.08)).Select(today.PlusDays).ToHashSet());
    }

    private IReadOnlyList<WorkingBlock> Blocks()
    {
        if (Chance(0.2))
        {
            return [new WorkingBlock(LocalTime.Midnight, LocalTime.Midnight)];
        }

        // Every second stretch between an odd number of cuts plus the end of the day, or an even number of them.
        var quarters = Enumerable.Range(0, 96).ToArray();
        _random.Shuffle(quarters);
        var cuts = quarters.Take(Next(1, 7)).Order().ToList();
        return [.. cuts.Chunk(2).Select(cut => new WorkingBlock(At(cut[0]), cut.Length == 2 ? At(cut[1]) : LocalTime.Midnight)).Reverse()];
    }

    private static LocalTime At(int quarter) => LocalTime.FromSecondsSinceMidnight(quarter * 900);
}
