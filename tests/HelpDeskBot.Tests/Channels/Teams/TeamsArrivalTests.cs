using System.Text.Json.Nodes;
using HelpDeskBot.Tests.Channels.Contract;
using HelpDeskBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HelpDeskBot.Tests.Channels.Teams;

/// <summary>The bot comes to people and into channels; people come who are served, and who are not.</summary>
public sealed class TeamsArrivalTests : TeamsStory
{
    private const string Lunch = "19:lunch@thread.tacv2";

    public static TheoryData<string> Commands { get; } = [.. PackageCommands("personal")];

    [Fact]
    public async Task Who_installs_it_is_greeted_and_known_by_their_address()
    {
        await Amina.InstallsAsync();
        var greeting = await Amina.LastAsync();
        Assert.Contains("Hello", greeting.Text, StringComparison.Ordinal);
        Assert.Contains("Report a problem", greeting.Buttons);
        Assert.Equal("amina@contoso.com", await Desk.ReadAsync(db => db.Identities.Where(row => row.Account.EndsWith("object-of-amina")).Select(row => row.Email).SingleAsync(Stop)));
    }

    [Fact]
    public async Task Who_installs_it_in_German_is_greeted_in_German()
    {
        var amina = Desk.Person("amina", locale: "de-DE");
        await amina.InstallsAsync();
        Assert.Contains("Problem melden", (await amina.LastAsync()).Buttons);
    }

    [Fact]
    public async Task Taking_it_away_says_nothing()
    {
        await Amina.InstallsAsync();
        await Amina.UninstallsAsync();
        Assert.Single(await Amina.SeenAsync());
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task What_the_app_package_offers_to_say_is_understood(string command)
    {
        await Amina.SaysAsync(command);
        var answer = (await Amina.LastAsync()).Text;
        Assert.DoesNotContain("Open a ticket", answer, StringComparison.Ordinal);
        Assert.DoesNotContain(command, answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Added_to_a_channel_it_asks_whose_it_is_and_only_who_leads_a_queue_may_say()
    {
        Connector.Conversations.AddChannel("19:team2@thread.tacv2", Lunch, "bruno", "elif");
        var (bruno, elif) = (Desk.Person("bruno", "lunch"), Desk.Person("elif", "lunch"));
        await bruno.AddsTheBotAsync();
        Assert.Contains("IT Support", (await bruno.LastAsync()).Buttons);

        Assert.Contains("Only leads of this queue", (await bruno.PressesAsync("IT Support")).Text, StringComparison.Ordinal);
        await elif.PressesAsync("IT Support");
        await Amina.FilesAsync("qzx the tray is stuck");
        await elif.SeesAsync("the tray is stuck");
        Assert.Equal(0, await Chen.CountsAsync("the tray is stuck"));
    }

    [Fact]
    public async Task A_chat_of_several_has_no_threads_and_becomes_no_queues_channel()
    {
        Connector.Conversations.AddGroupChat(Lunch, "bruno", "elif");
        var elif = Desk.Person("elif", "lunch");
        await elif.AddsTheBotAsync();
        await elif.SaysAsync("use this channel");
        var told = (await elif.SeenAsync()).Where(message => message.IsFromBot).ToList();
        Assert.Equal(2, told.Count);
        Assert.All(told, message => Assert.Contains("answer in your own chat", message.Text, StringComparison.Ordinal));
        Assert.All(told, message => Assert.Empty(message.Buttons));
    }

    [Fact]
    public async Task A_guest_is_turned_away_wherever_they_come_from_and_nothing_of_them_is_kept()
    {
        Connector.Conversations.AddPerson("guest").Members[0]["userRole"] = "guest";
        var guest = Desk.Person("guest");
        await guest.InstallsAsync();
        await guest.SaysAsync("canary: the tray is stuck");
        Assert.Equal(2, await guest.ToldAsync("I can only help people of our organisation"));

        var query = new JsonObject { ["commandId"] = "find", ["parameters"] = new JsonArray() };
        foreach (var (operation, value) in new[] { ("composeExtension/query", query), ("composeExtension/fetchTask", ReportOf("canary")), ("task/fetch", new JsonObject()), ("adaptiveCard/action", Press()) })
        {
            Assert.Contains("only help people of our organisation", (await guest.AsksAsync(operation, value)).Body!.ToJsonString(), StringComparison.Ordinal);
        }

        Assert.Equal(0, await Desk.ReadAsync(db => db.Identities.CountAsync(row => row.Account.Contains("guest"), Stop)));
        Assert.Equal(0, await Desk.ReadAsync(db => db.Conversations.CountAsync(row => row.Id.Contains("guest"), Stop)));
        Assert.Equal(0, await Desk.ReadAsync(db => db.Inbox.CountAsync(row => row.Body.Contains("canary"), Stop)));
    }

    [Fact]
    public async Task In_a_channel_that_is_nobodys_only_mentions_are_heard_and_answered_in_a_chat_that_is_opened_for_it()
    {
        Connector.Conversations.AddChannel("19:team2@thread.tacv2", Lunch, "amina", "bruno");
        var bruno = Desk.Person("bruno", "lunch");
        await bruno.SaysUnmentionedAsync("canary: who is hungry?");
        await bruno.EditsUnmentionedAsync("canary", "canary: who is thirsty?");
        Assert.Equal(0, await Desk.ReadAsync(db => db.Inbox.CountAsync(row => row.Body.Contains("canary"), Stop)));

        await bruno.SaysAsync("my tickets");
        await Desk.Person("bruno").SeesAsync("You have no tickets");
        Assert.Empty((await bruno.SeenAsync()).Where(message => message.IsFromBot));
        Assert.Contains(Connector.Requests, request => request is { Method: "POST", Segments: ["conversations"] });
        Assert.Equal(["a:bruno"], await Desk.ReadAsync(db => db.Conversations.Where(row => row.Channel == "msteams" && row.Id.EndsWith("bruno")).Select(row => row.Id).ToListAsync(Stop)));
    }

    [Fact]
    public async Task Where_a_conversation_is_served_from_now_is_where_the_next_message_goes()
    {
        await Amina.FilesAsync("qzx the tray is stuck");
        await Amina.MovesToAsync("https://smba.trafficmanager.net/amer/");
        await Chen.WritesAsync("Reply", "I am on my way");
        var said = Connector.Requests.Last(request => request.Body.Contains("I am on my way", StringComparison.Ordinal) && request.Segments.Contains("a:amina"));
        Assert.Equal("/amer/", said.Base);
    }

    private static JsonObject ReportOf(string text) => new()
    {
        ["commandId"] = "report",
        ["commandContext"] = "message",
        ["messagePayload"] = new JsonObject { ["id"] = "1", ["body"] = new JsonObject { ["contentType"] = "text", ["content"] = text } },
    };

    private static JsonObject Press() => new()
    {
        ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = "ticket.claim.v1", ["data"] = new JsonObject() },
        ["trigger"] = "manual",
    };

    private static IEnumerable<string> PackageCommands(string scope)
    {
        var manifest = JsonNode.Parse(File.ReadAllText(Path.Combine(RepositoryFolder.Root, "manifest", "teams", "manifest.json")))!;
        return from list in manifest["bots"]![0]!["commandLists"]!.AsArray()
               where list!["scopes"]!.AsArray().Any(known => known!.GetValue<string>() == scope)
               from command in list["commands"]!.AsArray()
               select command["title"]!.GetValue<string>();
    }
}
