using HelpDeskBot.Domain.Tickets;
using HelpDeskBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HelpDeskBot.Tests.Conversations;

/// <summary>Several acts in one tap: looked at first, then all of them or none.</summary>
public class MacroTests
{
    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task A_macro_shows_what_it_does_and_does_all_of_it_once(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        await desk.As("amina").FilesAsync("qzx an odd mail");
        var preview = await (await desk.InRoom("chen").OpensAsync("Macros")).ChoosesAsync("Phishing mail");
        Assert.Contains("Hi Amina, thank you for reporting this.", preview.Json, StringComparison.Ordinal);
        Assert.Equal(1, await desk.ReadAsync(db => db.Timeline.CountAsync()));
        Assert.Equal(0, await desk.As("amina").CountsAsync("thank you for reporting"));

        await preview.ChoosesAsync("Do it");
        await preview.ChoosesAsync("Do it");
        Assert.Equal(
            [Act.File, Act.Claim, Act.SetCategory, Act.SetPriority, Act.Tag, Act.Reply],
            await desk.ReadAsync(db => db.Timeline.OrderBy(row => row.Sequence).Select(row => row.Act).ToListAsync()));
        Assert.Equal(1, await desk.As("amina").CountsAsync("thank you for reporting"));
        var card = (await desk.InRoom("chen").SeesAsync("Security")).Text;
        Assert.Contains("Chen Wei", card, StringComparison.Ordinal);
        await desk.InRoom("chen").PressesAsync("Undo");
        Assert.Equal(0, await desk.As("amina").CountsAsync("thank you for reporting"));
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task What_one_act_refuses_takes_the_others_back(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        await desk.As("amina").FilesAsync("qzx an odd mail");
        var preview = await (await desk.InRoom("chen").OpensAsync("Macros")).ChoosesAsync("Phishing mail");
        await desk.InRoom("dana").PressesAsync("Claim");
        var late = await preview.ChoosesAsync("Do it");
        Assert.Equal("ticket.taken", late.Code);
        Assert.Equal(2, await desk.ReadAsync(db => db.Timeline.CountAsync()));
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task What_is_so_already_is_left_out(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        await desk.As("amina").FilesAsync("qzx an odd mail");
        await desk.InRoom("chen").PressesAsync("Claim");
        var preview = await (await desk.InRoom("chen").OpensAsync("Macros")).ChoosesAsync("Phishing mail");
        Assert.DoesNotContain("Claim it", preview.Json, StringComparison.Ordinal);
        await preview.ChoosesAsync("Do it");
        Assert.Equal(6, await desk.ReadAsync(db => db.Timeline.CountAsync()));
    }

    [Fact]
    public async Task Who_may_not_do_an_act_may_not_do_it_by_macro()
    {
        await using var desk = await TestDesk.StartAsync(Database.Sqlite);
        await desk.As("amina").FilesAsync("qzx an odd mail");
        var preview = await (await desk.InRoom("chen").OpensAsync("Macros")).ChoosesAsync("Phishing mail");
        var button = CardParts.Buttons(preview.Card)["Do it"];
        foreach (var other in new[] { "amina", "bruno", "farid" })
        {
            await desk.As(other).SaysAsync("help");
            Assert.NotNull((await desk.As(other).PressAsync(desk.As(other).Last.Id, button)).Code);
        }

        Assert.Equal(1, await desk.ReadAsync(db => db.Timeline.CountAsync()));
    }

    [Fact]
    public async Task A_requester_who_reads_German_is_answered_in_German()
    {
        await using var desk = await TestDesk.StartAsync(Database.Sqlite);
        await desk.As("amina").FilesAsync("qzx an odd mail");
        await desk.As("amina").SaysAsync("language de");
        var preview = await (await desk.InRoom("chen").OpensAsync("Macros")).ChoosesAsync("Phishing mail");
        Assert.Contains("Hallo Amina, danke ", preview.Json, StringComparison.Ordinal);
    }
}
