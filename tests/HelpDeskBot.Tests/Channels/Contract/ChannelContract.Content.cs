using System.Text;
using HelpDeskBot.AdaptiveCards;
using HelpDeskBot.Tests.Support;
using HelpDeskBot.Turns;
using Microsoft.EntityFrameworkCore;

namespace HelpDeskBot.Tests.Channels.Contract;

/// <summary>What people send, in every form and language, and who is none of ours.</summary>
public abstract partial class ChannelContract
{
    private static readonly byte[] Picture = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3];

    [Fact]
    public async Task A_picture_and_a_text_file_sent_after_filing_are_on_the_ticket()
    {
        await using var desk = await StartAsync();
        var amina = desk.As("amina");
        var number = await amina.FilesAsync("qzx the tray is stuck");
        await amina.SendsFileAsync("tray.png", Picture);
        Assert.Contains($"Added to {number}", (await amina.LastAsync()).Text, StringComparison.Ordinal);
        await amina.SendsFileAsync("tray.log", Encoding.UTF8.GetBytes("E42 in tray 2"));
        Assert.Contains("tray.png", (await desk.InRoom("chen").SeesAsync("P3")).Text, StringComparison.Ordinal);
        Assert.Equal(2, await desk.ReadAsync(db => db.Attachments.CountAsync(file => file.Ticket != null, Stop)));
    }

    [Fact]
    public async Task A_long_text_is_kept_whole_as_a_file_and_its_beginning_is_the_message()
    {
        await using var desk = await StartAsync();
        var text = "qzx " + new string('w', 19_000) + " the end";
        await desk.As("amina").FilesAsync(text);
        await desk.InRoom("chen").SeesAsync("message.txt");
        Assert.Equal(Encoding.UTF8.GetByteCount(text), (await desk.ReadAsync(db => db.Attachments.SingleAsync(Stop))).Size);
    }

    [Fact]
    public async Task Whatever_is_typed_is_kept_and_shown_as_it_is_and_does_nothing()
    {
        await using var desk = await StartAsync();
        var (amina, chen) = (desk.As("amina"), desk.InRoom("chen"));
        var number = await amina.FilesAsync(NastyTexts.All[0]);
        AssertInert(await chen.SeesAsync(number), Characters.Storable(NastyTexts.All[0]));
        foreach (var text in NastyTexts.All)
        {
            await chen.WritesAsync("Reply", text);
            AssertInert(await amina.SeesAsync($"answered {number}"), Characters.Storable(text));
            await amina.SaysAsync(text);
            AssertInert(await chen.SeesAsync("Amina Yusuf wrote"), Characters.Storable(text));
        }
    }

    [Fact]
    public async Task Each_person_is_spoken_to_in_their_own_language()
    {
        await using var desk = await StartAsync();
        var amina = desk.As("amina", "de-DE");
        await amina.SaysAsync("meine tickets");
        Assert.Contains("keine Tickets", (await amina.LastAsync()).Text, StringComparison.Ordinal);
        await amina.SaysAsync("language en");
        await amina.SaysAsync("my tickets");
        Assert.Contains("You have no tickets", (await amina.LastAsync()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_half_done_goes_on_after_a_restart()
    {
        await using var desk = await StartAsync();
        await desk.As("amina").ReportsAsync("qzx the tray is stuck");
        await desk.As("amina").PressesAsync("Something else");
        await desk.RestartAsync();
        var amina = desk.As("amina");
        await amina.PressesAsync("Just me");
        await amina.PressesAsync("I can work");
        await amina.PressesAsync("File it");
        await desk.InRoom("chen").SeesAsync("the tray is stuck");
        Assert.Equal(1, await desk.ReadAsync(db => db.Tickets.CountAsync(Stop)));
    }

    [Fact]
    public async Task Of_a_stranger_nothing_is_kept()
    {
        await using var desk = await StartAsync();
        await desk.As("amina").SaysAsync("hello");
        var known = await desk.ReadAsync(db => db.People.CountAsync(Stop));
        await desk.StrangerSaysAsync("canary: the tray is stuck");

        Assert.Equal(known, await desk.ReadAsync(db => db.People.CountAsync(Stop)));
        Assert.Equal(0, await desk.ReadAsync(db => db.Inbox.CountAsync(row => row.Body.Contains("canary"), Stop)));
        Assert.Equal(0, await desk.ReadAsync(db => db.Outbox.CountAsync(row => row.Body.Contains("canary"), Stop)));
        Assert.Equal(0, await desk.ReadAsync(db => db.Tickets.CountAsync(Stop)));
    }

    [Fact]
    public async Task Of_a_private_queue_only_its_members_and_the_requester_see_anything()
    {
        await using var desk = await StartAsync(await DeskFiles.WithPeopleTeamAsync());
        var number = await desk.As("amina").FilesAsync("qzx my payslip is wrong", category: "Yes, Pay and payroll");
        await desk.InRoom("bruno", "people").SeesAsync("my payslip is wrong");
        Assert.Equal(0, await desk.InRoom("chen").CountsAsync("payslip"));

        await desk.InRoom("bruno", "people").WritesAsync("Note", "she is right of course");
        await desk.As("chen").SaysAsync(number);
        Assert.Contains($"There is no {number} that you can see", (await desk.As("chen").LastAsync()).Text, StringComparison.Ordinal);
        Assert.Equal(0, await desk.As("amina").CountsAsync("she is right"));
        await desk.As("amina").SeesAsync("my payslip is wrong");
    }

    private static void AssertInert(SeenMessage message, string text)
    {
        Assert.Contains(text, message.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(CardVocabulary.MarkdownTexts(message.Card!), shown => shown.Text.Contains(text, StringComparison.Ordinal));
    }
}
