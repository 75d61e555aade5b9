using HelpDeskBot.Domain.Tickets;
using HelpDeskBot.Tests.Support.Teams;
using Microsoft.EntityFrameworkCore;

namespace HelpDeskBot.Tests.Channels.Teams;

/// <summary>The program in front of a fake Microsoft, with Amina who asks and Chen who helps.</summary>
public abstract class TeamsStory : IAsyncLifetime
{
    private protected TeamsDriver Desk { get; private set; } = null!;

    private protected TeamsPerson Amina => Desk.Person("amina");

    private protected TeamsPerson Chen => Desk.Person("chen", "it-support");

    private protected FakeConnector Connector => Desk.Cloud.Connector;

    private protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    public virtual async ValueTask InitializeAsync() => Desk = await TeamsDriver.StartAsync();

    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return Desk.DisposeAsync();
    }

    private protected Task<int> CountAsync(Act act) => Desk.ReadAsync(db => db.Timeline.CountAsync(entry => entry.Act == act, Stop));
}
