using HelpDeskBot.Desk.Storage;
using HelpDeskBot.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace HelpDeskBot.Desk.People;

/// <summary>Finds what a channel calls a person.</summary>
public sealed class FindAccount(HelpDeskDb db)
{
    /// <summary>The account; null for somebody who has none there.</summary>
    public Task<string?> RunAsync(string channel, PersonId person, CancellationToken stop) => db.Identities
        .Where(identity => identity.Channel == channel && identity.Person == person)
        .OrderBy(identity => identity.Account)
        .Select(identity => identity.Account)
        .FirstOrDefaultAsync(stop);
}
