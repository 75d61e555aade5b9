using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using HelpDeskBot.Channels.Teams;
using HelpDeskBot.Desk.Files;
using HelpDeskBot.Tests.Channels.Contract;
using HelpDeskBot.Tests.Support.Teams;
using Microsoft.EntityFrameworkCore;

namespace HelpDeskBot.Tests.Channels.Teams;

/// <summary>Files in a person's chat: fetched at once from where Teams keeps them, and from nowhere else.</summary>
public sealed class TeamsFileTests : TeamsStory
{
    public static TheoryData<string> Elsewhere { get; } =
    [
        "https://example.com/tray.png", "http://contoso.sharepoint.com/tray.png", "https://contoso.sharepoint.com:8443/tray.png",
        "https://contoso.sharepoint.com.example.com/tray.png", "https://sharepoint.com/tray.png", "https://evilsharepoint.com/tray.png",
        "https://me@contoso.sharepoint.com/tray.png", "https://169.254.169.254/latest", "https://127.0.0.1/tray.png", "https://[::1]/tray.png",
        "https://localhost/tray.png", "file:///etc/passwd", "ftp://contoso.sharepoint.com/tray.png",
    ];

    public static TheoryData<string> Inside { get; } =
    [
        "0.0.0.0", "10.1.2.3", "100.64.0.1", "127.0.0.1", "169.254.169.254", "172.16.0.1", "172.31.255.255", "192.168.1.1", "198.18.0.1", "224.0.0.1",
        "255.255.255.255", "::", "::1", "::ffff:10.0.0.1", "64:ff9b::a00:1", "fc00::1", "fd12::1", "fe80::1", "ff02::1", "2002:a00:1::", "2001:db8::1",
    ];

    [Fact]
    public async Task A_file_is_kept_when_it_comes_and_asked_for_without_a_token()
    {
        var number = await Amina.FilesAsync("qzx the tray is stuck");
        await Amina.SendsFileAsync("tray.log", Encoding.UTF8.GetBytes("E42 in tray 2"), "see the log");
        Assert.Contains($"Added to {number}", (await Amina.LastAsync()).Text, StringComparison.Ordinal);
        Assert.Null(Assert.Single(Desk.SharePoint.Requests).Headers.Authorization);
        Assert.Contains("tray.log", (await Chen.SeesAsync("P3")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_picture_pasted_into_the_text_is_read_from_the_connector_with_the_bots_token()
    {
        await Amina.FilesAsync("qzx the tray is stuck");
        var kept = new JsonObject { ["name"] = "image", ["originalBase64"] = Convert.ToBase64String(Encoding.UTF8.GetBytes("GIF89a and more")) };
        var id = Connector.Keep(kept);
        await Amina.PastesAsync("this is the tray", $"{FakeCloud.ServiceUrl}v3/attachments/{id}/views/original");

        Assert.Contains("image.gif", (await Chen.SeesAsync("P3")).Text, StringComparison.Ordinal);
        Assert.NotNull(Connector.Requests.Single(request => request is { Method: "GET", Segments: ["attachments", ..] }).Token);
    }

    [Fact]
    public async Task What_is_too_large_of_a_kind_not_taken_or_gone_is_said_and_the_words_are_kept()
    {
        await Amina.SendsFileAsync("film.zip", new byte[SaveFile.Limit + 1], "qzx a film of it");
        await Amina.SeesAsync("film.zip is larger than 25 MB");
        await Amina.SendsFileAsync("setup.exe", [1, 2, 3]);
        await Amina.SeesAsync("setup.exe is a kind of file we don't take");
        await Amina.SendsFileAtAsync("tray.png", "https://contoso.sharepoint.com/gone");
        await Amina.SeesAsync("I could not get tray.png");
        await Amina.SendsFileAsync("not.png", Encoding.UTF8.GetBytes("<script>"));
        await Amina.SeesAsync("not.png is not the kind of picture its name says");

        Assert.Equal(0, await Desk.ReadAsync(db => db.Attachments.CountAsync(Stop)));
        await Amina.SeesAsync("What is it about?");
    }

    [Theory]
    [MemberData(nameof(Elsewhere))]
    public async Task A_file_that_lies_anywhere_else_is_not_fetched(string address)
    {
        await Amina.SendsFileAtAsync("tray.png", address);
        Assert.Empty(Desk.SharePoint.Requests);
        Assert.Equal(0, await Desk.ReadAsync(db => db.Attachments.CountAsync(Stop)));
    }

    [Theory]
    [MemberData(nameof(Inside))]
    public void Addresses_of_our_own_networks_are_no_addresses_of_the_internet(string address) =>
        Assert.False(PublicAddresses.Contains(IPAddress.Parse(address)));

    [Theory]
    [InlineData("13.107.136.9")]
    [InlineData("2620:1ec:8f8::9")]
    public void Addresses_of_the_internet_are(string address) => Assert.True(PublicAddresses.Contains(IPAddress.Parse(address)));
}
