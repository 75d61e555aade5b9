using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using HelpDeskBot.Domain.People;
using HelpDeskBot.Domain.Tickets;
using HelpDeskBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HelpDeskBot.Tests.Authorisation;

/// <summary>What is pressed or typed that is not about one ticket: the tables <c>verbs.tsv</c> and <c>typed.tsv</c> through the real program.</summary>
public sealed class OtherVerbTests(RoleDesk roles) : IClassFixture<RoleDesk>
{
    private static readonly string[] Questions = ["What is it about?", "[Open a ticket]"];
    private static readonly string[] Roles = ["employee", "agent", "lead", "admin"];

    public static TheoryData<string> Verbs => [.. Rows.Select(row => row.Verb)];

    public static TheoryData<string> Typed => [.. Lines("typed.tsv").Select(line => line[0])];

    internal static IReadOnlyList<(string Verb, string Data, string[] Expected)> Rows { get; } =
        [.. Lines("verbs.tsv").Select(line => (line[0], line[1], line[2..]))];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Verbs))]
    public async Task A_button_does_for_everybody_exactly_what_the_table_says(string verb)
    {
        var (_, data, expected) = Rows.Single(row => row.Verb == verb);
        await roles.TicketAsync(isPrivate: false, Status.New, "Read");
        foreach (var (role, code) in Roles.Zip(expected))
        {
            var person = roles.Desk.As(role);
            await person.SaysAsync("cancel");
            var answer = await person.PressAsync(person.Last.Id, new JsonObject { ["verb"] = verb, ["data"] = JsonNode.Parse(await FilledAsync(data)) });
            Assert.True((answer.Code ?? "ok") == code, $"{verb} by {role}: {answer.Json}");
        }
    }

    [Theory]
    [MemberData(nameof(Typed))]
    public async Task A_command_is_answered_as_the_table_says(string typed)
    {
        var expected = Lines("typed.tsv").Single(line => line[0] == typed)[1..];
        await roles.TicketAsync(isPrivate: false, Status.New, "Read");
        foreach (var (role, part) in Roles.Zip(expected))
        {
            var person = roles.Desk.As(role);
            await person.SaysAsync("cancel");
            if (typed == "back" && role is "agent" or "lead")
            {
                await person.SaysAsync("away");
            }

            await person.SaysAsync(typed);
            var isRight = part == "?" ? Questions.Any(question => person.Last.Text.Contains(question, StringComparison.Ordinal)) : person.Last.Text.Contains(part, StringComparison.Ordinal);
            Assert.True(isRight, $"{typed} by {role}: {person.Last.Text}");
        }
    }

    [Fact]
    public async Task Who_is_no_member_cannot_write_in_a_room_with_any_token()
    {
        foreach (var outsider in new[] { "requester", "employee", "agent-elsewhere", "lead-elsewhere", "admin", "follower" })
        {
            var person = roles.Desk.As(outsider);
            await person.ConnectAsync();
            foreach (var room in new[] { "open", "private" })
            {
                var token = await roles.Desk.Http.PostAsJsonAsync("/v3/directline/tokens/generate", new { user = new { id = outsider }, conversationId = room }, Stop);
                Assert.Equal(HttpStatusCode.Forbidden, token.StatusCode);
                var said = await person.Http.PostAsJsonAsync($"/v3/directline/conversations/{room}/activities", new { type = "message", text = "reply: hello" }, Stop);
                Assert.Equal(HttpStatusCode.Forbidden, said.StatusCode);
            }
        }
    }

    private static IEnumerable<string[]> Lines(string file) =>
        File.ReadAllLines(Path.Combine(RepositoryFolder.Root, "tests", "HelpDeskBot.Tests", "Authorisation", file))
            .Where(line => !line.StartsWith('#'))
            .Skip(1)
            .Select(line => line.Split('\t'));

    private async Task<string> FilledAsync(string data)
    {
        var requester = roles.Desk.As("requester");
        if (requester.Shown.Count == 0)
        {
            await requester.SaysAsync("my vpn token is rejected");
            await requester.SaysAsync("report a problem");
            await roles.Desk.As("admin").SendsFileAsync("desk.yaml", await SettingsAsync());
        }

        var (suggestion, file) = await roles.Desk.ReadAsync(async db =>
            (await db.Suggestions.Where(row => row.Person == new PersonId("requester")).Select(row => row.Id).FirstAsync(Stop), await db.Attachments.Select(row => row.Id).FirstAsync(Stop)));
        var draft = JsonNode.Parse(await roles.Desk.ReadAsync(db => db.Drafts.Where(row => row.Person == new PersonId("requester")).Select(row => row.Body).SingleAsync(Stop)))!;
        return data.Replace("{suggestion}", suggestion.ToString(), StringComparison.Ordinal)
            .Replace("{draft}", draft["id"]!.GetValue<string>(), StringComparison.Ordinal)
            .Replace("{message}", requester.Shown.First(message => !message.IsFromBot).Id, StringComparison.Ordinal)
            .Replace("{file}", file.Value.ToString(), StringComparison.Ordinal)
            .Replace("{nonce}", Guid.NewGuid().ToString(), StringComparison.Ordinal);
    }

    // What is in force, with another name.
    private async Task<byte[]> SettingsAsync()
    {
        var yaml = await roles.Desk.ReadAsync(db => db.DeskSettings.OrderBy(row => row.Version).Select(row => row.Yaml).FirstAsync(Stop));
        return System.Text.Encoding.UTF8.GetBytes(yaml.Replace("Open queue", "The open queue", StringComparison.Ordinal));
    }
}
