using HelpDeskBot.Slack.Api;
using HelpDeskBot.Tests.Support.Slack;

namespace HelpDeskBot.Tests.Slack;

/// <summary>Files come and go, and the token goes with none of them to anywhere else.</summary>
public class FileTests
{
    private readonly ManualTime _time = new() { Jumps = TimeSpan.FromSeconds(2) };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_file_is_read_up_to_a_size()
    {
        await using var slack = await FakeSlack.StartAsync(_time);
        using var client = SlackApp.ClientOf(slack, _time);
        var content = new byte[300_000];
        new Random(1).NextBytes(content);
        var file = slack.FileApi.Add("UAMINA", "screen shot.png", content, content.Length);
        var info = (await client.Files.InfoAsync(file.Id, Stop)).Value!;
        Assert.Equal(("screen shot.png", 300_000L), (info.Name, info.Size));

        using var target = new MemoryStream();
        Assert.True((await client.Files.DownloadAsync(info.UrlPrivateDownload, target, 300_000, Stop)).IsOk);
        Assert.Equal(content, target.ToArray());
        using var small = new MemoryStream();
        Assert.Equal((SlackOutcome.Refused, "file_too_large"), Of(await client.Files.DownloadAsync(info.UrlPrivateDownload, small, 299_999, Stop)));
        Assert.True(small.Length < 300_000);
    }

    [Theory]
    [InlineData("https://evil.example/files/F1")]
    [InlineData("https://files.slack.com.evil.example/x")]
    [InlineData("https://files.slack.com@evil.example/x")]
    [InlineData("http://files.slack.com/x")]
    [InlineData("https://files.slack.com:444/x")]
    [InlineData("https://user@files.slack.com/x")]
    [InlineData("//files.slack.com/x")]
    [InlineData("/files/F1")]
    [InlineData("file:///etc/passwd")]
    [InlineData("http://169.254.169.254/latest")]
    [InlineData("")]
    [InlineData(null)]
    public async Task Nothing_is_fetched_from_elsewhere(string? address)
    {
        using var client = new SlackClient(new HelpDeskBot.Slack.SlackOptions { BotToken = "x", AppId = "A1" }, _time, Microsoft.Extensions.Logging.Abstractions.NullLoggerFactory.Instance);
        Assert.Equal((SlackOutcome.Refused, "not_slacks_address"), Of(await client.Files.DownloadAsync(address, Stream.Null, 1000, Stop)));
    }

    [Fact]
    public async Task Redirects_are_not_followed()
    {
        await using var slack = await FakeSlack.StartAsync(_time);
        using var client = SlackApp.ClientOf(slack, _time);
        var moved = slack.FileApi.Add("UAMINA", "moved", content: null, 0);
        Assert.Equal((SlackOutcome.Refused, "http_302"), Of(await client.Files.DownloadAsync(moved.Address.ToString(), Stream.Null, 1000, Stop)));
        Assert.Equal((SlackOutcome.Refused, "http_404"), Of(await client.Files.DownloadAsync(new Uri(slack.Address, "files/F0/x").ToString(), Stream.Null, 1000, Stop)));
    }

    [Theory]
    [InlineData(Fault.None)]
    [InlineData(Fault.AcceptedThenDropped)]
    public async Task A_file_is_shared_in_a_thread(Fault fault)
    {
        await using var slack = await FakeSlack.StartAsync(_time);
        using var client = SlackApp.ClientOf(slack, _time);
        var room = slack.AddChannel("support", "Chen");
        slack.Faults.Next("files.completeUploadExternal", fault);
        using var content = new MemoryStream([1, 2, 3]);
        var shared = await client.Files.UploadAsync(new OutgoingFile(room.Id, "log.txt", 3) { ThreadTs = "1.000000" }, content, Stop);
        Assert.Equal("log.txt", shared.Value!.Name);
        var message = Assert.Single(room.Messages);
        Assert.Equal(("1.000000", "log.txt"), (message.ThreadTs, Assert.Single(message.Files).Name));
        Assert.Equal([1, 2, 3], message.Files[0].Content!);
        Assert.Empty(slack.Leaks);
    }

    [Fact]
    public async Task A_file_that_may_not_be_there_is_unknown()
    {
        await using var slack = await FakeSlack.StartAsync(_time);
        using var client = SlackApp.ClientOf(slack, _time);
        var room = slack.AddChannel("support", "Chen");
        slack.Faults.Next("files.completeUploadExternal", Fault.Dropped);
        using var content = new MemoryStream([1, 2, 3]);
        Assert.Equal(SlackOutcome.Unknown, (await client.Files.UploadAsync(new OutgoingFile(room.Id, "log.txt", 3), content, Stop)).Outcome);
        Assert.Empty(room.Messages);
        slack.Faults.Next("files.getUploadURLExternal", Fault.Unavailable);
        Assert.Equal(SlackOutcome.Later, (await client.Files.UploadAsync(new OutgoingFile(room.Id, "log.txt", 3), content, Stop)).Outcome);
    }

    private static (SlackOutcome Outcome, string Error) Of<T>(SlackResult<T> result)
        where T : class => (result.Outcome, result.Error);
}
