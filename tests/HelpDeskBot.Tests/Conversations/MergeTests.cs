using System.Text.Json.Nodes;
using HelpDeskBot.Desk.Tickets;
using HelpDeskBot.Domain.Tickets;
using HelpDeskBot.Tests.Domain.Tickets;
using HelpDeskBot.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDeskBot.Tests.Conversations;

/// <summary>Tickets that belong together: merged into one, or linked; and what was never a request.</summary>
public class MergeTests
{
    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task A_merged_ticket_closes_both_cards_say_so_and_the_requester_is_told(Database database)
    {
        await using var desk = await TwoTicketsAsync(database);
        await SendAsync(desk, "Merge", "HD-1001", on: "the lamp");
        Assert.Equal(1, await desk.As("bruno").CountsAsync("HD-1002 goes on as part of HD-1001."));
        var merged = await CardAsync(desk, "HD-1002");
        Assert.Contains("Closed", merged, StringComparison.Ordinal);
        Assert.Contains("Goes on in", merged, StringComparison.Ordinal);
        Assert.Contains("HD-1001", merged, StringComparison.Ordinal);
        var into = await CardAsync(desk, "HD-1001");
        Assert.Contains("Includes", into, StringComparison.Ordinal);
        Assert.Contains("HD-1002", into, StringComparison.Ordinal);
        Assert.Equal(0, await desk.As("amina").CountsAsync("HD-1002"));
        await IsWhatItsTimelineSaysAsync(desk);
        await desk.PassesAsync("P1D");
        Assert.Equal(0, await desk.As("bruno").CountsAsync("How did it go?"));
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task Later_comments_go_to_where_it_goes_on_through_every_merge(Database database)
    {
        await using var desk = await TwoTicketsAsync(database);
        await desk.As("amina").FilesAsync("qzx the whole room is dark");
        var card = await desk.As("bruno").SeesAsync("HD-1002");
        await SendAsync(desk, "Merge", "1001", on: "the lamp");
        await SendAsync(desk, "Merge", "HD-1003", on: "the tray");
        await desk.As("bruno").SaysAsync("mine blinks too", quoting: card.Id);
        Assert.Contains("Added to HD-1003.", desk.As("bruno").Last.Text, StringComparison.Ordinal);
        await desk.As("bruno").WritesAsync("Add details", "since yesterday");
        Assert.Equal([new TicketId(1003), new TicketId(1003)], await desk.ReadAsync(db =>
            db.Timeline.Where(entry => entry.Act == Act.Comment).Select(entry => entry.Ticket).ToListAsync()));
        Assert.Contains("since yesterday", await CardAsync(desk, "HD-1003"), StringComparison.Ordinal);
        await IsWhatItsTimelineSaysAsync(desk);
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task What_another_person_adds_does_not_answer_the_question_of_the_requester(Database database)
    {
        await using var desk = await TwoTicketsAsync(database);
        var card = await desk.As("bruno").SeesAsync("HD-1002");
        await SendAsync(desk, "Merge", "HD-1001", on: "the lamp");
        await desk.InRoom("chen").WritesAsync("Ask requester", "Which tray?", on: "the tray");
        await desk.As("bruno").SaysAsync("mine too", quoting: card.Id);
        Assert.Contains("Waiting for requester", await CardAsync(desk, "HD-1001"), StringComparison.Ordinal);
        Assert.Equal("act.requester_only", (await desk.As("bruno").PressAsync(card.Id, new JsonObject
        {
            ["verb"] = "ticket.comment.form.v1",
            ["data"] = new JsonObject { ["ticket"] = "HD-1001" },
        })).Code);
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task A_merge_that_cannot_be_comes_back_with_the_number_and_changes_neither(Database database)
    {
        await using var desk = await TwoTicketsAsync(database);
        await desk.InRoom("chen").ResolvesAsync("I oiled it.", on: "the tray");
        var form = await desk.InRoom("chen").OpensAsync("Merge", on: "the lamp");
        var entries = await desk.ReadAsync(db => db.Timeline.CountAsync());
        (string Number, string Wrong)[] refused =
        [
            ("HD-1001", "HD-1001 has ended."), ("HD-1002", "be merged into itself"), ("HD-4711", "There is no HD-4711"),
            ("the other one", "Write the number of a ticket"), ("", "Write the number of a ticket"),
        ];
        foreach (var (number, wrong) in refused)
        {
            var answer = await form.SubmitsAsync(new JsonObject { ["other"] = number });
            Assert.Contains(wrong, answer.Card.ToJsonString(), StringComparison.Ordinal);
            Assert.Contains($"\"value\":\"{number}\"", answer.Card.ToJsonString(), StringComparison.Ordinal);
        }

        Assert.Equal(entries, await desk.ReadAsync(db => db.Timeline.CountAsync()));
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task Two_tickets_merged_into_each_other_at_once_are_merged_once(Database database)
    {
        await using var desk = await TwoTicketsAsync(database);
        var (chen, dana) = (desk.InRoom("chen"), desk.InRoom("dana"));
        var one = await chen.OpensAsync("Merge", on: "the tray");
        var other = await dana.OpensAsync("Merge", on: "the lamp");
        var responses = await Task.WhenAll(
            chen.SendPressAsync("", CardParts.Buttons(one.Card).Values.Single(), new JsonObject { ["other"] = "HD-1002" }),
            dana.SendPressAsync("", CardParts.Buttons(other.Card).Values.Single(), new JsonObject { ["other"] = "HD-1001" }));
        Assert.All(responses, response => Assert.True(response.IsSuccessStatusCode));
        Assert.Equal(1, await desk.ReadAsync(db => db.Tickets.CountAsync(ticket => ticket.Status == Status.Closed)));
        Assert.Equal(1, await desk.ReadAsync(db => db.Timeline.CountAsync(entry => entry.Act == Act.TakeIn)));
        await IsWhatItsTimelineSaysAsync(desk);
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task A_link_shows_on_both_cards_and_is_made_once(Database database)
    {
        await using var desk = await TwoTicketsAsync(database);
        var form = await desk.InRoom("chen").OpensAsync("Link", on: "the lamp");
        await form.SubmitsAsync(new JsonObject { ["other"] = "hd-1001" });
        await form.SubmitsAsync(new JsonObject { ["other"] = "hd-1001" });
        Assert.Contains("Related", await CardAsync(desk, "HD-1001"), StringComparison.Ordinal);
        Assert.Contains("HD-1002", await CardAsync(desk, "HD-1001"), StringComparison.Ordinal);
        Assert.Contains("HD-1001", await CardAsync(desk, "HD-1002"), StringComparison.Ordinal);
        Assert.Equal(2, await desk.ReadAsync(db => db.Timeline.CountAsync(entry => entry.Act == Act.Link)));
        await IsWhatItsTimelineSaysAsync(desk);

        var back = await (await desk.InRoom("dana").OpensAsync("Link", on: "the tray")).SubmitsAsync(new JsonObject { ["other"] = "HD-1002" });
        Assert.Contains("are linked already", back.Json, StringComparison.Ordinal);
        Assert.Equal(0, await desk.As("bruno").CountsAsync("HD-1001"));
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task What_is_not_a_request_closes_and_nobody_is_asked_how_it_went(Database database)
    {
        await using var desk = await TwoTicketsAsync(database);
        var form = await desk.InRoom("chen").OpensAsync("Not a request", on: "the lamp");
        await form.SubmitsAsync([]);
        await form.SubmitsAsync([]);
        Assert.Equal(1, await desk.As("bruno").CountsAsync("there was nothing for us to do"));
        Assert.Contains("Not a request", await CardAsync(desk, "HD-1002"), StringComparison.Ordinal);
        await desk.PassesAsync("P1D");
        Assert.Equal(0, await desk.As("bruno").CountsAsync("How did it go?"));
        Assert.Equal(1, await desk.ReadAsync(db => db.Timeline.CountAsync(entry => entry.Act == Act.NotARequest)));
    }

    // HD-1001 is Amina's, HD-1002 Bruno's.
    private static async Task<TestDesk> TwoTicketsAsync(Database database)
    {
        var desk = await TestDesk.StartAsync(database);
        await desk.As("amina").FilesAsync("qzx the tray is stuck");
        await desk.As("bruno").FilesAsync("qzx the lamp flickers");
        return desk;
    }

    private static async Task SendAsync(TestDesk desk, string act, string number, string on)
    {
        var answer = await (await desk.InRoom("chen").OpensAsync(act, on)).SubmitsAsync(new JsonObject { ["other"] = number });
        Assert.True(answer.Value is JsonValue, answer.Json);
    }

    private static async Task<string> CardAsync(TestDesk desk, string number)
    {
        await desk.InRoom("chen").ReadAsync();
        return desk.InRoom("chen").Shown.First(message => message.Text.StartsWith(number, StringComparison.Ordinal)).Text;
    }

    private static async Task IsWhatItsTimelineSaysAsync(TestDesk desk)
    {
        await using var scope = desk.Services.CreateAsyncScope();
        var records = scope.ServiceProvider.GetRequiredService<TicketRecords>();
        foreach (var ticket in await desk.ReadAsync(db => db.Tickets.AsNoTracking().ToListAsync()))
        {
            var timeline = await records.TimelineAsync(ticket.Id, int.MaxValue, TestContext.Current.CancellationToken);
            Assert.Equal(ticket, Timeline.Replay(timeline), TicketComparer.Same);
        }
    }
}
