using System.Text.Json.Nodes;
using HelpDeskBot.Domain.Tickets;
using HelpDeskBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HelpDeskBot.Tests.Conversations;

/// <summary>Work in the agents' channel.</summary>
public sealed class AgentTests : IAsyncLifetime
{
    private TestDesk _desk = null!;
    private TestPerson _amina = null!;
    private TestPerson _chen = null!;

    public async ValueTask InitializeAsync()
    {
        _desk = await TestDesk.StartAsync(Database.Sqlite);
        (_amina, _chen) = (_desk.As("amina"), _desk.InRoom("chen"));
    }

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

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

    [Fact]
    public async Task Every_place_that_shows_a_ticket_shows_it_as_it_is()
    {
        await _amina.FilesAsync("qzx the tray is stuck");
        await _amina.SaysAsync("HD-1001");
        await _chen.PressesAsync("Claim");
        await _amina.ReadAsync();
        var cards = _amina.Shown.Where(message => message.Buttons.ContainsKey("Withdraw")).ToList();
        Assert.Equal(2, cards.Count);
        Assert.All(cards, card => Assert.Contains("Chen Wei", card.Text, StringComparison.Ordinal));
        Assert.Contains("Chen Wei", (await _desk.InRoom("dana").SeesAsync("HD-1001")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_tried_before_filing_is_on_the_card()
    {
        await _amina.SaysAsync("my vpn token is rejected");
        Assert.Contains("Open a ticket", _amina.Last.Buttons.Keys);
        await _amina.PressesAsync("Open a ticket");
        await _amina.PressesAsync("Yes, Network, VPN and Wi-Fi");
        await _amina.PressesAsync("Just me");
        await _amina.PressesAsync("I can work");
        await _amina.PressesAsync("File it");
        Assert.Contains("did not help", (await _chen.SeesAsync("HD-1001")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_agents_write_under_a_card_stays_among_them_unless_it_begins_with_reply()
    {
        await _amina.FilesAsync("qzx the tray is stuck");
        var card = await _chen.SeesAsync("HD-1001");
        await _chen.SaysAsync("the third one this week", thread: card.Id);
        await _chen.SaysAsync("Reply: I am on my way", thread: card.Id);
        await _amina.SeesAsync("I am on my way");
        Assert.Equal(0, await _amina.CountsAsync("third one this week"));
        await _chen.SeesAsync("Sent to the requester");
        var acts = await _desk.ReadAsync(db => db.Timeline.OrderBy(entry => entry.Sequence).Select(entry => entry.Act).ToListAsync());
        Assert.Equal([Act.File, Act.Note, Act.Reply], acts);
    }

    [Fact]
    public async Task A_reply_to_an_unowned_ticket_claims_it()
    {
        await _amina.FilesAsync("qzx the tray is stuck");
        await _chen.WritesAsync("Reply", "I am on my way");
        Assert.Contains("Chen Wei", (await _chen.SeesAsync("P3")).Text, StringComparison.Ordinal);
        await _amina.SeesAsync("I am on my way");
    }

    [Fact]
    public async Task A_refused_form_comes_back_with_what_was_typed()
    {
        await _amina.FilesAsync("qzx the tray is stuck");
        var form = await _chen.PressesAsync("Resolve");
        await _desk.InRoom("dana").ResolvesAsync("I oiled it.");
        var refused = await form.SubmitsAsync(new JsonObject { ["reason"] = "Workaround", ["text"] = "Kick it gently." });
        Assert.Contains("Kick it gently.", refused.Json, StringComparison.Ordinal);
        Assert.Contains("resolved already", refused.Json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_reply_is_asked_for_words()
    {
        await _amina.FilesAsync("qzx the tray is stuck");
        var refused = await _chen.WritesAsync("Reply", "   ");
        Assert.Contains("Please write something first.", refused.Json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_sent_twice_is_one_reply()
    {
        await _amina.FilesAsync("qzx the tray is stuck");
        var form = await _chen.PressesAsync("Reply");
        await form.WritesAsync("I am on my way");
        await form.WritesAsync("I am on my way");
        Assert.Equal(1, await _amina.CountsAsync("I am on my way"));
    }

    [Fact]
    public async Task A_card_from_before_the_change_is_refused_and_says_what_it_is_now()
    {
        await _amina.FilesAsync("qzx the tray is stuck");
        await _chen.ResolvesAsync("I oiled it.");
        var before = await _amina.SeesAsync("Is it fixed?");
        await _amina.SaysAsync("it still squeaks");
        var answer = await _amina.PressAsync(before.Id, before.Buttons["Yes, close it"]);
        Assert.NotEqual(200, answer.Status);
        Assert.Contains("being worked on", answer.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reopening_gives_it_back_to_work_and_tells_the_requester()
    {
        await _amina.FilesAsync("qzx the tray is stuck");
        await _chen.ResolvesAsync("I oiled it.");
        await _chen.PressesAsync("Reopen");
        await _amina.SeesAsync("opened HD-1001 again");
        Assert.Contains("In progress", (await _chen.SeesAsync("P3")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ticket.claim.v1", 403)]
    [InlineData("ticket.note.form.v1", 403)]
    [InlineData("ticket.resolve.form.v1", 403)]
    [InlineData("ticket.unheard-of.v1", 400)]
    public async Task The_requester_cannot_do_an_agents_act_by_sending_its_verb(string verb, int status)
    {
        var number = await _amina.FilesAsync("qzx the tray is stuck");
        var answer = await _amina.PressAsync(_amina.Last.Id, Press(verb, new JsonObject { ["ticket"] = number }));
        Assert.Equal(status, answer.Status);
        Assert.Equal(1, await _desk.ReadAsync(db => db.Timeline.CountAsync()));
    }

    [Theory]
    [InlineData("ticket.claim.v1")]
    [InlineData("ticket.confirm.v1")]
    [InlineData("ticket.withdraw.v1")]
    [InlineData("ticket.comment.form.v1")]
    [InlineData("ticket.text.form.v1")]
    public async Task A_stranger_is_told_that_there_is_no_such_ticket(string verb)
    {
        var number = await _amina.FilesAsync("qzx the tray is stuck");
        var bruno = _desk.As("bruno");
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
        var number = await _amina.FilesAsync("qzx the tray is stuck");
        await _chen.ReadAsync();
        var answer = await _chen.PressAsync(
            _chen.Shown[0].Id, Press("ticket.claim.v1", new JsonObject { ["ticket"] = number, ["role"] = "lead" }));
        Assert.Equal("action.data", answer.Code);
    }

    [Fact]
    public async Task Leads_hear_of_the_gravest_at_once()
    {
        await _desk.As("elif").SaysAsync("hi");
        await _amina.FilesAsync("qzx everything is down", "Everyone", "I can't work");
        await _desk.As("elif").SeesAsync("just filed HD-1001 (P1)");
    }

    [Fact]
    public async Task What_people_chat_in_the_channel_is_left_alone()
    {
        await _chen.SaysAsync("lunch at noon?");
        Assert.DoesNotContain(_chen.Shown, message => message.IsFromBot);
    }

    private static JsonObject Press(string verb, JsonObject data) => new() { ["verb"] = verb, ["data"] = data };
}
