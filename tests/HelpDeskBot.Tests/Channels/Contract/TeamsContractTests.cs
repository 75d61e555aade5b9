using HelpDeskBot.Tests.Channels.Teams;
using HelpDeskBot.Tests.Support;

namespace HelpDeskBot.Tests.Channels.Contract;

/// <summary>Teams keeps the contract on the embedded database: everything goes over the connector, as Teams shows it.</summary>
public class TeamsOnSqliteTests : ChannelContract
{
    private protected override async Task<IChannelDriver> StartAsync(string? deskFile = null) => await TeamsDriver.StartAsync(deskFile);
}

/// <summary>Teams keeps the contract on PostgreSQL.</summary>
public class TeamsOnPostgresTests : ChannelContract
{
    private protected override async Task<IChannelDriver> StartAsync(string? deskFile = null) => await TeamsDriver.StartAsync(deskFile, Database.Postgres);
}
