using System.Text;
using HelpDeskBot.Tests.Support;

namespace HelpDeskBot.Tests.Channels;

/// <summary>What cannot be read is refused, in the form that Direct Line gives its errors.</summary>
public class DirectLineRefusalTests(DeskFixture fixture) : IClassFixture<DeskFixture>
{
    private const string Own = DirectLineCalls.Base + "/conversations/direct-amina";
    private static readonly string TooLong = new('x', 251);

    private TestDesk Desk => fixture.Desk;

    [Theory]
    [InlineData("", 400)]
    [InlineData("{", 400)]
    [InlineData("amina", 400)]
    [InlineData("null", 400)]
    [InlineData("[]", 400)]
    [InlineData("7", 400)]
    [InlineData("{}", 400)]
    [InlineData("""{"user":"amina"}""", 400)]
    [InlineData("""{"user":null}""", 400)]
    [InlineData("""{"user":{}}""", 400)]
    [InlineData("""{"user":{"id":""}}""", 400)]
    [InlineData("""{"user":{"id":7}}""", 400)]
    [InlineData("""{"user":{"id":["amina"]}}""", 400)]
    [InlineData("""{"user":{"id":"a\u0000b"}}""", 400)]
    [InlineData("""{"user":{"id":"\ud800"}}""", 400)]
    [InlineData("""{"user":{"id":"amina"},"user":{"id":"farid"}}""", 400)]
    [InlineData("""{"user":{"id":"amina"},"conversationId":7}""", 400)]
    [InlineData("""{"user":{"id":"amina"},"conversationId":"it\u0000support"}""", 400)]
    public async Task A_token_is_not_given_for_what_cannot_be_read(string body, int status)
    {
        using var nobody = new DirectLineCalls(Desk, token: null, "");
        using var response = await nobody.SendAsync("POST", DirectLineCalls.Base + "/tokens/generate", body);
        await DirectLineCalls.AssertRefusedAsync(response, status);
    }

    public static TheoryData<string, string> BadActivities => new()
    {
        { "", "BadSyntax" },
        { "hello", "BadSyntax" },
        { "{", "BadSyntax" },
        { "[]", "BadSyntax" },
        { "7", "BadSyntax" },
        { "\"message\"", "BadSyntax" },
        { "null", "MissingProperty" },
        { "{}", "MissingProperty" },
        { """{"text":"x"}""", "MissingProperty" },
        { """{"type":""}""", "MissingProperty" },
        { """{"type":7}""", "BadSyntax" },
        { """{"type":"message","text":7}""", "BadSyntax" },
        { """{"type":"message","text":{"a":1}}""", "BadSyntax" },
        { """{"type":"message","text":"\ud800"}""", "BadSyntax" },
        { """{"type":"message","text":"x","text":"y"}""", "BadSyntax" },
        { """{"type":"message","from":"amina"}""", "BadSyntax" },
        { """{"type":"message","attachments":{}}""", "BadSyntax" },
        { """{"type":"message","channelData":"x"}""", "BadSyntax" },
        { """{"type":"message","channelData":{"clientActivityID":"1","clientActivityID":"2"}}""", "BadSyntax" },
        { """{"type":"invoke","name":"adaptiveCard/action","value":{"action":{"verb":"a","verb":"b"}}}""", "BadSyntax" },
        { """{"type":"message","timestamp":"yesterday"}""", "BadSyntax" },
        { """{"type":"message","text":"x"} more""", "BadSyntax" },
        { """{"type":"message","conversation":{"id":"direct-bruno"}}""", "BadArgument" },
        { """{"type":"message","conversation":{"id":"it-support;messageid=1"}}""", "BadArgument" },
        { """{"type":"message","conversation":{"id":""}}""", "BadArgument" },
        { """{"type":"message","text":"x","conversation":{"id":"direct-amina;messageid=\u0000"}}""", "BadArgument" },
        { """{"type":"message","text":"x","replyToId":"\u0000"}""", "BadArgument" },
        { """{"type":"message","text":"x","channelData":{"clientActivityID":"\u0000"}}""", "BadArgument" },
        { $$$"""{"type":"message","text":"x","channelData":{"clientActivityID":"{{{TooLong}}}"}}""", "BadArgument" },
        { $$$"""{"type":"message","text":"x","conversation":{"id":"direct-amina;messageid={{{TooLong}}}"}}""", "BadArgument" },
        { $$"""{"type":"message","text":"x","replyToId":"{{TooLong}}"}""", "BadArgument" },
        { "{\"type\":\"message\",\"value\":" + new string('[', 100) + new string(']', 100) + "}", "BadSyntax" },
    };

    [Theory]
    [MemberData(nameof(BadActivities))]
    public async Task What_is_no_activity_of_this_conversation_is_refused(string body, string code)
    {
        using var amina = await DirectLineCalls.GenerateAsync(Desk, "amina");
        using var response = await amina.SendAsync("POST", amina.Path("activities"), body);
        await DirectLineCalls.AssertRefusedAsync(response, 400, code);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data; boundary=x")]
    [InlineData("application/xml")]
    [InlineData("")]
    public async Task JSON_says_that_it_is_JSON(string contentType)
    {
        using var amina = await DirectLineCalls.GenerateAsync(Desk, "amina");
        using var activity = await amina.SendAsync("POST", amina.Path("activities"), """{"type":"message","text":"x"}""", contentType);
        await DirectLineCalls.AssertRefusedAsync(activity, 415);
        using var token = await amina.SendAsync("POST", DirectLineCalls.Base + "/tokens/generate", """{"user":{"id":"amina"}}""", contentType);
        await DirectLineCalls.AssertRefusedAsync(token, 415);
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("x")]
    [InlineData("1.5")]
    [InlineData("0x10")]
    [InlineData("9223372036854775808")]
    [InlineData("1;DROP TABLE")]
    [InlineData("٣")]
    [InlineData("%00")]
    [InlineData("1&watermark=2")]
    public async Task A_watermark_that_is_none_is_refused(string watermark)
    {
        using var amina = await DirectLineCalls.GenerateAsync(Desk, "amina");
        foreach (var path in new[] { amina.Path("activities"), Own })
        {
            using var response = await amina.SendAsync("GET", $"{path}?watermark={watermark}");
            await DirectLineCalls.AssertRefusedAsync(response, 400, "BadArgument");
        }
    }

    [Fact]
    public async Task What_is_too_large_is_refused_with_413()
    {
        using var amina = await DirectLineCalls.GenerateAsync(Desk, "amina");
        var activity = Encoding.UTF8.GetBytes($$"""{"type":"message","text":"{{new string('x', 6 * 1024 * 1024)}}"}""");
        using var tooBig = await amina.SendAsync("POST", amina.Path("activities"), activity, "application/json");
        await DirectLineCalls.AssertRefusedAsync(tooBig, 413, "MessageSizeTooBig");
        using var token = await amina.SendAsync("POST", DirectLineCalls.Base + "/tokens/generate", $$$"""{"user":{"id":"{{{new string('x', 70_000)}}}"}}""");
        await DirectLineCalls.AssertRefusedAsync(token, 413);
    }
}
