using HelpDeskBot.Desk.Storage;
using HelpDeskBot.Desk.Tickets;
using HelpDeskBot.Desk.Work;
using HelpDeskBot.Domain;
using HelpDeskBot.Domain.Tickets;
using HelpDeskBot.Tests.Domain.Tickets;
using HelpDeskBot.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDeskBot.Tests.Desk.Storage;

public class ConcurrencyTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task Twenty_people_who_file_at_once_get_twenty_numbers_in_a_row(Database database)
    {
        await using var desk = await StorageDesk.StartAsync(database);

        var filed = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(desk.FileAsync, Stop)));

        Assert.Equal(Enumerable.Range(1001, 20).Select(number => (long)number), filed.Select(ticket => ticket.Id.Value).Order());
        Assert.Equal(20, await desk.ReadAsync(db => db.Tickets.CountAsync(Stop)));
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task Fifty_writers_at_once_all_succeed(Database database)
    {
        await using var desk = await StorageDesk.StartAsync(database);

        await Task.WhenAll(Enumerable.Range(0, 50).Select(writer => Task.Run(
            () => desk.DoAsync(async (services, stop) =>
            {
                await services.GetRequiredService<Numbers>().NextAsync(NumberRow.Ticket, stop);
                await services.GetRequiredService<KeptValues>().SetAsync($"writer {writer}", "was here", stop);
                return true;
            }),
            Stop)));

        Assert.Equal(50, await desk.ReadAsync(db => db.KeptValues.CountAsync(row => row.Value == "was here", Stop)));
        Assert.Equal(1051, await desk.ReadAsync(db => db.Set<NumberRow>().Select(row => row.Next).SingleAsync(Stop)));
        Assert.Equal([], desk.Problems.Lines);
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task Of_two_who_write_at_once_one_decides_again_and_both_effects_are_there(Database database)
    {
        await using var desk = await StorageDesk.StartAsync(database);
        var ticket = await desk.FileAsync();
        using var bothHaveDecided = new Barrier(2);
        var attempts = 0;

        Task<Outcome<Ticket>> WriteAsync(Func<IServiceProvider, CancellationToken, Task<Outcome<Ticket>>> act) => Task.Run(
            () =>
            {
                var isFirst = true;
                return desk.DoAsync(async (services, stop) =>
                {
                    Interlocked.Increment(ref attempts);
                    var outcome = await act(services, stop);
                    if (isFirst)
                    {
                        isFirst = false;
                        Assert.True(bothHaveDecided.SignalAndWait(TimeSpan.FromSeconds(20), stop), "the other writer did not come");
                    }

                    return outcome;
                });
            },
            Stop);

        var outcomes = await Task.WhenAll(
            WriteAsync((services, stop) => services.GetRequiredService<NoteOnTicket>()
                .RunAsync(new NoteOnTicketCommand(ticket.Id, "Looks like the token server"), TicketStory.Chen, stop)),
            WriteAsync((services, stop) => services.GetRequiredService<CommentOnTicket>()
                .RunAsync(new CommentOnTicketCommand(ticket.Id, "Still broken"), TicketStory.Amina, stop)));

        Assert.All(outcomes, outcome => Assert.True(outcome.Succeeded));
        Assert.Equal(3, attempts);
        var entries = await desk.ReadAsync(db => new TicketRecords(db).TimelineAsync(ticket.Id, int.MaxValue, Stop));
        Assert.Equal([1, 2, 3], entries.Select(entry => entry.Sequence));
        Assert.Equal(["Looks like the token server", "Still broken"], entries.Skip(1).Select(entry => entry.Text).Order());
        Assert.Equal(3, await desk.ReadAsync(db => db.Tickets.Select(stored => stored.Version).SingleAsync(Stop)));
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task Of_ten_who_claim_at_once_one_wins_and_nine_are_told_who(Database database)
    {
        await using var desk = await StorageDesk.StartAsync(database);
        var ticket = await desk.FileAsync();
        var agents = Enumerable.Range(0, 10).Select(n => TicketStory.Chen with { Person = new($"agent{n}"), Name = $"Agent {n}" });

        var outcomes = await Task.WhenAll(agents.Select(agent => Task.Run(
            () => desk.DoAsync((services, stop) => services.GetRequiredService<ClaimTicket>().RunAsync(new ClaimTicketCommand(ticket.Id), agent, stop)),
            Stop)));

        var winner = Assert.Single(outcomes, outcome => outcome.Succeeded).Value;
        Assert.All(outcomes.Where(outcome => !outcome.Succeeded), outcome => Assert.Equal("ticket.taken", outcome.Refusal!.Code));
        var stored = await desk.ReadAsync(db => db.Tickets.SingleAsync(Stop));
        Assert.Equal((winner.Owner, 2), (stored.Owner, stored.Version));
    }
}
