using HelpDeskBot.Domain.People;
using HelpDeskBot.Domain.Tickets;
using HelpDeskBot.Tests.Support;
using NodaTime;

namespace HelpDeskBot.Tests.Conversations;

/// <summary>The desk learns at night what the words of a report point to.</summary>
public class LearnedCategoryTests
{
    private static readonly string[] Things = ["gate", "crane", "forklift", "ramp", "scanner", "scale", "belt", "shutter"];
    private static readonly string[] Papers = ["invoice", "voucher", "receipt", "expense", "refund", "budget", "ledger", "booking"];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task What_closed_tickets_teach_beats_keywords_and_says_why(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        await desk.PassesAsync("PT1M"); // the night before is over
        await ClosedAsync(desk, each: 40);
        var amina = desk.As("amina");
        await amina.ReportsAsync("qzx the zugbruecke wobbles at the forklift");
        Assert.Contains("What is it about?", amina.Last.Text, StringComparison.Ordinal);
        await amina.SaysAsync("cancel");

        await desk.PassesAsync("P1D");
        await amina.ReportsAsync("qzx the zugbruecke wobbles at the forklift");
        Assert.Contains("Is this about Printing and scanning?", amina.Last.Text, StringComparison.Ordinal);
        Assert.Contains("Because of: ", amina.Last.Text, StringComparison.Ordinal);
        Assert.Contains("zugbruecke", amina.Last.Text.Split("Because of: ")[1].Split('\n')[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task What_is_certain_is_not_asked_and_can_still_be_changed(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        await desk.PassesAsync("PT1M"); // the night before is over
        await ClosedAsync(desk, each: 150);
        await desk.PassesAsync("P1D");

        var amina = desk.As("amina");
        await amina.ReportsAsync("qzx the zugbruecke wobbles at the forklift and the crane");
        Assert.Contains("Who is affected?", amina.Last.Text, StringComparison.Ordinal);
        await amina.PressesAsync("Just me");
        await amina.PressesAsync("I can work");
        Assert.Contains("Printing and scanning", amina.Last.Text, StringComparison.Ordinal);
        Assert.Contains("Because of: ", amina.Last.Text, StringComparison.Ordinal);
        await amina.SaysAsync("back");
        await amina.SaysAsync("back");
        await amina.SaysAsync("back");
        Assert.Contains("What is it about?", amina.Last.Text.Replace("Is this about Printing and scanning?", "What is it about?", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_learned_survives_a_restart()
    {
        await using var desk = await TestDesk.StartAsync(Database.Sqlite);
        await desk.PassesAsync("PT1M"); // the night before is over
        await ClosedAsync(desk, each: 40);
        await desk.PassesAsync("P1D");
        await desk.RestartAsync();
        await desk.As("amina").ReportsAsync("qzx the zugbruecke wobbles at the forklift");
        Assert.Contains("Is this about Printing and scanning?", desk.As("amina").Last.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_few_tickets_teach_nothing()
    {
        await using var desk = await TestDesk.StartAsync(Database.Sqlite);
        await desk.PassesAsync("PT1M"); // the night before is over
        await ClosedAsync(desk, each: 5);
        await desk.PassesAsync("P1D");
        await desk.As("amina").ReportsAsync("qzx the zugbruecke wobbles at the forklift");
        Assert.Contains("What is it about?", desk.As("amina").Last.Text, StringComparison.Ordinal);
    }

    // Tickets that were dealt with long ago, as an import would bring them.
    private static Task ClosedAsync(TestDesk desk, int each) => desk.ReadAsync(async db =>
    {
        var random = new Random(11);
        for (var number = 0; number < 2 * each; number++)
        {
            var isThing = number % 2 == 0;
            var word = isThing ? Things[random.Next(Things.Length)] : Papers[random.Next(Papers.Length)];
            var text = isThing ? $"the zugbruecke wobbles near the {word} {Filler(random)}" : $"my {word} was not accepted {Filler(random)}";
            db.Tickets.Add(Closed(number, text, isThing ? "printing" : "other"));
        }

        await db.SaveChangesAsync(Stop);
        return true;
    });

    private static string Filler(Random random) =>
        string.Join(' ', Enumerable.Range(0, 4).Select(_ => new[] { "today", "again", "hall", "morning", "colleague", "shift", "since", "monday", "floor", "help" }[random.Next(10)]));

    private static Ticket Closed(int number, string text, string category) => new()
    {
        Id = new TicketId(100_000 + number),
        Version = 1,
        Status = Status.Closed,
        Resolution = ResolutionReason.Solved,
        Requester = new PersonId("bruno"),
        Author = new PersonId("bruno"),
        Queue = new QueueId("it-support"),
        Category = category,
        Subject = text,
        Description = text,
        FiledAt = Instant.FromUtc(2026, 1, 1, 0, 0),
        StatusSince = Instant.FromUtc(2026, 1, 1, 0, 0),
        OwnerSince = Instant.FromUtc(2026, 1, 1, 0, 0),
        ClosedAt = Instant.FromUtc(2026, 1, 1, 0, 0),
    };
}
