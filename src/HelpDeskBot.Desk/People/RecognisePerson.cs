using HelpDeskBot.Domain.People;

namespace HelpDeskBot.Desk.People;

/// <summary>Finds who a channel's authenticated account is, with the roles the desk's settings give it.</summary>
public sealed class RecognisePerson(Actors actors)
{
    /// <summary>The actor behind an account, or null for somebody unknown, who gets nothing.</summary>
    public Task<Actor?> RunAsync(string channel, string account, CancellationToken stop) => actors.FindAsync(channel, account, stop);
}
