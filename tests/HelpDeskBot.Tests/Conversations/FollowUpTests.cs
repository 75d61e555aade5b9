using System.Text.Json.Nodes;
using HelpDeskBot.Cards;
using HelpDeskBot.Domain.Tickets;
using HelpDeskBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HelpDeskBot.Tests.Conversations;

/// <summary>Somebody writes on a ticket that ended too long ago to be reopened.</summary>
public class FollowUpTests
{
    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task The_same_problem_again_becomes_a_new_ticket_that_is_linked_to_the_old_one(Database database)
    {
        await using var desk = await ClosedLongAgoAsync(database);
        var amina = desk.As("amina");
        await amina.SaysAsync("it blinks again, since noon", quoting: (await amina.SeesAsync("HD-1001")).Id);
        await amina.SeesAsync("Is it the same problem again?");
        await desk.RestartAsync();
        var yes = await desk.As("amina").PressesAsync("Yes, open it as a new ticket");
        Assert.True(yes.Status == 200, yes.Json);
        var card = await desk.InRoom("chen").SeesAsync("it blinks again, since noon");
        Assert.Contains("qzx the lamp blinks", card.Text, StringComparison.Ordinal);
        Assert.Contains("HD-1001", card.Text, StringComparison.Ordinal);
        Assert.Contains("HD-1002", (await desk.InRoom("chen").SeesAsync("Closed")).Text, StringComparison.Ordinal);
        Assert.Equal(1, await desk.As("amina").CountsAsync("Filed as HD-1002"));
        Assert.Equal(Status.Closed, await desk.ReadAsync(db => db.Tickets.OrderBy(ticket => ticket.Id).Select(ticket => ticket.Status).FirstAsync()));

        // An edit of these words is an edit of the new ticket's description as the chat shows it; nothing is said on the old one.
        Assert.Equal(0, await desk.ReadAsync(db => db.Timeline.CountAsync(entry => entry.Act == Act.Comment)));
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task Something_else_is_an_ordinary_question_with_the_same_words(Database database)
    {
        await using var desk = await ClosedLongAgoAsync(database);
        var amina = desk.As("amina");
        await amina.SaysAsync("qzx the chair squeaks", quoting: (await amina.SeesAsync("HD-1001")).Id);
        await amina.PressesAsync("Something new");
        if (amina.Last.Buttons.ContainsKey("Open a ticket"))
        {
            await amina.PressesAsync("Open a ticket");
        }

        Assert.Contains("qzx the chair squeaks", amina.Last.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task Nobody_goes_on_with_the_ticket_of_somebody_else(Database database)
    {
        await using var desk = await ClosedLongAgoAsync(database);
        foreach (var (name, refusal) in new[] { ("bruno", "ticket.not_found"), ("chen", "act.requester_only") })
        {
            var person = desk.As(name);
            await person.SaysAsync("qzx the chair squeaks");
            var mine = person.Shown.Last(message => !message.IsFromBot).Id;
            var press = new JsonObject { ["verb"] = Verbs.MessageFollowUp, ["data"] = new JsonObject { ["message"] = mine, ["ticket"] = "HD-1001" } };
            Assert.Equal(refusal, (await person.PressAsync(person.Last.Id, press)).Code);
        }

        Assert.Equal(1, await desk.ReadAsync(db => db.Tickets.CountAsync()));
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task Thanks_long_after_are_just_thanks(Database database)
    {
        await using var desk = await ClosedLongAgoAsync(database);
        var amina = desk.As("amina");
        await amina.SaysAsync("thanks a lot!", quoting: (await amina.SeesAsync("HD-1001")).Id);
        Assert.Contains("You're welcome", amina.Last.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_German_it_is_asked_in_German()
    {
        await using var desk = await ClosedLongAgoAsync(Database.Sqlite);
        var amina = desk.As("amina");
        await amina.SaysAsync("sprache deutsch");
        await amina.SaysAsync("es blinkt wieder", quoting: (await amina.SeesAsync("HD-1001")).Id);
        await amina.SeesAsync("Ist es wieder dasselbe Problem?");
        await amina.PressesAsync("Ja, als neues Ticket melden");
        await desk.InRoom("chen").SeesAsync("es blinkt wieder");
    }

    private static async Task<TestDesk> ClosedLongAgoAsync(Database database)
    {
        var desk = await TestDesk.StartAsync(database);
        await desk.As("amina").FilesAsync("qzx the lamp blinks");
        await desk.InRoom("chen").ResolvesAsync("New bulb.");
        await desk.As("amina").PressesAsync("Yes, close it");
        await desk.PassesAsync("P8D");
        return desk;
    }
}
