using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;

namespace HelpDeskBot.Tests.Channels;

/// <summary>Files over Direct Line: what is taken, and how the rest is refused.</summary>
public class DirectLineUploadTests(DeskFixture fixture) : IClassFixture<DeskFixture>
{
    private const string Multipart = "multipart/form-data; boundary=x";
    private const string File = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\nContent-Type: text/plain\r\n\r\nabc";
    private const string Activity = "--x\r\nContent-Disposition: form-data; name=\"activity\"\r\nContent-Type: application/vnd.microsoft.activity\r\n\r\n";
    private const string End = "\r\n--x--\r\n";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_file_is_kept_with_its_message_and_handed_back_to_its_owner_only()
    {
        using var amina = await DirectLineCalls.GenerateAsync(fixture.Desk, "amina");
        const string Said = """{"type":"message","text":"look","attachments":[{"contentType":"text/plain","contentUrl":"https://example.com/x","name":"x"}]}""";
        using var response = await amina.SendAsync("POST", amina.Path("upload?userId=farid"), Activity + Said + "\r\n" + File + End, Multipart);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var id = (await response.Content.ReadFromJsonAsync<JsonObject>(Stop))!["id"]!.GetValue<string>();
        var message = (await amina.ReadAsync(watermark: 0)).Single(activity => activity["id"]!.GetValue<string>() == id);
        var file = Assert.Single(message["attachments"]!.AsArray())!;
        Assert.Equal(("look", "amina", "a.txt"), (Text(message, "text"), Text(message["from"]!, "id"), Text(file, "name")));
        Assert.Equal("abc", await amina.Http.GetStringAsync(Text(file, "contentUrl"), Stop));

        using var bruno = await DirectLineCalls.GenerateAsync(fixture.Desk, "bruno");
        using var anothers = await bruno.SendAsync("GET", Text(file, "contentUrl"));
        Assert.Equal(HttpStatusCode.NotFound, anothers.StatusCode);
        using var nobodys = await fixture.Desk.Http.GetAsync(Text(file, "contentUrl"), Stop);
        Assert.Equal(HttpStatusCode.Unauthorized, nobodys.StatusCode);
    }

    [Theory]
    [InlineData("", Multipart, 400)]
    [InlineData("no boundary in here", Multipart, 400)]
    [InlineData(File, Multipart, 400)]
    [InlineData(File + "\r\n--x", Multipart, 400)]
    [InlineData("--x\r\nno header\r\n\r\nabc" + End, Multipart, 400)]
    [InlineData("--x\r\nContent-Disposition: form-da", Multipart, 400)]
    [InlineData(Activity + "{" + End, Multipart, 400)]
    [InlineData(Activity + "{}" + End, Multipart, 400)]
    [InlineData(Activity + """{"type":"message","conversation":{"id":"it-support"}}""" + End, Multipart, 400)]
    [InlineData(File + End, "application/json", 400)]
    [InlineData(File + End, "text/plain", 400)]
    [InlineData(File + End, "", 400)]
    [InlineData(File + End, "multipart/form-data", 400)]
    [InlineData(File + End, "multipart/form-data; boundary=\"\"", 400)]
    [InlineData(File + End, "multipart/form-data; boundary=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", 400)]
    public async Task What_is_no_multipart_body_is_refused(string body, string contentType, int status)
    {
        using var chen = await DirectLineCalls.GenerateAsync(fixture.Desk, "chen");
        using var response = await chen.SendAsync("POST", chen.Path("upload"), body, contentType);
        await DirectLineCalls.AssertRefusedAsync(response, status);
        await fixture.Desk.SettleAsync();
        Assert.Empty(await chen.ReadAsync(watermark: 0));
    }

    [Theory]
    [InlineData("program.exe", "file.type")]
    [InlineData("page.html", "file.type")]
    [InlineData("picture.svg", "file.type")]
    [InlineData("no-ending", "file.type")]
    [InlineData("picture.png", "file.not_what_it_says")]
    public async Task A_file_of_a_kind_nobody_needs_is_refused_with_415(string name, string code)
    {
        using var dana = await DirectLineCalls.GenerateAsync(fixture.Desk, "dana");
        using var response = await dana.SendAsync("POST", dana.Path("upload"), File.Replace("a.txt", name, StringComparison.Ordinal) + End, Multipart);
        await DirectLineCalls.AssertRefusedAsync(response, 415, code);
        await fixture.Desk.SettleAsync();
        Assert.Empty(await dana.ReadAsync(watermark: 0));
    }

    [Fact]
    public async Task Too_much_is_refused_with_413()
    {
        using var elif = await DirectLineCalls.GenerateAsync(fixture.Desk, "elif");
        using var file = await elif.SendAsync("POST", elif.Path("upload"), Filled((25 * 1024 * 1024) + 1), Multipart);
        await DirectLineCalls.AssertRefusedAsync(file, 413, "file.too_large");
        using var files = await elif.SendAsync("POST", elif.Path("upload"), string.Concat(Enumerable.Repeat(File + "\r\n", 11)) + "--x--\r\n", Multipart);
        await DirectLineCalls.AssertRefusedAsync(files, 413, "TooManyFiles");
        using var activity = await elif.SendAsync(
            "POST", elif.Path("upload"), Activity + $$"""{"type":"message","text":"{{new string('x', 6 * 1024 * 1024)}}"}""" + End, Multipart);
        await DirectLineCalls.AssertRefusedAsync(activity, 413, "MessageSizeTooBig");
        Assert.Empty(await elif.ReadAsync(watermark: 0));
    }

    [Fact]
    public async Task A_body_longer_than_any_may_be_is_refused_before_it_is_sent()
    {
        using var farid = await DirectLineCalls.GenerateAsync(fixture.Desk, "farid");
        farid.Http.DefaultRequestHeaders.ExpectContinue = true;
        using var response = await farid.SendAsync("POST", farid.Path("upload"), Filled(27 * 1024 * 1024), Multipart);
        await DirectLineCalls.AssertRefusedAsync(response, 413);
    }

    private static string Text(JsonNode node, string member) => node[member]!.GetValue<string>();

    private static byte[] Filled(int size)
    {
        var (start, end) = (Encoding.ASCII.GetBytes(File), Encoding.ASCII.GetBytes(End));
        var body = new byte[start.Length + size - 3 + end.Length];
        Array.Fill(body, (byte)'x');
        start.CopyTo(body, 0);
        end.CopyTo(body, body.Length - end.Length);
        return body;
    }
}
