using HelpDeskBot.Desk.People;
using HelpDeskBot.Desk.Settings;
using HelpDeskBot.Domain.People;
using HelpDeskBot.Domain.Tickets;

namespace HelpDeskBot.Desk.Tickets;

/// <summary>The answers that agents give often, made out to the requester of a ticket.</summary>
public sealed class CannedReplies(DeskSettingsStore settings, NamesOfPeople names, LanguageOfPerson languages)
{
    /// <summary>What there is to choose from.</summary>
    public IReadOnlyList<CannedReply> All => settings.Current.Replies;

    /// <summary>What agents do often, several acts at once.</summary>
    public IReadOnlyList<Macro> Macros => settings.Current.Macros;

    /// <summary>The text in the requester's language with everything filled in; null if there is no such reply any more.</summary>
    public async Task<string?> FillAsync(string reply, Ticket ticket, Actor agent, CancellationToken stop)
    {
        return All.FirstOrDefault(known => known.Id == reply) is { } canned ? await MakeOutAsync(canned.Text, ticket, agent, stop) : null;
    }

    /// <summary>Any text in the requester's language with everything filled in.</summary>
    internal async Task<string> MakeOutAsync(LocalText text, Ticket ticket, Actor agent, CancellationToken stop)
    {
        var requester = await names.OfAsync(ticket.Requester, stop);
        return DeskFileReplies.Fill(text.In(await languages.OfAsync(ticket.Requester, stop)), new Dictionary<string, string>
        {
            ["first_name"] = FirstOf(requester),
            ["name"] = requester,
            ["ticket"] = ticket.Id.ToString(),
            ["subject"] = ticket.Subject,
            ["agent"] = agent.Name,
            ["agent_first_name"] = FirstOf(agent.Name),
        });
    }

    private static string FirstOf(string name) => name.Trim().Split(' ')[0];
}
