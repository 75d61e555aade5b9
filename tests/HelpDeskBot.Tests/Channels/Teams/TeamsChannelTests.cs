using HelpDeskBot.Domain.Tickets;
using HelpDeskBot.Tests.Channels.Contract;

namespace HelpDeskBot.Tests.Channels.Teams;

/// <summary>A queue's channel: a thread for each ticket, and its card where it stands.</summary>
public sealed class TeamsChannelTests : TeamsStory
{
    [Fact]
    public async Task Each_ticket_is_a_thread_of_its_own_whose_card_stays_where_it_is()
    {
        var (first, second) = (await Amina.FilesAsync("qzx the tray is stuck"), await Amina.FilesAsync("qzx the lamp flickers"));
        var card = await Chen.FindAsync($"{first} · P3");
        await Chen.WritesAsync("Note", "third one this week", on: first);
        await Chen.PressesAsync("Claim", on: first);

        Assert.Equal(card.Id, (await Chen.FindAsync("third one this week")).Root);
        Assert.Null((await Chen.FindAsync($"{second} · P3")).Root);
        var after = Assert.Single(await Chen.SeenAsync(), message => message.Text.Contains($"{first} · P3", StringComparison.Ordinal));
        Assert.Equal(card.Id, after.Id);
        Assert.Contains("Chen Wei", after.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_message_has_both_words_and_a_card_and_no_card_there_asks_to_be_refreshed()
    {
        await Amina.FilesAsync("qzx the tray is stuck");
        await Chen.WritesAsync("Reply", "I am on my way");
        Assert.NotEmpty(Connector.Conversations.Ledger);
        Assert.All(Connector.Conversations.Ledger, shown =>
        {
            Assert.False(shown.Activity?["text"] is not null && shown.Activity["attachments"] is not null);
            Assert.DoesNotContain("\"refresh\"", shown.Activity?.ToJsonString() ?? "", StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task Where_the_app_may_read_everything_agents_write_under_a_card_without_a_mention()
    {
        await Amina.FilesAsync("qzx the tray is stuck");
        await Chen.WritesUnmentionedUnderAsync("P3", "third one this week");
        await Chen.WritesUnmentionedUnderAsync("P3", "reply: I am on my way");
        await Chen.SaysUnmentionedAsync("who is hungry?");

        await Amina.SeesAsync("I am on my way");
        Assert.Equal((1, 1), (await CountAsync(Act.Note), await CountAsync(Act.Reply)));
        Assert.Equal(0, await Amina.CountsAsync("third one"));
        Assert.Equal(0, await Amina.CountsAsync("hungry"));
    }

    [Fact]
    public async Task An_edit_that_mentions_the_bot_for_the_first_time_is_heard()
    {
        Connector.Conversations.AddChannel("19:team2@thread.tacv2", TeamsDriver.ChannelOf("lunch"), "bruno");
        var bruno = Desk.Person("bruno", "lunch");
        await bruno.SaysUnmentionedAsync("my tickets");
        await bruno.EditsAsync("my tickets", "my tickets");
        await Desk.Person("bruno").SeesAsync("You have no tickets");
    }
}
