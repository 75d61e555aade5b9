using System.Text.Json.Nodes;
using HelpDeskBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HelpDeskBot.Tests.Conversations;

/// <summary>Somebody reports a problem that another person has.</summary>
public class OnBehalfTests
{
    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task It_is_the_other_persons_ticket_and_both_hear_of_it(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        var (bruno, amina) = (desk.As("bruno"), desk.As("amina"));
        await bruno.SaysAsync("report for amina");
        await FileAsync(bruno, "qzx the lamp blinks");
        Assert.Equal(("amina", "bruno"), await PeopleAsync(desk));
        await amina.SeesAsync("Bruno Keller filed HD-1001 for you");
        Assert.Contains("Bruno Keller", (await amina.SeesAsync("New")).Text, StringComparison.Ordinal);
        var card = await desk.InRoom("chen").SeesAsync("P3");
        Assert.Contains("Amina Yusuf", card.Text, StringComparison.Ordinal);
        Assert.Contains("Bruno Keller", card.Text, StringComparison.Ordinal);

        await desk.InRoom("chen").WritesAsync("Reply", "Which lamp?");
        await amina.SeesAsync("Which lamp?");
        await bruno.SeesAsync("Which lamp?");
        await bruno.WritesAsync("Answer", "the one on her desk");
        await desk.InRoom("chen").SeesAsync("the one on her desk");
        await desk.InRoom("chen").ResolvesAsync("New bulb.");
        await bruno.SeesAsync("is solved: New bulb.");
        await amina.PressesAsync("Yes, close it");
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task In_the_summary_one_can_say_for_whom_it_is_and_a_wrong_name_loses_nothing(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        var bruno = desk.As("bruno");
        var form = await EditFormAsync(bruno);
        var again = await form.SubmitsAsync(Edited("Zoltan"));
        Assert.Contains("I know nobody called Zoltan", again.Json, StringComparison.Ordinal);
        Assert.Contains("qzx the lamp blinks", again.Json, StringComparison.Ordinal);
        await again.SubmitsAsync(Edited("Amina"));
        Assert.Contains("Amina Yusuf", bruno.Last.Text, StringComparison.Ordinal);
        await bruno.PressesAsync("File it");
        Assert.Equal(("amina", "bruno"), await PeopleAsync(desk));
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task For_nobody_known_it_is_said_and_for_oneself_it_is_an_ordinary_report(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        var bruno = desk.As("bruno");
        await bruno.SaysAsync("report for Zoltan");
        Assert.Contains("I know nobody called Zoltan", bruno.Last.Text, StringComparison.Ordinal);
        var form = await EditFormAsync(bruno);
        await form.SubmitsAsync(Edited("bruno"));
        await bruno.PressesAsync("File it");
        Assert.Equal(("bruno", "bruno"), await PeopleAsync(desk));
    }

    [Fact]
    public async Task In_German_one_reports_for_somebody_in_German()
    {
        await using var desk = await TestDesk.StartAsync(Database.Sqlite);
        var bruno = desk.As("bruno", "de-DE");
        await bruno.SaysAsync("melden für Amina");
        await bruno.SaysAsync("qzx die Lampe blinkt");
        foreach (var button in new[] { "Etwas anderes", "Nur ich", "Ich kann kaum arbeiten", "Melden" })
        {
            await bruno.PressesAsync(button);
        }

        Assert.Equal(("amina", "bruno"), await PeopleAsync(desk));
    }

    private static async Task<Answer> EditFormAsync(TestPerson person)
    {
        await person.ReportsAsync("qzx the lamp blinks");
        foreach (var button in new[] { "Something else", "Just me", "I can work" })
        {
            await person.PressesAsync(button);
        }

        return await person.PressesAsync("Edit");
    }

    private static async Task FileAsync(TestPerson person, string text)
    {
        await person.SaysAsync(text);
        foreach (var button in new[] { "Something else", "Just me", "It's hard to work", "File it" })
        {
            await person.PressesAsync(button);
        }
    }

    private static JsonObject Edited(string name) => new()
    {
        ["subject"] = "qzx the lamp blinks",
        ["description"] = "qzx the lamp blinks",
        ["for"] = name,
        ["category"] = "other",
        ["impact"] = "JustMe",
        ["urgency"] = "CanWork",
    };

    private static async Task<(string Requester, string Author)> PeopleAsync(TestDesk desk)
    {
        await desk.SettleAsync();
        var ticket = await desk.ReadAsync(db => db.Tickets.SingleAsync());
        return (ticket.Requester.Value, ticket.Author.Value);
    }
}
