namespace HelpDeskBot.Tests.Channels.Contract;

/// <summary>Teams keeps the contract: everything goes over the connector, as Teams shows it.</summary>
public class TeamsContractTests : ChannelContract
{
    private protected override async Task<IChannelDriver> StartAsync(string? deskFile = null) => await Teams.TeamsDriver.StartAsync(deskFile);
}
