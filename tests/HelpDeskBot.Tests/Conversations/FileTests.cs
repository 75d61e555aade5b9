using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using HelpDeskBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HelpDeskBot.Tests.Conversations;

/// <summary>Pictures and other files: where they go, and who may have them.</summary>
public class FileTests
{
    private static readonly byte[] Picture = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3];

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task A_picture_sent_while_reporting_is_on_the_ticket_and_for_its_people_only(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        var amina = desk.As("amina");
        await amina.ReportsAsync("qzx the tray is stuck");
        await amina.SendsFileAsync("tray.png", Picture);
        await amina.PressesAsync("Something else");
        await amina.PressesAsync("Just me");
        await amina.PressesAsync("I can work");
        Assert.Contains("1 file", amina.Last.Text, StringComparison.Ordinal);
        await amina.PressesAsync("File it");

        var chen = desk.InRoom("chen");
        Assert.Contains("tray.png", (await chen.SeesAsync("HD-1001")).Text, StringComparison.Ordinal);
        var id = await desk.ReadAsync(db => db.Attachments.Select(file => file.Id).SingleAsync());
        var response = await chen.GetAsync($"/files/{id.Value:N}");
        Assert.Equal(Picture, await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Equal("attachment", response.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal(HttpStatusCode.NotFound, (await desk.As("bruno").GetAsync($"/files/{id.Value:N}")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await desk.Http.GetAsync($"/files/{id.Value:N}", TestContext.Current.CancellationToken)).StatusCode);
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task A_ticket_holds_a_hundred_megabytes_of_files_and_says_so_and_words_stay(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        var (amina, chen) = (desk.As("amina"), desk.InRoom("chen"));
        await amina.FilesAsync("qzx the tray is stuck");
        await amina.SendsFileAsync("tray.png", Picture);
        await FillAsync(desk);
        await amina.SendsFileAsync("again.png", Picture);
        Assert.Contains("There is no room for more files on HD-1001", amina.Last.Text, StringComparison.Ordinal);
        await amina.SendsFileAsync("third.png", Picture, "it looks like this");
        await amina.SeesAsync("On HD-1001 there is no room for third.png");
        await amina.SeesAsync("Added to HD-1001");
        await chen.SeesAsync("it looks like this");
        Assert.Equal(1, await desk.ReadAsync(db => db.Attachments.CountAsync(row => row.Ticket != null)));

        var refused = await chen.WritesAsync("Reply", new string('x', 16_001)); // it would be cut short
        Assert.Contains("long texts in shorter pieces", refused.Json, StringComparison.Ordinal);
        await chen.WritesAsync("Reply", "Please send a link.");
        await amina.SeesAsync("Please send a link.");
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task A_report_with_too_many_files_is_filed_with_those_that_fit(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        var amina = desk.As("amina");
        await amina.ReportsAsync("qzx the tray is stuck");
        await amina.SendsFileAsync("first.png", Picture);
        await FillAsync(desk);
        await amina.SendsFileAsync("second.png", Picture);
        foreach (var button in new[] { "Something else", "Just me", "I can work", "File it" })
        {
            await amina.PressesAsync(button);
        }

        await amina.SeesAsync("On HD-1001 there is no room for second.png");
        Assert.Contains("first.png", (await desk.InRoom("chen").SeesAsync("HD-1001")).Text, StringComparison.Ordinal);
        Assert.Equal(1, await desk.ReadAsync(db => db.Attachments.CountAsync(row => row.Ticket != null)));
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task Files_for_a_merged_ticket_count_where_it_goes_on(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        var amina = desk.As("amina");
        await amina.FilesAsync("qzx the tray is stuck");
        await amina.SendsFileAsync("tray.png", Picture);
        await FillAsync(desk);
        await desk.As("bruno").FilesAsync("qzx the lamp flickers");
        await (await desk.InRoom("chen").OpensAsync("Merge", on: "the lamp")).SubmitsAsync(new JsonObject { ["other"] = "HD-1001" });
        await desk.As("bruno").SendsFileAsync("lamp.png", Picture);
        Assert.Contains("There is no room for more files on HD-1001", desk.As("bruno").Last.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task A_screenshot_with_words_right_after_filing_goes_there_and_can_be_something_new(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        var amina = desk.As("amina");
        await amina.FilesAsync("qzx the tray is stuck");
        await amina.SendsFileAsync("tray.png", Picture, "qzx this is my screen");
        Assert.Contains("Added to HD-1001", amina.Last.Text, StringComparison.Ordinal);
        Assert.Contains("tray.png", (await desk.InRoom("chen").SeesAsync("P3")).Text, StringComparison.Ordinal);
        await amina.PressesAsync("Something new?");
        foreach (var button in new[] { "Something else", "Just me", "I can work" })
        {
            await amina.PressesAsync(button);
        }

        Assert.Contains("1 file", amina.Last.Text, StringComparison.Ordinal);
        await amina.PressesAsync("File it");
        Assert.Contains("tray.png", (await desk.InRoom("chen").SeesAsync("qzx this is my screen")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("tray.png", (await desk.InRoom("chen").SeesAsync("the tray is stuck")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task Who_filed_for_somebody_pastes_screenshots_too(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        var bruno = desk.As("bruno");
        await bruno.SaysAsync("report for amina");
        await bruno.SaysAsync("qzx the lamp blinks");
        foreach (var button in new[] { "Something else", "Just me", "I can work", "File it" })
        {
            await bruno.PressesAsync(button);
        }

        await bruno.SendsFileAsync("lamp.png", Picture);
        Assert.Contains("Added to HD-1001", bruno.Last.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task The_file_of_a_message_taken_back_is_its_senders_again(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        var amina = desk.As("amina");
        await amina.FilesAsync("qzx the tray is stuck");
        await amina.SendsFileAsync("secret.png", Picture, "oh no");
        var id = await desk.ReadAsync(db => db.Attachments.Select(file => file.Id).SingleAsync());
        Assert.Equal(HttpStatusCode.OK, (await desk.As("chen").GetAsync($"/files/{id.Value:N}")).StatusCode);
        await amina.DeletesAsync("oh no");
        Assert.Equal(HttpStatusCode.NotFound, (await desk.As("chen").GetAsync($"/files/{id.Value:N}")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await amina.GetAsync($"/files/{id.Value:N}")).StatusCode);
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task Pictures_pasted_within_ten_minutes_of_filing_go_to_that_ticket_and_later_are_a_new_report(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        var amina = desk.As("amina");
        var number = await amina.FilesAsync("qzx the tray is stuck");
        await amina.SendsFileAsync("tray.png", Picture);
        Assert.Contains($"Added to {number}", amina.Last.Text, StringComparison.Ordinal);
        Assert.Contains("tray.png", (await desk.InRoom("chen").SeesAsync("P3")).Text, StringComparison.Ordinal);
        await desk.PassesAsync("PT11M");
        await amina.SendsFileAsync("other.png", Picture);
        Assert.Contains("What's wrong?", amina.Last.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task A_file_on_a_note_is_for_agents_only(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        var (amina, chen) = (desk.As("amina"), desk.As("chen"));
        await amina.FilesAsync("qzx the tray is stuck");
        await chen.SendsFileAsync("internal.txt", Encoding.UTF8.GetBytes("for us"));
        var id = await desk.ReadAsync(db => db.Attachments.Select(file => file.Id).SingleAsync());
        Assert.Equal(HttpStatusCode.OK, (await chen.GetAsync($"/files/{id.Value:N}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await amina.GetAsync($"/files/{id.Value:N}")).StatusCode);
    }

    [Theory]
    [InlineData("setup.exe", "a kind of file we don't take")]
    [InlineData("drawing.svg", "a kind of file we don't take")]
    [InlineData("photo.jpg", "not the kind of picture")]
    public async Task A_file_that_is_not_taken_says_why(string name, string why)
    {
        await using var desk = await TestDesk.StartAsync(Database.Sqlite);
        var response = await desk.As("amina").SendsFileAsync(name, Encoding.UTF8.GetBytes("<script>alert(1)</script>"));
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
        Assert.Contains(why, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task Nobody_attaches_what_somebody_else_has_sent(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        var (amina, bruno) = (desk.As("amina"), desk.As("bruno"));
        await amina.SendsFileAsync("payslip.pdf", Picture, "qzx my payslip looks wrong");
        var id = await desk.ReadAsync(db => db.Attachments.Select(file => file.Id).SingleAsync());
        await bruno.ConnectAsync();
        await bruno.Http.PostAsync(
            "/v3/directline/conversations/direct-bruno/activities",
            new StringContent(
                $$"""{"type":"message","text":"qzx mine","attachments":[{"contentType":"application/pdf","contentUrl":"/files/{{id.Value:N}}","name":"payslip.pdf"}]}""",
                Encoding.UTF8, "application/json"),
            TestContext.Current.CancellationToken);
        await bruno.ReadAsync();
        await bruno.PressesAsync("Something else");
        await bruno.PressesAsync("Just me");
        await bruno.PressesAsync("I can work");
        Assert.DoesNotContain("1 file", bruno.Last.Text, StringComparison.Ordinal);
    }

    // As if a hundred files had come before.
    private static Task FillAsync(TestDesk desk) =>
        desk.ReadAsync(db => db.Attachments.ExecuteUpdateAsync(rows => rows.SetProperty(row => row.Size, 100L * 1024 * 1024)));
}
