using System.Text.Json.Nodes;
using HelpDeskBot.AdaptiveCards;
using HelpDeskBot.Tests.Support;

namespace HelpDeskBot.Tests.Conversations;

/// <summary>What can be read about a ticket beside its card. It is Monday, 09:00 in Berlin, and the office works from 8 to 12 and 12:30 to 17:30.</summary>
public class InsightTests
{
    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task Why_a_ticket_is_due_lists_what_counted_and_what_did_not(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        var chen = desk.InRoom("chen");
        await desk.As("amina").FilesAsync("qzx the tray is stuck", "My team", "I can't work"); // P2: 1 h and 8 h
        await desk.PassesAsync("PT30M");
        await chen.WritesAsync("Ask requester", "Which tray?");
        var paused = await DueAsync(chen);
        Assert.Contains("First reply: within 1:00 h of working time (P2)", paused, StringComparison.Ordinal);
        Assert.Contains("today 9:00 AM – 9:30 AM: 0:30 h counted\nDone today 9:30 AM.", Tidy(paused), StringComparison.Ordinal);
        Assert.Contains("The clock stands still; 7:30 h are left.", paused, StringComparison.Ordinal);

        await desk.PassesAsync("PT3H");
        await desk.As("amina").SaysAsync("the upper one");
        var running = Tidy(await DueAsync(chen));
        Assert.Contains(
            """
            Solution: within 8:00 h of working time (P2)
            today 9:00 AM – 9:30 AM: 0:30 h counted
            today 9:30 AM – 12:30 PM: paused
            today 12:30 PM – 5:30 PM: 5:00 h counted
            today 5:30 PM – Tue 24 Nov, 8:00 AM: outside working hours
            Tue 24 Nov, 8:00 AM – 10:30 AM: 2:30 h counted
            Due Tue 24 Nov, 10:30 AM. On time.
            """.ReplaceLineEndings("\n"),
            running, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task The_history_says_who_did_what_and_what_changed_by_it(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        var chen = desk.InRoom("chen");
        await desk.As("amina").FilesAsync("qzx the tray is stuck");
        await chen.PressesAsync("Claim");
        await (await chen.OpensAsync("Priority")).SubmitsAsync(new JsonObject { ["impact"] = "Everyone", ["urgency"] = "CannotWork", ["text"] = "the whole floor waits" });
        await (await chen.OpensAsync("Log time")).SubmitsAsync(new JsonObject { ["spent"] = "15m", ["text"] = "looked at the rollers" });
        await chen.WritesAsync("Reply", "You broke it");
        await chen.PressesAsync("Undo");
        await chen.SeesAsync("Chen Wei made HD-1001 P1: the whole floor waits");

        var history = TextIn(await chen.OpensAsync("History"));
        Assert.Contains("Amina Yusuf · filed it", history, StringComparison.Ordinal);
        Assert.Contains("Chen Wei · claimed it\nStatus: New → In progress\nOwner: Nobody yet → Chen Wei", history, StringComparison.Ordinal);
        Assert.Contains("Priority: P3 → P1\nthe whole floor waits", history, StringComparison.Ordinal);
        Assert.Contains("logged time\nlooked at the rollers", history, StringComparison.Ordinal);
        Assert.Contains("Chen Wei · took back an answer", history, StringComparison.Ordinal);
        Assert.DoesNotContain("You broke it", history, StringComparison.Ordinal);
        Assert.StartsWith("History of HD-1001", history, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task A_requester_corrects_what_they_filed_as_long_as_nobody_took_it_up(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        var amina = desk.As("amina");
        await amina.FilesAsync("qzx the tray is stuck");
        var more = await amina.PressesAsync("Correct");
        Assert.Equal(["Priority", "Category", "Follow", "Why this due time?"], CardParts.Buttons(more.Card).Keys);
        await (await more.ChoosesAsync("Priority")).SubmitsAsync(new JsonObject { ["impact"] = "MyTeam", ["urgency"] = "CannotWork", ["text"] = "we all need it" });
        await desk.InRoom("chen").SeesAsync("Amina Yusuf made HD-1001 P2: we all need it");
        await (await amina.OpensAsync("Category", more: "Correct")).SubmitsAsync(new JsonObject { ["category"] = "printing", ["type"] = "ServiceRequest" });
        Assert.Contains("Something is needed", (await amina.SeesAsync("Nobody yet")).Text, StringComparison.Ordinal);
        Assert.Contains("within 1:00 h", TextIn(await amina.OpensAsync("Why this due time?", more: "Correct")), StringComparison.Ordinal);
        await desk.InRoom("chen").PressesAsync("Claim");
        Assert.DoesNotContain("Correct", (await amina.SeesAsync("Chen Wei")).Buttons.Keys);
        Assert.Equal("act.only_while_new", (await more.ChoosesAsync("Category")).Code);
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task What_is_requested_is_filed_as_a_request(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        var amina = desk.As("amina");
        await amina.SaysAsync("request something");
        Assert.Contains("What do you need?", amina.Last.Text, StringComparison.Ordinal);
        await desk.RestartAsync();
        amina = desk.As("amina");
        await amina.SaysAsync("qzx a second monitor");
        foreach (var button in new[] { "Laptop and devices", "Just me", "I can work" })
        {
            await amina.PressesAsync(amina.Last.Buttons.Keys.First(title => title.EndsWith(button, StringComparison.Ordinal)));
        }

        Assert.Contains("Something is needed", amina.Last.Text, StringComparison.Ordinal);
        await amina.PressesAsync("File it");
        Assert.Contains("Something is needed", (await desk.InRoom("chen").SeesAsync("a second monitor")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task Tickets_are_linked_as_what_they_are_to_each_other_and_both_say_so(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        var chen = desk.InRoom("chen");
        await desk.As("amina").FilesAsync("qzx the tray is stuck");
        await desk.As("bruno").FilesAsync("qzx the lamp flickers");
        foreach (var (kind, here, there) in new[]
        {
            ("DuplicateOf", "Duplicate of", "Has a duplicate"), ("FollowUpOf", "Follow-up of", "Followed by"), ("ChildOf", "Part of", "Has as parts"), ("Related", "Related to", "Related to"),
        })
        {
            await (await chen.OpensAsync("Link", on: "the lamp")).SubmitsAsync(new JsonObject { ["other"] = "HD-1001", ["kind"] = kind });
            Assert.Contains($"{here} | HD-1001", (await chen.SeesAsync("the lamp")).Text, StringComparison.Ordinal);
            Assert.Contains($"{there} | HD-1002", (await chen.SeesAsync("the tray")).Text, StringComparison.Ordinal);
        }

        await (await chen.OpensAsync("Link", on: "the tray")).SubmitsAsync(new JsonObject { ["other"] = "HD-1002", ["kind"] = "None" });
        Assert.DoesNotContain("HD-1001", (await chen.SeesAsync("the lamp")).Text, StringComparison.Ordinal);
        var again = await (await chen.OpensAsync("Link", on: "the tray")).SubmitsAsync(new JsonObject { ["other"] = "HD-1002", ["kind"] = "None" });
        Assert.Contains("are not linked", again.Json, StringComparison.Ordinal);
        await UndoTests.HistoryHoldsAsync(desk);
    }

    [Fact]
    public async Task In_German_it_is_all_said_in_German()
    {
        await using var desk = await TestDesk.StartAsync(Database.Sqlite);
        await desk.As("amina").FilesAsync("qzx the tray is stuck");
        var chen = desk.As("chen", "de-DE");
        await chen.SaysAsync("suche status:neu thema:anderes besitzer:niemand");
        await chen.PressesAsync("Öffnen");
        Assert.Contains("innerhalb von 4:00 h Arbeitszeit (P3)", TextIn(await chen.OpensAsync("Warum diese Frist?", more: "Mehr")), StringComparison.Ordinal);
        Assert.Contains("hat es gemeldet", TextIn(await chen.OpensAsync("Verlauf", more: "Mehr")), StringComparison.Ordinal);
        Assert.Contains("Folgt auf", (await chen.OpensAsync("Verknüpfen", more: "Mehr")).Json, StringComparison.Ordinal);
        await chen.SaysAsync("hilfe");
        Assert.Contains("Fürs Team", chen.Last.Text, StringComparison.Ordinal);
        await chen.SaysAsync("suche status:kaputt");
        Assert.Contains("Nimm offen, neu, arbeit", chen.Last.Text, StringComparison.Ordinal);
    }

    private static async Task<string> DueAsync(TestPerson agent) => TextIn(await agent.OpensAsync("Why this due time?"));

    private static string TextIn(Answer form) => CardText.Render(form.Card);

    // Times have a narrow space before AM and PM.
    private static string Tidy(string text) => text.Replace('\u202f', ' ');
}
