using HelpDeskBot.Tests.Support;

namespace HelpDeskBot.Tests.Conversations;

/// <summary>Which ticket a message belongs to, and what it does there.</summary>
public sealed class CommentTests : IAsyncLifetime
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

    [Fact]
    public async Task A_message_goes_to_the_only_ticket_that_waits_for_it()
    {
        var number = await _amina.FilesAsync("qzx the tray is stuck");
        await _chen.WritesAsync("Ask requester", "Which tray?");
        Assert.Contains("Waiting for your answer", (await _amina.SeesAsync("Waiting")).Text, StringComparison.Ordinal);
        await _amina.SaysAsync("the lower one");
        Assert.Contains($"Added to {number}", _amina.Last.Text, StringComparison.Ordinal);
        await _chen.SeesAsync("the lower one");
        Assert.Contains("In progress", (await _chen.SeesAsync("P3")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Something_new_turns_the_message_into_a_question_of_its_own()
    {
        await _amina.FilesAsync("qzx the tray is stuck");
        await _chen.WritesAsync("Reply", "Turn it off and on.");
        await _amina.SaysAsync("qzx and my chair squeaks");
        await _amina.PressesAsync("Something new?");
        Assert.Contains("What is it about?", _amina.Last.Text, StringComparison.Ordinal);
        Assert.Contains("my chair squeaks", _amina.Last.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task If_several_tickets_expect_an_answer_the_bot_asks_which()
    {
        var first = await _amina.FilesAsync("qzx the tray is stuck");
        var second = await _amina.FilesAsync("qzx the lamp flickers");
        await _chen.WritesAsync("Ask requester", "Which tray?", on: first);
        await _chen.WritesAsync("Ask requester", "Which lamp?", on: second);
        await _amina.SaysAsync("the one near the window");
        Assert.Contains("Which ticket is this about?", _amina.Last.Text, StringComparison.Ordinal);
        await _amina.PressesAsync($"{second} qzx the lamp flickers");
        await _amina.SeesAsync($"Added to {second}");
        await _chen.SeesAsync("the one near the window");
    }

    [Fact]
    public async Task A_day_after_the_last_answer_a_message_is_a_new_question()
    {
        await _amina.FilesAsync("qzx the tray is stuck");
        await _chen.WritesAsync("Reply", "Turn it off and on.");
        await _desk.PassesAsync("PT25H");
        await _amina.SaysAsync("qzx my chair squeaks");
        Assert.Contains("What is it about?", _amina.Last.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Quoting_a_ticket_card_comments_on_it_whatever_else_runs()
    {
        var number = await _amina.FilesAsync("qzx the tray is stuck");
        var card = await _amina.SeesAsync("Withdraw");
        await _amina.ReportsAsync("qzx my chair squeaks");
        await _amina.SaysAsync("it is the lower one", quoting: card.Id);
        Assert.Contains($"Added to {number}", _amina.Last.Text, StringComparison.Ordinal);
        await _chen.SeesAsync("it is the lower one");
    }

    [Theory]
    [InlineData("thanks!")]
    [InlineData("Works now, thank you")]
    [InlineData("👍")]
    public async Task Closing_words_do_not_reopen(string words)
    {
        await _amina.FilesAsync("qzx the tray is stuck");
        await _chen.ResolvesAsync("I oiled it.");
        await _amina.SaysAsync(words);
        Assert.Contains("Resolved", (await _chen.SeesAsync("P3")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Any_other_answer_to_a_resolution_reopens_it()
    {
        await _amina.FilesAsync("qzx the tray is stuck");
        await _chen.ResolvesAsync("I oiled it.");
        await _amina.SaysAsync("thanks, but it still squeaks");
        Assert.Contains("In progress", (await _chen.SeesAsync("P3")).Text, StringComparison.Ordinal);
        await _desk.As("chen").SeesAsync("opened your ticket");
    }

    [Fact]
    public async Task Not_yet_reopens_and_carries_what_is_still_wrong()
    {
        await _amina.FilesAsync("qzx the tray is stuck");
        await _chen.ResolvesAsync("I oiled it.");
        await _amina.WritesAsync("Not yet", "it still squeaks");
        Assert.Contains("Open again", (await _amina.SeesAsync("We are on it")).Text, StringComparison.Ordinal);
        Assert.Contains("In progress", (await _chen.SeesAsync("P3")).Text, StringComparison.Ordinal);
        await _chen.SeesAsync("it still squeaks");
    }

    [Fact]
    public async Task Withdrawing_ends_it_for_everybody()
    {
        var number = await _amina.FilesAsync("qzx the tray is stuck");
        await _chen.PressesAsync("Claim");
        await _amina.PressesAsync("Withdraw");
        Assert.Contains("Withdrawn", (await _chen.SeesAsync("P3")).Text, StringComparison.Ordinal);
        await _desk.As("chen").SeesAsync($"withdrew {number}");
        Assert.DoesNotContain("Claim", _chen.Shown[0].Buttons.Keys);
    }

    [Fact]
    public async Task A_comment_within_the_grace_period_reopens_a_closed_ticket_and_later_is_told_so()
    {
        var number = await _amina.FilesAsync("qzx the tray is stuck");
        await _chen.ResolvesAsync("I oiled it.");
        await _amina.PressesAsync("Yes, close it");
        var card = await _amina.SeesAsync("Closed");
        await _amina.SaysAsync("it is stuck again", quoting: card.Id);
        Assert.Contains("In progress", (await _chen.SeesAsync("P3")).Text, StringComparison.Ordinal);

        await _chen.ResolvesAsync("New tray.");
        await _amina.PressesAsync("Yes, close it");
        await _desk.PassesAsync("P8D");
        await _amina.SaysAsync("it is stuck again", quoting: card.Id);
        Assert.Contains($"{number} was closed more than a week ago", _amina.Last.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task My_tickets_lists_them_and_opens_one()
    {
        await _amina.SaysAsync("my tickets");
        Assert.Contains("You have no tickets", _amina.Last.Text, StringComparison.Ordinal);
        var number = await _amina.FilesAsync("qzx the tray is stuck");
        await _amina.SaysAsync("My tickets");
        Assert.Contains(number, _amina.Last.Text, StringComparison.Ordinal);
        await _amina.PressesAsync("Open");
        Assert.Contains("Withdraw", _amina.Last.Buttons.Keys);
        await _amina.SaysAsync($"status {number}");
        Assert.Contains("the tray is stuck", _amina.Last.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_elses_ticket_does_not_exist_for_me()
    {
        var number = await _amina.FilesAsync("qzx the tray is stuck");
        var bruno = _desk.As("bruno");
        await bruno.SaysAsync(number);
        Assert.Contains($"There is no {number} that you can see", bruno.Last.Text, StringComparison.Ordinal);
        await bruno.SaysAsync("HD-99");
        Assert.Contains("There is no HD-99 that you can see", bruno.Last.Text, StringComparison.Ordinal);
    }
}
