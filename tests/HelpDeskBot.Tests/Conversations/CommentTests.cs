using HelpDeskBot.Tests.Support;

namespace HelpDeskBot.Tests.Conversations;

/// <summary>Which ticket a message belongs to, and what it does there.</summary>
public class CommentTests
{
    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task A_message_goes_to_the_only_ticket_that_waits_for_it(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        var (amina, chen) = (desk.As("amina"), desk.InRoom("chen"));
        var number = await amina.FilesAsync("qzx the tray is stuck");
        await chen.WritesAsync("Ask requester", "Which tray?");
        Assert.Contains("Waiting for your answer", (await amina.SeesAsync("Waiting")).Text, StringComparison.Ordinal);
        await amina.SaysAsync("the lower one");
        Assert.Contains($"Added to {number}", amina.Last.Text, StringComparison.Ordinal);
        await chen.SeesAsync("the lower one");
        Assert.Contains("In progress", (await chen.SeesAsync("P3")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task Something_new_turns_the_message_into_a_question_of_its_own(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        var (amina, chen) = (desk.As("amina"), desk.InRoom("chen"));
        await amina.FilesAsync("qzx the tray is stuck");
        await chen.WritesAsync("Reply", "Turn it off and on.");
        await amina.SaysAsync("qzx and my chair squeaks");
        await amina.PressesAsync("Something new?");
        Assert.Contains("What is it about?", amina.Last.Text, StringComparison.Ordinal);
        Assert.Contains("my chair squeaks", amina.Last.Text, StringComparison.Ordinal);
        Assert.Equal(0, await chen.CountsAsync("and my chair squeaks"));
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task Something_new_leaves_the_ticket_as_it_was_before(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        var (amina, chen) = (desk.As("amina"), desk.InRoom("chen"));
        await amina.FilesAsync("qzx the tray is stuck");
        await chen.WritesAsync("Ask requester", "Which tray?");
        await amina.SaysAsync("qzx my chair squeaks");
        Assert.Contains("In progress", (await chen.SeesAsync("P3")).Text, StringComparison.Ordinal);
        await amina.PressesAsync("Something new?");
        Assert.Contains("Waiting for requester", (await chen.SeesAsync("P3")).Text, StringComparison.Ordinal);
        await amina.SaysAsync("cancel");

        await chen.ResolvesAsync("I oiled it.");
        await amina.SaysAsync("qzx my chair squeaks");
        Assert.Contains("In progress", (await chen.SeesAsync("P3")).Text, StringComparison.Ordinal);
        await amina.PressesAsync("Something new?");
        var card = (await chen.SeesAsync("P3")).Text;
        Assert.Contains("Resolved", card, StringComparison.Ordinal);
        Assert.Contains("Solved: I oiled it.", card, StringComparison.Ordinal);
        await UndoTests.HistoryHoldsAsync(desk);
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task Who_filed_for_somebody_answers_for_them_without_naming_the_ticket(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        var bruno = desk.As("bruno");
        await bruno.SaysAsync("report for amina");
        await bruno.SaysAsync("qzx the lamp blinks");
        foreach (var button in new[] { "Something else", "Just me", "I can work", "File it" })
        {
            await bruno.PressesAsync(button);
        }

        await desk.InRoom("chen").WritesAsync("Ask requester", "Which lamp?");
        await bruno.SaysAsync("the one on her desk");
        Assert.Contains("Added to HD-1001", bruno.Last.Text, StringComparison.Ordinal);
        Assert.Contains("In progress", (await desk.InRoom("chen").SeesAsync("P4")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task Who_answers_right_after_silence_closed_it_opens_it_again(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        var (amina, chen) = (desk.As("amina"), desk.InRoom("chen"));
        await amina.FilesAsync("qzx the tray is stuck");
        await chen.ResolvesAsync("I oiled it.");
        await desk.PassesAsync("P3DT1H");
        await amina.SeesAsync("is closed now");
        await amina.SaysAsync("it squeaks again");
        Assert.Contains("Added to HD-1001", amina.Last.Text, StringComparison.Ordinal);
        Assert.Contains("In progress", (await chen.SeesAsync("P3")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task If_several_tickets_expect_an_answer_the_bot_asks_which(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        var (amina, chen) = (desk.As("amina"), desk.InRoom("chen"));
        var first = await amina.FilesAsync("qzx the tray is stuck");
        var second = await amina.FilesAsync("qzx the lamp flickers");
        await chen.WritesAsync("Ask requester", "Which tray?", on: first);
        await chen.WritesAsync("Ask requester", "Which lamp?", on: second);
        await amina.SaysAsync("the one near the window");
        Assert.Contains("Which ticket is this about?", amina.Last.Text, StringComparison.Ordinal);
        await amina.PressesAsync($"{second} qzx the lamp flickers");
        await amina.SeesAsync($"Added to {second}");
        await chen.SeesAsync("the one near the window");
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task A_day_after_the_last_answer_a_message_is_a_new_question(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        var (amina, chen) = (desk.As("amina"), desk.InRoom("chen"));
        await amina.FilesAsync("qzx the tray is stuck");
        await chen.WritesAsync("Reply", "Turn it off and on.");
        await desk.PassesAsync("PT25H");
        await amina.SaysAsync("qzx my chair squeaks");
        Assert.Contains("What is it about?", amina.Last.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task Quoting_a_ticket_card_comments_on_it_whatever_else_runs(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        var (amina, chen) = (desk.As("amina"), desk.InRoom("chen"));
        var number = await amina.FilesAsync("qzx the tray is stuck");
        var card = await amina.SeesAsync("Withdraw");
        await amina.ReportsAsync("qzx my chair squeaks");
        await amina.SaysAsync("it is the lower one", quoting: card.Id);
        Assert.Contains($"Added to {number}", amina.Last.Text, StringComparison.Ordinal);
        await chen.SeesAsync("it is the lower one");
    }

    [Theory]
    [InlineData("thanks!")]
    [InlineData("Works now, thank you")]
    [InlineData("👍")]
    public async Task Closing_words_do_not_reopen(string words)
    {
        await using var desk = await TestDesk.StartAsync(Database.Sqlite);
        var (amina, chen) = (desk.As("amina"), desk.InRoom("chen"));
        await amina.FilesAsync("qzx the tray is stuck");
        await chen.ResolvesAsync("I oiled it.");
        await amina.SaysAsync(words);
        Assert.Contains("Resolved", (await chen.SeesAsync("P3")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task Any_other_answer_to_a_resolution_reopens_it(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        var (amina, chen) = (desk.As("amina"), desk.InRoom("chen"));
        await amina.FilesAsync("qzx the tray is stuck");
        await chen.ResolvesAsync("I oiled it.");
        await amina.SaysAsync("thanks, but it still squeaks");
        Assert.Contains("In progress", (await chen.SeesAsync("P3")).Text, StringComparison.Ordinal);
        await desk.As("chen").SeesAsync("opened your ticket");
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task Not_yet_reopens_and_carries_what_is_still_wrong(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        var (amina, chen) = (desk.As("amina"), desk.InRoom("chen"));
        await amina.FilesAsync("qzx the tray is stuck");
        await chen.ResolvesAsync("I oiled it.");
        await amina.WritesAsync("Not yet", "it still squeaks");
        Assert.Contains("Open again", (await amina.SeesAsync("We are on it")).Text, StringComparison.Ordinal);
        Assert.Contains("In progress", (await chen.SeesAsync("P3")).Text, StringComparison.Ordinal);
        await chen.SeesAsync("it still squeaks");
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task Withdrawing_ends_it_for_everybody(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        var (amina, chen) = (desk.As("amina"), desk.InRoom("chen"));
        var number = await amina.FilesAsync("qzx the tray is stuck");
        await chen.PressesAsync("Claim");
        await amina.PressesAsync("Withdraw");
        Assert.Contains("Withdrawn", (await chen.SeesAsync("P3")).Text, StringComparison.Ordinal);
        await desk.As("chen").SeesAsync($"withdrew {number}");
        Assert.DoesNotContain("Claim", chen.Shown[0].Buttons.Keys);
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task A_comment_within_the_grace_period_reopens_a_closed_ticket_and_later_is_told_so(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        var (amina, chen) = (desk.As("amina"), desk.InRoom("chen"));
        var number = await amina.FilesAsync("qzx the tray is stuck");
        await chen.ResolvesAsync("I oiled it.");
        await amina.PressesAsync("Yes, close it");
        var card = await amina.SeesAsync("Closed");
        await amina.SaysAsync("it is stuck again", quoting: card.Id);
        Assert.Contains("In progress", (await chen.SeesAsync("P3")).Text, StringComparison.Ordinal);

        await chen.ResolvesAsync("New tray.");
        await amina.PressesAsync("Yes, close it");
        await desk.PassesAsync("P8D");
        await amina.SaysAsync("it is stuck again", quoting: card.Id);
        Assert.Contains($"{number} was closed more than a week ago", amina.Last.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task My_tickets_lists_them_and_opens_one(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        var amina = desk.As("amina");
        await amina.SaysAsync("my tickets");
        Assert.Contains("You have no tickets", amina.Last.Text, StringComparison.Ordinal);
        var number = await amina.FilesAsync("qzx the tray is stuck");
        await amina.SaysAsync("My tickets");
        Assert.Contains(number, amina.Last.Text, StringComparison.Ordinal);
        await amina.PressesAsync("Open");
        Assert.Contains("Withdraw", amina.Last.Buttons.Keys);
        await amina.SaysAsync($"status {number}");
        Assert.Contains("the tray is stuck", amina.Last.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task Somebody_elses_ticket_does_not_exist_for_me(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        var amina = desk.As("amina");
        var number = await amina.FilesAsync("qzx the tray is stuck");
        var bruno = desk.As("bruno");
        await bruno.SaysAsync(number);
        Assert.Contains($"There is no {number} that you can see", bruno.Last.Text, StringComparison.Ordinal);
        await bruno.SaysAsync("HD-99");
        Assert.Contains("There is no HD-99 that you can see", bruno.Last.Text, StringComparison.Ordinal);
    }
}
