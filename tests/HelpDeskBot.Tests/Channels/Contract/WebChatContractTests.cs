using HelpDeskBot.Tests.Support;

namespace HelpDeskBot.Tests.Channels.Contract;

/// <summary>The web chat keeps the contract on the embedded database.</summary>
public class WebChatOnSqliteTests : ChannelContract
{
    private protected override Task<IChannelDriver> StartAsync(string? deskFile = null) => WebChatDriver.StartAsync(Database.Sqlite, deskFile);
}

/// <summary>The web chat keeps the contract on PostgreSQL.</summary>
public class WebChatOnPostgresTests : ChannelContract
{
    private protected override Task<IChannelDriver> StartAsync(string? deskFile = null) => WebChatDriver.StartAsync(Database.Postgres, deskFile);
}
