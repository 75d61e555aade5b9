using System.Text.Json.Nodes;
using HelpDeskBot.Domain.People;
using HelpDeskBot.Tests.Support;
using Microsoft.EntityFrameworkCore;
using static HelpDeskBot.Tests.Conversations.ArticleStories;

namespace HelpDeskBot.Tests.Conversations;

/// <summary>A solved ticket becomes an article: an agent drafts it, without what tells who it was about, and a lead publishes it.</summary>
public class ArticleTicketTests
{
    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task An_agent_drafts_what_a_ticket_taught_and_a_lead_publishes_it(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        await SolvedAsync(desk);
        var form = await desk.InRoom("chen").PressesAsync("Draft an article");
        Assert.Contains("Please read it, fill in why it happened", form.Text, StringComparison.Ordinal);
        Assert.Contains("## What you see", form.Text, StringComparison.Ordinal);
        Assert.Contains("qzx the zorblax scanner of […] is dark, write to […] or call […]", form.Text, StringComparison.Ordinal);
        Assert.Contains("1. Hi […], please press the round button on […].", form.Text, StringComparison.Ordinal);
        Assert.Contains("2. I replaced the lamp of […], see […].", form.Text, StringComparison.Ordinal);
        foreach (var personal in new[] { "Amina", "amina@", "4711", "LAPTOP", "Chen", "HD-1001" })
        {
            Assert.DoesNotContain(personal, form.Text, StringComparison.Ordinal);
        }

        var preview = await form.SubmitsAsync(Form("## Why\n\nThe lamp is old.\n\n## Try this\n\nPress the round button."));
        Assert.DoesNotContain("Publish", CardParts.Buttons(preview.Card).Keys);
        Assert.Contains("Handed in.", (await preview.ChoosesAsync("Hand in")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("round button", await desk.As("bruno").AsksAsync(), StringComparison.Ordinal);

        var elif = desk.As("elif");
        await elif.SeesAsync("Chen Wei drafted an article from HD-1001. It waits for you.");
        var draft = await elif.PressesAsync("Open the article");
        Assert.Contains("From HD-1001", draft.Text, StringComparison.Ordinal);
        await draft.ChoosesAsync("Publish");
        Assert.Contains("Press the round button.", await desk.As("dana").AsksAsync(), StringComparison.Ordinal);
        Assert.Equal(["Draft by chen", "Published by elif"], await desk.VersionsAsync("the-zorblax-scanner-is-dark"));
        var stored = await desk.ReadAsync(db => db.Articles.SingleAsync(article => article.Slug == "the-zorblax-scanner-is-dark", TestContext.Current.CancellationToken));
        Assert.Equal("HD-1001", stored.Ticket.ToString());
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task Whoever_does_not_want_to_be_told_of_drafts_finds_them_in_the_list(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        var elif = desk.As("elif");
        await elif.SaysAsync("notifications");
        await elif.FillsInAsync("Save", new JsonObject
        {
            ["answer"] = nameof(Pace.Now),
            ["progress"] = nameof(Pace.Now),
            ["following"] = nameof(Pace.Now),
            ["work"] = nameof(Pace.Now),
            ["reminder"] = nameof(Pace.Now),
            ["survey"] = nameof(Pace.Now),
            ["article"] = nameof(Pace.Off),
        });
        await SolvedAsync(desk);
        await (await (await desk.InRoom("chen").PressesAsync("Draft an article")).SubmitsAsync(Form("Press the round button."))).ChoosesAsync("Hand in");
        Assert.Equal(0, await elif.CountsAsync("drafted an article"));
        await elif.SaysAsync(Menu);
        Assert.Contains("The zorblax scanner is dark · Chen Wei", (await elif.PressesAsync("Drafts (1)")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task A_draft_half_written_is_there_when_the_agent_comes_back(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        await SolvedAsync(desk);
        await (await desk.InRoom("chen").OpensAsync("Draft an article")).SubmitsAsync(Form("Half of it.", title: ""));
        await desk.RestartAsync();
        var again = await desk.InRoom("chen").PressesAsync("Draft an article");
        Assert.Contains("You left this unfinished", again.Text, StringComparison.Ordinal);
        Assert.Contains("Half of it.", again.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Half of it.", (await desk.InRoom("dana").PressesAsync("Draft an article")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task A_draft_can_be_decided_against(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        await SolvedAsync(desk);
        await (await (await desk.InRoom("chen").PressesAsync("Draft an article")).SubmitsAsync(Form("Press the round button."))).ChoosesAsync("Hand in");
        await (await desk.As("elif").PressesAsync("Open the article")).ChoosesAsync("Discard the draft");
        await desk.As("farid").SaysAsync(Menu);
        await desk.As("farid").PressesAsync("Drafts (0)");
        Assert.Equal(["Draft by chen", "Retired by elif"], await desk.VersionsAsync("the-zorblax-scanner-is-dark"));
    }

    [Fact]
    public async Task An_agent_drafts_new_articles_only_and_sees_none_that_are_not_for_them()
    {
        await using var desk = await TestDesk.StartAsync(Database.Sqlite, "--HelpDesk:DeskFile=" + await DeskFiles.WithPeopleTeamAsync());
        await desk.As("elif").PublishesAsync("The secret is 42.", audience: "people");
        await SolvedAsync(desk);
        var form = Form("Mine.");
        (form["edit"], form["base"], form["ticket"], form["article"]) = (Guid.NewGuid(), 1, "HD-1001", "the-zorblax-scanner-is-dark");
        var chen = desk.As("chen");
        await chen.SaysAsync("help");
        var answer = await chen.PressAsync(chen.Last.Id, new JsonObject { ["verb"] = "article.preview.v1", ["data"] = form });
        Assert.Equal("article.not_editor", answer.Code);
        Assert.DoesNotContain("secret", answer.Json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_private_ticket_taught_is_for_its_own_people_unless_they_decide_otherwise()
    {
        await using var desk = await TestDesk.StartAsync(Database.Sqlite, "--HelpDesk:DeskFile=" + await DeskFiles.WithPeopleTeamAsync());
        await desk.As("amina").FilesAsync("qzx my payslip is dark", category: "Yes, Pay and payroll");
        await desk.InRoom("bruno", "people").ResolvesAsync("I printed it again.");
        var form = await desk.InRoom("bruno", "people").PressesAsync("Draft an article");
        Assert.Contains("The ticket is in a private queue", form.Text, StringComparison.Ordinal);
        Assert.Contains("\"value\":\"people\"", form.Json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_German_requester_s_ticket_becomes_a_German_article()
    {
        await using var desk = await TestDesk.StartAsync(Database.Sqlite);
        var amina = desk.As("amina", "de-DE");
        await amina.SaysAsync("qzx der zorblax quietscht");
        await amina.PressesAsync("Etwas anderes");
        await amina.PressesAsync("Nur ich");
        await amina.PressesAsync("Ich kann arbeiten");
        await amina.PressesAsync("Melden");
        await desk.InRoom("chen").ResolvesAsync("Lampe getauscht.");
        var form = await desk.InRoom("chen").PressesAsync("Draft an article");
        Assert.Contains("## Was du siehst", form.Text, StringComparison.Ordinal);
        Assert.Contains("\"id\":\"language\"", form.Json, StringComparison.Ordinal);
        Assert.Contains("\"value\":\"de\"", form.Json, StringComparison.Ordinal);
    }

    private static async Task SolvedAsync(TestDesk desk)
    {
        await desk.As("amina").FilesAsync("qzx the zorblax scanner of Amina is dark, write to amina@example.com or call +49 89 4711 0815");
        var chen = desk.InRoom("chen");
        await chen.WritesAsync("Reply", "Hi Amina, please press the round button on LAPTOP-4711AB.");
        await chen.WritesAsync("Note", "She is impatient.");
        await chen.ResolvesAsync("I replaced the lamp of Chen Wei, see HD-1001.");
    }
}
