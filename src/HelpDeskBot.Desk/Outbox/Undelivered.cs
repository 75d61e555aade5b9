using System.Text.Json;
using HelpDeskBot.Desk.Storage;
using HelpDeskBot.Domain;
using HelpDeskBot.Domain.People;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HelpDeskBot.Desk.Outbox;

/// <summary>A message that never arrived.</summary>
/// <param name="To">Who or which queue should have got it.</param>
/// <param name="Reason">What the platform said.</param>
public sealed record UndeliveredMessage(string To, Instant At, string Reason);

/// <summary>What could not be delivered, for admins: looked at, tried again or given up.</summary>
public sealed class Undelivered(HelpDeskDb db)
{
    private const int Most = 200;

    /// <summary>The newest first.</summary>
    public async Task<Outcome<IReadOnlyList<UndeliveredMessage>>> ListAsync(Actor actor, CancellationToken stop)
    {
        if (!actor.IsAdmin)
        {
            return new Refusal("desk.not_admin");
        }

        var rows = await Parked().AsNoTracking().OrderByDescending(row => row.Id).Take(Most).ToListAsync(stop);
        var people = rows.Select(row => DestinationOf(row).Person).OfType<PersonId>().Distinct().ToList();
        var names = await db.People.Where(person => people.Contains(person.Id)).ToDictionaryAsync(person => person.Id, person => person.Name, stop);
        return rows.Select(row => new UndeliveredMessage(NameOf(DestinationOf(row), names), row.CreatedAt, row.Error ?? "")).ToList();
    }

    /// <summary>Tries all of them again; how many.</summary>
    public Task<Outcome<int>> RetryAsync(Actor actor, CancellationToken stop) => EndAsync(
        actor,
        row => (row.State, row.Attempts, row.NotBefore, row.Error, row.IsUnknown, row.WasRepeated) = (OutboxState.Pending, 0, null, null, false, false),
        stop);

    /// <summary>Gives all of them up; how many.</summary>
    public Task<Outcome<int>> DiscardAsync(Actor actor, CancellationToken stop) => EndAsync(actor, row => row.State = OutboxState.Discarded, stop);

    private async Task<Outcome<int>> EndAsync(Actor actor, Action<OutboxRow> end, CancellationToken stop)
    {
        if (!actor.IsAdmin)
        {
            return new Refusal("desk.not_admin");
        }

        var rows = await Parked().AsTracking().OrderBy(row => row.Id).Take(Most).ToListAsync(stop);
        foreach (var row in rows)
        {
            end(row);
            row.Fence++;
        }

        return rows.Count;
    }

    private IQueryable<OutboxRow> Parked() => db.Outbox.Where(row => row.State == OutboxState.Parked);

    // Not by the lane: what ends the time for undoing has one of its own.
    private static Destination DestinationOf(OutboxRow row) => JsonSerializer.Deserialize<Outgoing>(row.Body, StoredJson.Options)!.To;

    private static string NameOf(Destination to, Dictionary<PersonId, string> names) =>
        to.Person is { } person ? names.GetValueOrDefault(person, person.Value) : to.Queue?.Value ?? to.Conversation ?? "";
}
