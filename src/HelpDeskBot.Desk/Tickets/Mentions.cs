using System.Text.RegularExpressions;
using HelpDeskBot.Desk.Outbox;
using HelpDeskBot.Desk.People;
using HelpDeskBot.Domain.People;
using HelpDeskBot.Domain.Tickets;

namespace HelpDeskBot.Desk.Tickets;

/// <summary>Tells people who are mentioned in a note (<c>@Dana</c>, <c>@Dana Novak</c>), if they may read it; the writer hears who could not be told.</summary>
public sealed partial class Mentions(PeopleByName people, Actors actors, OutboxWriter outbox)
{
    private const int Most = 10;

    /// <summary>Stages what follows from the mentions in a note.</summary>
    internal async Task StageAsync(Ticket ticket, string text, Actor writer, CancellationToken stop)
    {
        var told = new HashSet<PersonId>();
        var missed = new List<string>();
        foreach (var name in Name().Matches(text).Take(Most).Select(match => match.Groups["name"].Value.TrimEnd('.', '-')))
        {
            if (await ReaderAsync(name, ticket, stop) is not { } reader)
            {
                missed.Add("@" + name.Split(' ')[0]);
            }
            else if (!writer.Is(reader) && told.Add(reader))
            {
                await outbox.QuoteAsync(
                    Destination.To(reader), ticket.Id, ticket.Version, new Notice(NotificationKind.Work, ToldAs.Mentioned), stop);
            }
        }

        if (missed.Count > 0)
        {
            var line = new Line("announce.not_told").With("ticket", ticket.Id).With("names", string.Join(", ", missed.Distinct()));
            outbox.Say(Destination.To(writer.Person!.Value), line);
        }
    }

    // The longer name first: what follows a first name may be the last name, or the next word.
    private async Task<PersonId?> ReaderAsync(string name, Ticket ticket, CancellationToken stop)
    {
        foreach (var wanted in new[] { name, name.Split(' ')[0] }.Distinct())
        {
            if (await people.FindAsync(wanted, stop) is { Succeeded: true, Value: var person })
            {
                var actor = await actors.ReaderAsync(person, stop);
                return TicketAccess.ReadsNotes(ticket, actor) ? person.Id : null;
            }
        }

        return null;
    }

    [GeneratedRegex(@"(?<![\p{L}\p{N}])@(?<name>\p{L}[\p{L}\p{N}.-]*(?: \p{Lu}[\p{L}-]*)?)")]
    private static partial Regex Name();
}
