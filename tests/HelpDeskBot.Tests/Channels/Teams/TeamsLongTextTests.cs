using System.Text;
using HelpDeskBot.Channels.Teams;
using HelpDeskBot.Tests.Channels.Contract;
using HelpDeskBot.Tests.Support;

namespace HelpDeskBot.Tests.Channels.Teams;

/// <summary>Everything that is said and pressed with the longest texts leaves in payloads that Teams takes, in every writing.</summary>
public sealed class TeamsLongTextTests : TeamsStory
{
    private static readonly string[] Forms = ["Reply", "Note", "Ask requester", "Resolve", "More"];

    public static TheoryData<string> Writings { get; } = ["ß", "字", "👩‍💻 ", "\"\\\n"];

    [Theory]
    [MemberData(nameof(Writings))]
    public async Task Whatever_people_write_is_sent_small_enough(string writing)
    {
        var text = "qzx " + string.Concat(Enumerable.Repeat(writing, 16_000 / writing.Length));
        await Desk.Person("chen").SaysAsync("help");
        var number = await Amina.FilesAsync(text);
        foreach (var button in Forms)
        {
            await Chen.PressesAsync(button, on: number);
        }

        await Chen.WritesAsync("Reply", text, on: number);
        await Chen.WritesAsync("Note", text, on: number);
        await Chen.WritesAsync("Ask requester", text, on: number);
        await Amina.SaysAsync(text);
        await Amina.EditsAsync("qzx", text + "!");
        await Chen.ResolvesAsync(new string('字', 900));
        await Amina.SaysAsync("my tickets");
        await Amina.SaysAsync($"status {number}");
        await Desk.Person("chen").SaysAsync($"status {number}");
        await Desk.Person("chen").SaysAsync($"history {number}");
        await Desk.Person("chen").SaysAsync("queue");
        await FindsAsync(number);
        AssertSmall();
    }

    [Fact]
    public async Task Full_lists_are_sent_small_enough()
    {
        for (var i = 0; i < 12; i++)
        {
            await Amina.FilesAsync($"qzx {i} " + string.Concat(Enumerable.Repeat("字👩‍💻", 60)));
        }

        var chen = Desk.Person("chen");
        foreach (var said in new[] { "queue", "mine", "find qzx" })
        {
            await chen.SaysAsync(said);
        }

        await Amina.SaysAsync("my tickets");
        await FindsAsync("qzx");
        AssertSmall();
    }

    private async Task FindsAsync(string words)
    {
        var (_, found) = await Desk.Person("chen").AsksAsync("composeExtension/query", TeamsComposeTests.Query(words));
        var cards = found!["composeExtension"]!["attachments"]!.AsArray().Select(result => result!["content"]!).ToList();
        Assert.NotEmpty(cards);
        foreach (var card in cards)
        {
            Assert.True(SizeOf(card.ToJsonString()) <= TeamsPayload.MostBytes);
            await Amina.RefreshesAsync(card);
            await Desk.Person("chen").RefreshesAsync(card);
        }
    }

    private void AssertSmall()
    {
        Assert.All(Connector.Requests, request => Assert.True(SizeOf(request.Body) <= TeamsPayload.MostBytes, $"{request.Method} {SizeOf(request.Body)} bytes"));
        Assert.All(
            Desk.Answers.Where(answer => !answer.Contains("composeExtension", StringComparison.Ordinal)),
            answer => Assert.True(SizeOf(answer) <= TeamsPayload.MostBytes, $"{SizeOf(answer)} bytes"));
    }

    private static int SizeOf(string json) => Encoding.UTF8.GetByteCount(json);
}
