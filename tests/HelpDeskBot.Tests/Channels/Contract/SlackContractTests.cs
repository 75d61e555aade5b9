using HelpDeskBot.Tests.Channels.Slack;
using HelpDeskBot.Tests.Support;

namespace HelpDeskBot.Tests.Channels.Contract;

/// <summary>Slack keeps the contract on the embedded database: everything goes over HTTP, as Slack shows it.</summary>
public class SlackOnSqliteTests : ChannelContract
{
    private protected override Task<IChannelDriver> StartAsync(string? deskFile = null) => SlackDriver.StartAsync(deskFile);
}

/// <summary>Slack keeps the contract on PostgreSQL.</summary>
public class SlackOnPostgresTests : ChannelContract
{
    private protected override Task<IChannelDriver> StartAsync(string? deskFile = null) => SlackDriver.StartAsync(deskFile, Database.Postgres);
}
