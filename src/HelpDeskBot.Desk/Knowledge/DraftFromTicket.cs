using HelpDeskBot.Desk.People;
using HelpDeskBot.Desk.Settings;
using HelpDeskBot.Desk.Storage;
using HelpDeskBot.Desk.Tickets;
using HelpDeskBot.Domain;
using HelpDeskBot.Domain.Knowledge;
using HelpDeskBot.Domain.People;
using HelpDeskBot.Domain.Tickets;
using Microsoft.EntityFrameworkCore;

namespace HelpDeskBot.Desk.Knowledge;

/// <summary>What a ticket teaches, without what tells who it was about.</summary>
public sealed record TicketStory(TicketId Ticket, string Title, string Symptoms)
{
    /// <summary>What agents wrote to the requester, and the resolution.</summary>
    public IReadOnlyList<string> Steps { get; init; } = [];

    public required string Category { get; init; }

    /// <summary>The language in which its requester reads.</summary>
    public required string Language { get; init; }

    /// <summary>For whom it can be: of a private queue, for its own members.</summary>
    public required string Audience { get; init; }

    public bool IsPrivate { get; init; }
}

/// <summary>Tells a ticket as the beginning of an article. Only reading is needed; a person reviews what comes of it.</summary>
public sealed class DraftFromTicket(HelpDeskDb db, TicketRecords records, TicketGate gate, DeskSettingsStore settings, LanguageOfPerson languages)
{
    public async Task<Outcome<TicketStory>> RunAsync(TicketId id, Actor actor, CancellationToken stop)
    {
        var found = await gate.FindAsync(id, actor, stop);
        if (found.Refusal is { } refusal)
        {
            return refusal;
        }

        var ticket = found.Value;
        return KnowledgeAccess.MayDraftFrom(ticket, actor) ? await TellAsync(ticket, stop) : new Refusal("act.agents_only");
    }

    private async Task<TicketStory> TellAsync(Ticket ticket, CancellationToken stop)
    {
        var timeline = await records.TimelineAsync(ticket.Id, ticket.Version, stop);
        var names = await NamesAsync(ticket, timeline, stop);
        var queue = settings.Current.Queue(ticket.Queue);
        return new TicketStory(ticket.Id, Masking.Of(ticket.Subject, names), Masking.Of(ticket.Description, names).Trim())
        {
            Steps = [.. StepsOf(ticket, timeline).Select(step => Masking.Of(step, names).Trim())],
            Category = ticket.Category,
            Language = Language.Base(await languages.OfAsync(ticket.Requester, stop)),
            Audience = queue.IsPrivate ? queue.Id.Value : Audience.Everyone,
            IsPrivate = queue.IsPrivate,
        };
    }

    private static IEnumerable<string> StepsOf(Ticket ticket, IReadOnlyList<TimelineEntry> timeline) => Corrections.Standing(timeline)
        .Where(entry => entry.Act is Act.Reply)
        .Select(entry => entry.Text ?? "")
        .Append(ticket.ResolutionText ?? "")
        .Where(text => !string.IsNullOrWhiteSpace(text));

    // Everybody whom the ticket knows, by name and by account.
    private async Task<IReadOnlyList<string>> NamesAsync(Ticket ticket, IReadOnlyList<TimelineEntry> timeline, CancellationToken stop)
    {
        var people = timeline.Select(entry => entry.By).OfType<PersonId>()
            .Concat(ticket.Followers).Append(ticket.Requester).Append(ticket.Author)
            .Concat(ticket.Owner is { } owner ? [owner] : Array.Empty<PersonId>()).Distinct().ToList();
        var names = await db.People.Where(person => people.Contains(person.Id)).Select(person => person.Name).ToListAsync(stop);
        var accounts = await db.Identities.Where(row => people.Contains(row.Person)).Select(row => row.Account).ToListAsync(stop);
        return [.. names, .. accounts];
    }
}
