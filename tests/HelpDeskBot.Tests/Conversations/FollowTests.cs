using System.Text.Json.Nodes;
using HelpDeskBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HelpDeskBot.Tests.Conversations;

/// <summary>People who read along: they hear what is public and how it ends, and change nothing.</summary>
public class FollowTests
{
    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task A_colleague_whom_the_requester_tells_hears_of_answers_and_of_the_end_but_not_of_notes(Database database)
    {
        await using var desk = await FollowedByBrunoAsync(database);
        var bruno = desk.As("bruno");
        await bruno.SeesAsync("Amina Yusuf lets you follow HD-1001 “qzx the lamp blinks”");
        await desk.InRoom("chen").PressesAsync("Claim");
        await desk.InRoom("chen").WritesAsync("Note", "probably the wiring");
        await desk.InRoom("chen").WritesAsync("Reply", "I bring a new bulb.");
        await desk.As("amina").WritesAsync("Answer", "Thank you so much already");
        await desk.InRoom("chen").ResolvesAsync("New bulb.");
        var said = await bruno.SeesAsync("Chen Wei answered HD-1001, which you follow");
        Assert.Contains("I bring a new bulb.", said.Text, StringComparison.Ordinal);
        Assert.Equal(["Stop following"], said.Buttons.Keys);
        await bruno.SeesAsync("HD-1001, which you follow, is solved: New bulb.");
        await desk.As("amina").PressesAsync("Yes, close it");
        await bruno.SeesAsync("HD-1001, which you follow, is closed");
        Assert.Equal(0, await bruno.CountsAsync("wiring"));
        Assert.Equal(0, await bruno.CountsAsync("Thank you so much"));
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task A_follower_sees_the_ticket_stay_current_and_cannot_press_anything_but_stop(Database database)
    {
        await using var desk = await FollowedByBrunoAsync(database);
        var bruno = desk.As("bruno");
        await bruno.SaysAsync("HD-1001");
        Assert.Equal(["Stop following"], bruno.Last.Buttons.Keys);
        Assert.Contains("Amina Yusuf", bruno.Last.Text, StringComparison.Ordinal);
        await desk.InRoom("chen").PressesAsync("Claim");
        var card = await bruno.SeesAsync("In progress");
        await bruno.PressAsync(card.Id, card.Buttons["Stop following"]);
        await bruno.SeesAsync("You no longer follow HD-1001.");
        Assert.Equal(0, await bruno.CountsAsync("In progress"));
        await desk.InRoom("chen").WritesAsync("Reply", "I bring a new bulb.");
        Assert.Equal(0, await bruno.CountsAsync("new bulb"));
        await bruno.SaysAsync("HD-1001");
        Assert.Contains("There is no HD-1001 that you can see.", bruno.Last.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task An_undone_reply_goes_from_the_followers_chat_too(Database database)
    {
        await using var desk = await FollowedByBrunoAsync(database);
        await desk.InRoom("chen").WritesAsync("Reply", "wrong window, sorry");
        Assert.Equal(1, await desk.As("bruno").CountsAsync("wrong window"));
        await desk.InRoom("chen").PressesAsync("Undo");
        Assert.Equal(0, await desk.As("bruno").CountsAsync("wrong window"));
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task Agents_follow_by_a_word_and_the_requester_takes_followers_off(Database database)
    {
        await using var desk = await FollowedByBrunoAsync(database);
        await desk.As("dana").SaysAsync("follow HD-1001");
        Assert.Contains("You follow HD-1001 now.", desk.As("dana").Last.Text, StringComparison.Ordinal);
        await desk.As("dana").SaysAsync("follow HD-1001");
        Assert.Contains("Dana Novak follows HD-1001 already.", desk.As("dana").Last.Text, StringComparison.Ordinal);
        var form = await desk.As("amina").PressesAsync("Tell a colleague");
        await form.SubmitsAsync(new JsonObject { ["remove"] = "bruno" });
        Assert.Equal([["dana"]], (await desk.ReadAsync(db => db.Tickets.Select(ticket => ticket.Followers).ToListAsync())).Select(all => all.Select(one => one.Value)));
        await desk.As("dana").SaysAsync("unfollow HD-1001");
        Assert.Contains("You no longer follow HD-1001.", desk.As("dana").Last.Text, StringComparison.Ordinal);
        await desk.As("farid").SaysAsync("follow HD-1002");
        Assert.Contains("There is no HD-1002", desk.As("farid").Last.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task A_name_that_is_unknown_or_several_peoples_comes_back_with_the_form(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database, "--HelpDesk:People:6:Id=brunhild", "--HelpDesk:People:6:Name=Brunhild Axt");
        await desk.As("amina").FilesAsync("qzx the lamp blinks");
        var form = await desk.As("amina").PressesAsync("Tell a colleague");
        var again = await form.SubmitsAsync(new JsonObject { ["add"] = "Zoltan" });
        Assert.Contains("I know nobody called Zoltan", again.Json, StringComparison.Ordinal);
        again = await again.SubmitsAsync(new JsonObject { ["add"] = "brun" });
        Assert.Contains("Brunhild Axt, Bruno Keller", again.Json, StringComparison.Ordinal);
        again = await again.SubmitsAsync(new JsonObject { ["add"] = "amina" });
        Assert.Contains("hears of HD-1001 anyway", again.Json, StringComparison.Ordinal);
        Assert.Equal(200, (await again.SubmitsAsync(new JsonObject { ["add"] = "bruno" })).Status);
        Assert.Contains("Bruno Keller", (await desk.InRoom("chen").SeesAsync("P3")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task Whose_ticket_was_merged_hears_how_the_other_one_goes_on(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        await desk.As("amina").FilesAsync("qzx the lamp blinks");
        await desk.As("bruno").FilesAsync("qzx the light flickers");
        await (await desk.InRoom("chen").OpensAsync("Merge", on: "the light flickers")).SubmitsAsync(new JsonObject { ["other"] = "HD-1001" });
        await desk.InRoom("chen").WritesAsync("Reply", "I bring a new bulb.", on: "the lamp blinks");
        await desk.As("bruno").SeesAsync("Chen Wei answered HD-1001, which you follow");
    }

    [Fact]
    public async Task In_German_one_reads_along_in_German()
    {
        await using var desk = await FollowedByBrunoAsync(Database.Sqlite);
        var bruno = desk.As("bruno", "de-DE");
        await bruno.SaysAsync("sprache deutsch");
        await desk.InRoom("chen").WritesAsync("Reply", "I bring a new bulb.");
        await bruno.SeesAsync("Chen Wei hat auf HD-1001 geantwortet, das du mitliest");
        await bruno.SaysAsync("entfolgen HD-1001");
        Assert.Contains("Du liest HD-1001 nicht mehr mit.", bruno.Last.Text, StringComparison.Ordinal);
    }

    private static async Task<TestDesk> FollowedByBrunoAsync(Database database)
    {
        var desk = await TestDesk.StartAsync(database);
        await desk.As("amina").FilesAsync("qzx the lamp blinks");
        var form = await desk.As("amina").PressesAsync("Tell a colleague");
        var answer = await form.SubmitsAsync(new JsonObject { ["add"] = "Bruno" });
        Assert.True(answer.Status == 200, answer.Json);
        return desk;
    }
}
