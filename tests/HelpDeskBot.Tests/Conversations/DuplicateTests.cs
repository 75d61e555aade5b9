using HelpDeskBot.Domain.Tickets;
using HelpDeskBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HelpDeskBot.Tests.Conversations;

/// <summary>Somebody says again what they have an open ticket about.</summary>
public class DuplicateTests
{
    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task They_are_asked_and_it_is_added_there(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        var number = await desk.As("amina").FilesAsync("qzx the tray of the big printer is stuck");
        await desk.As("amina").SaysAsync("qzx the big printer tray is stuck again");
        Assert.Contains("You have a ticket that sounds like this", desk.As("amina").Last.Text, StringComparison.Ordinal);
        await desk.As("amina").PressesAsync($"{number} qzx the tray of the big printer is stuck");
        await desk.As("amina").SeesAsync($"Added to {number}.");
        await desk.InRoom("chen").SeesAsync("is stuck again");
        Assert.Equal([Act.File, Act.Comment], await desk.ReadAsync(db => db.Timeline.OrderBy(entry => entry.Sequence).Select(entry => entry.Act).ToListAsync()));
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task They_say_it_is_new_and_go_on_with_a_report_of_their_own(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        await desk.As("amina").FilesAsync("qzx the tray of the big printer is stuck");
        await desk.As("amina").SaysAsync("qzx the tray of the small printer is stuck");
        await desk.As("amina").PressesAsync("Something new");
        Assert.Contains("Is this about", desk.As("amina").Last.Text, StringComparison.Ordinal);
        Assert.Contains("small printer", desk.As("amina").Last.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task They_are_asked_too_when_they_began_with_report_a_problem(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        var (amina, number) = (desk.As("amina"), await desk.As("amina").FilesAsync("qzx the tray of the big printer is stuck"));
        await amina.SaysAsync("report a problem");
        await amina.SaysAsync("qzx the big printer tray is stuck again");
        Assert.Contains("You have a ticket that sounds like this", amina.Last.Text, StringComparison.Ordinal);
        await amina.PressesAsync($"{number} qzx the tray of the big printer is stuck");
        await desk.InRoom("chen").SeesAsync("is stuck again");
        await amina.SaysAsync("cancel");
        Assert.Contains("nothing to cancel", amina.Last.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("qzx my chair squeaks and the printer is far")]
    [InlineData("qzx tray stuck")]
    public async Task Nobody_is_asked_for_a_likeness_that_is_not_clear(string text)
    {
        await using var desk = await TestDesk.StartAsync(Database.Sqlite);
        await desk.As("amina").FilesAsync("qzx the tray of the big printer is jammed");
        await desk.As("amina").SaysAsync(text);
        Assert.DoesNotContain("sounds like this", desk.As("amina").Last.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tickets_of_others_and_closed_ones_do_not_count()
    {
        await using var desk = await TestDesk.StartAsync(Database.Sqlite);
        await desk.As("amina").FilesAsync("qzx the tray of the big printer is stuck");
        await desk.As("bruno").SaysAsync("qzx the tray of the big printer is stuck");
        Assert.DoesNotContain("sounds like this", desk.As("bruno").Last.Text, StringComparison.Ordinal);
        await desk.As("amina").PressesAsync("Withdraw");
        await desk.As("amina").SaysAsync("qzx the tray of the big printer is stuck");
        Assert.DoesNotContain("sounds like this", desk.As("amina").Last.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_German_too()
    {
        await using var desk = await TestDesk.StartAsync(Database.Sqlite);
        var amina = desk.As("amina", "de-DE");
        await amina.SaysAsync("qzx die Schublade quietscht");
        foreach (var button in new[] { "Etwas anderes", "Nur ich", "Ich kann nicht arbeiten", "Melden" })
        {
            await amina.PressesAsync(button);
        }

        await amina.SaysAsync("qzx die Schublade quietscht schon wieder");
        Assert.Contains("schon ein Ticket", amina.Last.Text, StringComparison.Ordinal);
    }
}
