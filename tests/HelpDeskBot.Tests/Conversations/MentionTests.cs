using HelpDeskBot.Tests.Support;

namespace HelpDeskBot.Tests.Conversations;

/// <summary>People mentioned in notes hear of it, if they may read them.</summary>
public class MentionTests
{
    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task A_mentioned_agent_gets_the_note_and_opens_the_ticket_from_it(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        await desk.As("amina").FilesAsync("qzx the lamp blinks");
        await desk.InRoom("chen").WritesAsync("Note", "@Dana can you look at this? @Elif Demir knows the wiring, @chen too.");
        var said = await desk.As("dana").SeesAsync("Chen Wei mentioned you on HD-1001");
        Assert.Contains("can you look at this?", said.Text, StringComparison.Ordinal);
        Assert.Equal(1, await desk.As("elif").CountsAsync("mentioned you"));
        Assert.Equal(0, await desk.As("chen").CountsAsync("mentioned you"));
        await desk.As("dana").PressesAsync("Open");
        Assert.True((await desk.As("dana").SeesAsync("P3")).Buttons.ContainsKey("Claim"));
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task Who_may_not_read_it_hears_nothing_and_the_writer_is_told(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        await desk.As("amina").FilesAsync("qzx the lamp blinks");
        await desk.InRoom("chen").WritesAsync("Note", "@amina sounds annoyed, @Zoltan fixed it last time; mail it@example.org");
        Assert.Equal(0, await desk.As("amina").CountsAsync("annoyed"));
        var told = await desk.As("chen").SeesAsync("On HD-1001 I could not tell");
        Assert.Contains("@amina, @Zoltan:", told.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task A_note_taken_back_leaves_the_mentioned_persons_chat_too(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        await desk.As("amina").FilesAsync("qzx the lamp blinks");
        var chen = desk.InRoom("chen");
        await chen.SaysAsync("@Dana wrong ticket, sorry", thread: (await chen.SeesAsync("P3")).Id);
        Assert.Equal(1, await desk.As("dana").CountsAsync("wrong ticket"));
        await chen.DeletesAsync("wrong ticket");
        Assert.Equal(0, await desk.As("dana").CountsAsync("wrong ticket"));
    }

    [Fact]
    public async Task In_German_it_is_said_in_German()
    {
        await using var desk = await TestDesk.StartAsync(Database.Sqlite);
        await desk.As("dana", "de-DE").SaysAsync("sprache deutsch");
        await desk.As("amina").FilesAsync("qzx the lamp blinks");
        await desk.InRoom("chen").WritesAsync("Note", "@dana?");
        await desk.As("dana").SeesAsync("Chen Wei hat dich bei HD-1001 erwähnt");
    }
}
