using System.Text;
using System.Text.Json.Nodes;
using HelpDeskBot.Tests.Support;
using static HelpDeskBot.Tests.Conversations.DeskStories;

namespace HelpDeskBot.Tests.Conversations;

/// <summary>The desk's settings changed in forms, and taken along as a file.</summary>
public class DeskFormTests
{
    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task A_queue_is_added_and_changed_by_card_with_people_by_name(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        var farid = desk.As("farid");
        await farid.SaysAsync(Menu);
        var form = await (await farid.PressesAsync("Add a queue")).SubmitsAsync(Queue("Facilities", "Nobody Known", "Dana Novak"));
        Assert.Contains("Nobody Known", form.Json, StringComparison.Ordinal); // said, and still in the form
        var preview = await form.SubmitsAsync(Queue("Facilities", "Bruno", "Dana Novak"));
        Assert.Contains("agents: [webchat:bruno]", preview.Json, StringComparison.Ordinal);
        Assert.Equal(1, await VersionAsync(desk));
        await preview.SubmitsAsync([]);
        await desk.InRoom("dana", "facilities").SaysAsync("queue");
        Assert.Contains("No tickets", desk.InRoom("dana", "facilities").Last.Text, StringComparison.Ordinal);

        var change = await (await farid.PressesAsync("Change a queue")).ChoosesAsync("Facilities");
        Assert.Contains("Dana Novak", change.Json, StringComparison.Ordinal);
        preview = await change.SubmitsAsync(Queue("House: and yard", "Bruno", "Dana Novak", "private"));
        Assert.Contains("This would change", preview.Json, StringComparison.Ordinal);
        await preview.SubmitsAsync([]);
        Assert.Equal(3, await VersionAsync(desk));
        Assert.Contains("# What agents answer often", await InForceAsync(desk), StringComparison.Ordinal); // comments stay
    }

    [Fact]
    public async Task Settings_written_as_text_come_back_with_what_is_wrong_and_what_was_typed()
    {
        await using var desk = await TestDesk.StartAsync(Database.Sqlite, "--HelpDesk:DeskFile=" + await SmallFileAsync());
        var farid = desk.As("farid");
        await farid.SaysAsync(Menu);
        var form = await (await farid.PressesAsync("Edit as text")).WritesAsync(Small + "\ncolour: red\n");
        Assert.Contains($"Line {LineOf(Small, "") + 1}: unknown key colour", form.Json, StringComparison.Ordinal);
        Assert.Contains("colour: red", form.Json, StringComparison.Ordinal);
        var preview = await form.WritesAsync(Small.Replace("name: Help", "name: Helpers", StringComparison.Ordinal));
        await preview.SubmitsAsync([]);
        Assert.Equal(2, await VersionAsync(desk));
        Assert.Contains("exactly what is in force", (await (await farid.PressesAsync("Edit as text")).WritesAsync(await InForceAsync(desk))).Json, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task They_are_taken_along_as_a_file_that_can_be_sent_back(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        var farid = desk.As("farid");
        await farid.SaysAsync(Menu);
        await farid.PressesAsync("Export");
        var file = Assert.Single(farid.Last.Files);
        var content = await (await farid.GetAsync(file.Url)).Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        Assert.Equal(await ShippedAsync(), Encoding.UTF8.GetString(content));
        await farid.SendsFileAsync("desk.yaml", content);
        Assert.Contains("exactly what is in force already", farid.Last.Text, StringComparison.Ordinal);
    }

    private static JsonObject Queue(string name, string agents, string leads, string access = "open") => new()
    {
        ["id"] = "facilities",
        ["name"] = name,
        ["language"] = "en",
        ["calendar"] = "office",
        ["access"] = access,
        ["agents"] = agents,
        ["leads"] = leads,
    };
}
