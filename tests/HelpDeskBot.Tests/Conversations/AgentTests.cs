using System.Text.Json.Nodes;
using HelpDeskBot.Domain.Tickets;
using HelpDeskBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HelpDeskBot.Tests.Conversations;

/// <summary>Work in the agents' channel.</summary>
public class AgentTests
{
    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task Of_claims_at_the_same_moment_one_wins_and_the_others_read_who(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        await desk.As("amina").FilesAsync("qzx the tray is stuck");
        List<TestPerson> agents = [desk.InRoom("chen"), desk.InRoom("dana"), desk.InRoom("elif")];
        var card = await agents[0].SeesAsync("HD-1001");
        foreach (var agent in agents)
        {
            await agent.ReadAsync();
        }

        var responses = await Task.WhenAll(agents.Select(agent => agent.SendPressAsync(card.Id, card.Buttons["Claim"])));
        var answers = await Task.WhenAll(responses.Select(async response =>
            JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!));
        Assert.Single(answers, answer => answer["statusCode"]!.GetValue<int>() == 200);
        var owner = await desk.ReadAsync(db => db.Tickets.Select(ticket => ticket.Owner).SingleAsync());
        var name = await desk.ReadAsync(db => db.People.Where(person => person.Id == owner).Select(person => person.Name).SingleAsync());
        Assert.All(answers.Where(answer => answer["statusCode"]!.GetValue<int>() != 200), answer =>
        {
            Assert.Equal("ticket.taken", answer["value"]!["code"]!.GetValue<string>());
            Assert.Contains($"{name} took HD-1001", answer["value"]!["message"]!.GetValue<string>(), StringComparison.Ordinal);
        });
        Assert.Equal(1, await desk.ReadAsync(db => db.Timeline.CountAsync(entry => entry.Act == Act.Claim)));
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task Every_place_that_shows_a_ticket_shows_it_as_it_is(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        var (amina, chen) = (desk.As("amina"), desk.InRoom("chen"));
        await amina.FilesAsync("qzx the tray is stuck");
        await amina.SaysAsync("HD-1001");
        await chen.PressesAsync("Claim");
        await amina.ReadAsync();
        var cards = amina.Shown.Where(message => message.Buttons.ContainsKey("Withdraw")).ToList();
        Assert.Equal(2, cards.Count);
        Assert.All(cards, card => Assert.Contains("Chen Wei", card.Text, StringComparison.Ordinal));
        Assert.Contains("Chen Wei", (await desk.InRoom("dana").SeesAsync("HD-1001")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task What_was_tried_before_filing_is_on_the_card(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        var (amina, chen) = (desk.As("amina"), desk.InRoom("chen"));
        await amina.SaysAsync("my vpn token is rejected");
        Assert.Contains("Open a ticket", amina.Last.Buttons.Keys);
        await amina.PressesAsync("Open a ticket");
        await amina.PressesAsync("Yes, Network, VPN and Wi-Fi");
        await amina.PressesAsync("Just me");
        await amina.PressesAsync("I can work");
        await amina.PressesAsync("File it");
        Assert.Contains("did not help", (await chen.SeesAsync("HD-1001")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task What_agents_write_under_a_card_stays_among_them_unless_it_begins_with_reply(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        var (amina, chen) = (desk.As("amina"), desk.InRoom("chen"));
        await amina.FilesAsync("qzx the tray is stuck");
        var card = await chen.SeesAsync("HD-1001");
        await chen.SaysAsync("the third one this week", thread: card.Id);
        await chen.SaysAsync("Reply: I am on my way", thread: card.Id);
        await amina.SeesAsync("I am on my way");
        Assert.Equal(0, await amina.CountsAsync("third one this week"));
        await chen.SeesAsync("Sent to the requester");
        var acts = await desk.ReadAsync(db => db.Timeline.OrderBy(entry => entry.Sequence).Select(entry => entry.Act).ToListAsync());
        Assert.Equal([Act.File, Act.Note, Act.Reply], acts);
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task A_reply_to_an_unowned_ticket_claims_it(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        var (amina, chen) = (desk.As("amina"), desk.InRoom("chen"));
        await amina.FilesAsync("qzx the tray is stuck");
        await chen.WritesAsync("Reply", "I am on my way");
        Assert.Contains("Chen Wei", (await chen.SeesAsync("P3")).Text, StringComparison.Ordinal);
        await amina.SeesAsync("I am on my way");
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task A_refused_form_comes_back_with_what_was_typed(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        var (amina, chen) = (desk.As("amina"), desk.InRoom("chen"));
        await amina.FilesAsync("qzx the tray is stuck");
        var form = await chen.PressesAsync("Resolve");
        await desk.InRoom("dana").ResolvesAsync("I oiled it.");
        var refused = await form.SubmitsAsync(new JsonObject { ["reason"] = "Workaround", ["text"] = "Kick it gently." });
        Assert.Contains("Kick it gently.", refused.Json, StringComparison.Ordinal);
        Assert.Contains("resolved already", refused.Json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_reply_is_asked_for_words()
    {
        await using var desk = await TestDesk.StartAsync(Database.Sqlite);
        var (amina, chen) = (desk.As("amina"), desk.InRoom("chen"));
        await amina.FilesAsync("qzx the tray is stuck");
        var refused = await chen.WritesAsync("Reply", "   ");
        Assert.Contains("Please write something first.", refused.Json, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task A_form_sent_twice_is_one_reply(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        var (amina, chen) = (desk.As("amina"), desk.InRoom("chen"));
        await amina.FilesAsync("qzx the tray is stuck");
        var form = await chen.PressesAsync("Reply");
        await form.WritesAsync("I am on my way");
        await form.WritesAsync("I am on my way");
        Assert.Equal(1, await amina.CountsAsync("I am on my way"));
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task A_card_from_before_the_change_is_refused_and_says_what_it_is_now(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        var (amina, chen) = (desk.As("amina"), desk.InRoom("chen"));
        await amina.FilesAsync("qzx the tray is stuck");
        await chen.ResolvesAsync("I oiled it.");
        var before = await amina.SeesAsync("Is it fixed?");
        await amina.SaysAsync("it still squeaks");
        var answer = await amina.PressAsync(before.Id, before.Buttons["Yes, close it"]);
        Assert.NotEqual(200, answer.Status);
        Assert.Contains("being worked on", answer.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task Reopening_gives_it_back_to_work_and_tells_the_requester(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        var (amina, chen) = (desk.As("amina"), desk.InRoom("chen"));
        await amina.FilesAsync("qzx the tray is stuck");
        await chen.ResolvesAsync("I oiled it.");
        await chen.PressesAsync("Reopen");
        await amina.SeesAsync("opened HD-1001 again");
        Assert.Contains("In progress", (await chen.SeesAsync("P3")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ticket.claim.v1", 403)]
    [InlineData("ticket.note.form.v1", 403)]
    [InlineData("ticket.resolve.form.v1", 403)]
    [InlineData("ticket.unheard-of.v1", 400)]
    public async Task The_requester_cannot_do_an_agents_act_by_sending_its_verb(string verb, int status)
    {
        await using var desk = await TestDesk.StartAsync(Database.Sqlite);
        var amina = desk.As("amina");
        var number = await amina.FilesAsync("qzx the tray is stuck");
        var answer = await amina.PressAsync(amina.Last.Id, Press(verb, new JsonObject { ["ticket"] = number }));
        Assert.Equal(status, answer.Status);
        Assert.Equal(1, await desk.ReadAsync(db => db.Timeline.CountAsync()));
    }

    [Theory]
    [InlineData("ticket.claim.v1")]
    [InlineData("ticket.confirm.v1")]
    [InlineData("ticket.withdraw.v1")]
    [InlineData("ticket.comment.form.v1")]
    [InlineData("ticket.text.form.v1")]
    public async Task A_stranger_is_told_that_there_is_no_such_ticket(string verb)
    {
        await using var desk = await TestDesk.StartAsync(Database.Sqlite);
        var amina = desk.As("amina");
        var number = await amina.FilesAsync("qzx the tray is stuck");
        var bruno = desk.As("bruno");
        await bruno.SaysAsync("hi");
        var data = new JsonObject { ["ticket"] = number };
        if (verb == "ticket.text.form.v1")
        {
            data["entry"] = 1;
        }

        var answer = await bruno.PressAsync(bruno.Last.Id, Press(verb, data));
        Assert.Equal("ticket.not_found", answer.Code);
    }

    [Fact]
    public async Task A_press_with_a_field_too_many_is_refused()
    {
        await using var desk = await TestDesk.StartAsync(Database.Sqlite);
        var (amina, chen) = (desk.As("amina"), desk.InRoom("chen"));
        var number = await amina.FilesAsync("qzx the tray is stuck");
        await chen.ReadAsync();
        var answer = await chen.PressAsync(
            chen.Shown[0].Id, Press("ticket.claim.v1", new JsonObject { ["ticket"] = number, ["role"] = "lead" }));
        Assert.Equal("action.data", answer.Code);
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task Leads_hear_of_the_gravest_at_once(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        var amina = desk.As("amina");
        await desk.As("elif").SaysAsync("hi");
        await amina.FilesAsync("qzx everything is down", "Everyone", "I can't work");
        await desk.As("elif").SeesAsync("just filed HD-1001 (P1)");
    }

    [Fact]
    public async Task What_people_chat_in_the_channel_is_left_alone()
    {
        await using var desk = await TestDesk.StartAsync(Database.Sqlite);
        var chen = desk.InRoom("chen");
        await chen.SaysAsync("lunch at noon?");
        Assert.DoesNotContain(chen.Shown, message => message.IsFromBot);
    }

    private static JsonObject Press(string verb, JsonObject data) => new() { ["verb"] = verb, ["data"] = data };
}
