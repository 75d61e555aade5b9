using HelpDeskBot.Channels.Slack;
using HelpDeskBot.Domain.People;
using HelpDeskBot.Tests.Channels.Contract;
using HelpDeskBot.Tests.Support.Slack;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDeskBot.Tests.Channels.Slack;

/// <summary>The home tab, of people who ask and of people who work on it.</summary>
public class SlackHomeTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task People_find_their_tickets_there_and_how_they_go_on()
    {
        await using var desk = await SlackDesk.StartAsync();
        await desk.As("amina").FilesAsync("qzx the tray is stuck");
        var shown = await OpensAsync(desk, "amina");
        Assert.Contains("HD-1001", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("My queues", shown, StringComparison.Ordinal);

        await desk.InRoom("chen").PressesAsync("Claim");
        Assert.Contains("Chen Wei", await LooksAsync(desk, "amina"), StringComparison.Ordinal);
        await LooksAsync(desk, "amina");
        Assert.Equal(2, desk.Slack.As("amina").Seen.Count(seen => seen.What == "home"));
    }

    [Fact]
    public async Task Agents_find_their_work_what_is_at_risk_and_their_queues_too()
    {
        await using var desk = await SlackDesk.StartAsync();
        await desk.As("amina").FilesAsync("qzx the tray is stuck");
        await desk.As("amina").FilesAsync("qzx the lamp flickers");
        await desk.InRoom("chen").PressesAsync("Claim", on: "HD-1002");
        var shown = await OpensAsync(desk, "chen");
        var (mine, risk, queue) = (shown.IndexOf("My work", StringComparison.Ordinal), shown.IndexOf("At risk", StringComparison.Ordinal), shown.IndexOf("My queues", StringComparison.Ordinal));
        Assert.True(mine >= 0 && mine < risk && risk < queue, shown);
        Assert.Contains("HD-1002", shown[mine..risk], StringComparison.Ordinal);
        Assert.DoesNotContain("HD-", shown[risk..queue], StringComparison.Ordinal);
        Assert.Contains("HD-1001", shown[queue..], StringComparison.Ordinal);

        await desk.Desk.PassesAsync("P3D");
        var later = await OpensAsync(desk, "chen");
        Assert.Contains("HD-1001", later[later.IndexOf("At risk", StringComparison.Ordinal)..later.IndexOf("My queues", StringComparison.Ordinal)], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_begun_there_goes_on_in_the_direct_chat()
    {
        await using var desk = await SlackDesk.StartAsync();
        await OpensAsync(desk, "amina");
        await desk.Slack.As("amina").PressesInAsync(desk.Slack.As("amina").Home!, "Report a problem");
        await desk.SettleAsync();
        Assert.Equal(1, await desk.Desk.ReadAsync(db => db.Drafts.CountAsync(Stop)));
        await desk.As("amina").SaysAsync("qzx the tray is stuck");
        await desk.As("amina").SeesAsync("What is it about?");
    }

    [Fact]
    public async Task What_people_want_to_be_told_is_chosen_there_as_often_as_they_like()
    {
        await using var desk = await SlackDesk.StartAsync();
        var amina = desk.Slack.As("amina");
        await OpensAsync(desk, "amina");
        foreach (var pace in new[] { Pace.Off, Pace.Digest })
        {
            Assert.True((await amina.PressesInAsync(amina.Home!, "Save", ("progress", $"{pace}"))).IsTaken);
            await desk.SettleAsync();
            Assert.Contains("Saved.", BlockReading.TextOf(amina.Modal!.Json["blocks"]), StringComparison.Ordinal);
            await LooksAsync(desk, "amina");
            var people = await desk.Desk.ReadAsync(db => db.People.Where(person => person.Name == "Amina Yusuf").ToListAsync(Stop));
            Assert.Contains(people, person => person.Notifications.Progress == pace);
        }
    }

    [Fact]
    public async Task A_ticket_chosen_there_is_shown_in_the_direct_chat()
    {
        await using var desk = await SlackDesk.StartAsync();
        await desk.As("amina").FilesAsync("qzx the tray is stuck");
        await OpensAsync(desk, "amina");
        var amina = desk.Slack.As("amina");
        var before = amina.Seen.Count(seen => seen.What == "post");
        await amina.PressesInAsync(amina.Home!, "Open");

        Assert.Contains("the tray is stuck", (await desk.As("amina").LastAsync()).Text, StringComparison.Ordinal);
        Assert.Equal(before + 1, amina.Seen.Count(seen => seen.What == "post"));
    }

    [Fact]
    public async Task Guests_find_nothing_there()
    {
        await using var desk = await SlackDesk.StartAsync();
        desk.Slack.Workspace.Users["UGUEST"] = new FakeUser("UGUEST", "Guest") { IsGuest = true };
        await desk.Slack.As("guest").OpensHomeAsync();
        await desk.Desk.Services.GetRequiredService<SlackHomes>().RunOnceAsync(Stop);
        Assert.Null(desk.Slack.As("guest").Home);
    }

    private static async Task<string> OpensAsync(SlackDesk desk, string name)
    {
        await desk.SettleAsync();
        await desk.Slack.As(name).OpensHomeAsync();
        return await LooksAsync(desk, name);
    }

    private static async Task<string> LooksAsync(SlackDesk desk, string name)
    {
        await desk.SettleAsync();
        await desk.Desk.Services.GetRequiredService<SlackHomes>().RunOnceAsync(Stop);
        return BlockReading.TextOf(desk.Slack.As(name).Home!.Json["blocks"]);
    }
}
