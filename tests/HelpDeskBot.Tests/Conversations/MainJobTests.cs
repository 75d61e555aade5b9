using System.Text.Json.Nodes;
using HelpDeskBot.Tests.Support;

namespace HelpDeskBot.Tests.Conversations;

public class MainJobTests
{
    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task From_a_broken_vpn_to_a_rated_resolution(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        var (amina, chen) = (desk.As("amina"), desk.InRoom("chen"));

        await amina.SaysAsync("my vpn token is rejected");
        Assert.Contains("token", amina.Last.Text, StringComparison.OrdinalIgnoreCase);
        await amina.PressesAsync("Open a ticket");
        await amina.PressesAsync("Yes, Network, VPN and Wi-Fi");
        await amina.PressesAsync("Just me");
        await amina.PressesAsync("I can't work");
        await amina.PressesAsync("File it");
        Assert.Contains("HD-1001", amina.Last.Text, StringComparison.Ordinal);

        await chen.ReadAsync();
        await chen.PressesAsync("Claim");
        await (await chen.PressesAsync("Ask requester")).WritesAsync("Which token do you use?");
        await amina.ReadAsync();
        Assert.Contains("Which token do you use?", amina.Last.Text, StringComparison.Ordinal);

        await amina.SaysAsync("the blue one");
        Assert.Contains("Added to HD-1001", amina.Last.Text, StringComparison.Ordinal);
        await (await chen.PressesAsync("Resolve")).SubmitsAsync(new JsonObject { ["reason"] = "Solved", ["text"] = "I reset your token." });
        await amina.PressesAsync("Yes, close it");

        await desk.PassesAsync("PT2H");
        await amina.ReadAsync();
        await amina.PressesAsync("2");
        await chen.ReadAsync();
        Assert.Contains("2", chen.Shown[0].Text, StringComparison.Ordinal);
    }
}
