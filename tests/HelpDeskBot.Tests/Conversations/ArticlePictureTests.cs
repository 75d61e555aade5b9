using System.Net;
using HelpDeskBot.Tests.Support;
using Microsoft.EntityFrameworkCore;
using static HelpDeskBot.Tests.Conversations.ArticleStories;

namespace HelpDeskBot.Tests.Conversations;

/// <summary>Pictures and other files beside articles: on the page, in the archive, and never as anything but what they are.</summary>
public sealed class ArticlePictureTests : IDisposable
{
    private static readonly byte[] Other = [.. Picture, 0];

    private readonly string _folder = Folder();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task A_picture_sent_with_an_article_is_on_its_page_and_a_line_in_the_chat(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        await desk.As("elif").SendsArticleAsync(
            FileOf("Look:\n\n![The lamp](the%20lamp.png)\n\nRead [the guide](guide.pdf) and [this](https://example.com/x.pdf)."), "zorblax-dark.md",
            ("the lamp.png", Picture), ("guide.pdf", "%PDF-1"u8.ToArray()), ("unused.png", Picture));
        Assert.Contains("Picture on the page: The lamp", desk.As("elif").Last.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await desk.Http.GetAsync("/kb/zorblax-dark/the%20lamp.png", Stop)).StatusCode);
        await desk.As("elif").PressesAsync("Publish");

        var page = await desk.Http.GetStringAsync("/kb/zorblax-dark", Stop);
        Assert.Contains("<img src=\"/kb/zorblax-dark/the%20lamp.png\" alt=\"The lamp\"", page, StringComparison.Ordinal);
        Assert.Contains("<a href=\"/kb/zorblax-dark/guide.pdf\">the guide</a>", page, StringComparison.Ordinal);
        Assert.Contains("<a href=\"https://example.com/x.pdf\">", page, StringComparison.Ordinal);
        var shown = await desk.Http.GetAsync("/kb/zorblax-dark/the%20lamp.png", Stop);
        Assert.Equal(("image/png", null), (shown.Content.Headers.ContentType!.ToString(), shown.Content.Headers.ContentDisposition?.ToString()));
        Assert.Equal("nosniff", shown.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal(Picture, await shown.Content.ReadAsByteArrayAsync(Stop));
        Assert.Equal("attachment", (await desk.Http.GetAsync("/kb/zorblax-dark/guide.pdf", Stop)).Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal(HttpStatusCode.NotFound, (await desk.Http.GetAsync("/kb/zorblax-dark/unused.png", Stop)).StatusCode);

        var amina = desk.As("amina");
        await amina.AsksAsync();
        await amina.PressesAsync("Show more");
        Assert.Contains("[Picture on the page: The lamp](/kb/zorblax-dark)", amina.Last.Text, StringComparison.Ordinal);
        Assert.Contains("[the guide](/kb/zorblax-dark/guide.pdf)", amina.Last.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("\"Image\"", amina.Last.Card!.ToJsonString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task Going_back_brings_the_picture_back_that_was_there(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        var elif = desk.As("elif");
        await elif.SendsArticleAsync(FileOf("![lamp](lamp.png)"), "zorblax-dark.md", ("lamp.png", Picture));
        await elif.PressesAsync("Publish");
        await elif.SendsArticleAsync(FileOf("![lamp](lamp.png)"), "zorblax-dark.md", ("lamp.png", Other));
        await elif.PressesAsync("Publish");
        Assert.Equal(Other, await desk.Http.GetByteArrayAsync("/kb/zorblax-dark/lamp.png", Stop));
        await elif.SendsArticleAsync(FileOf("![Lampe](lamp.png)", title: "Der Zorblax ist dunkel"), "zorblax-dark.de.md"); // the picture is there already
        await elif.PressesAsync("Publish");
        Assert.Equal(Other, await desk.Http.GetByteArrayAsync("/kb/zorblax-dark/lamp.png?language=de", Stop));
        var history = await (await elif.OpensArticleAsync()).ChoosesAsync("History");
        var first = CardParts.Buttons(history.Card).Keys.Single(title => title.StartsWith("Version 1", StringComparison.Ordinal));
        await (await (await history.ChoosesAsync(first)).ChoosesAsync("Go to this version")).ChoosesAsync("Publish");
        Assert.Equal(Picture, await desk.Http.GetByteArrayAsync("/kb/zorblax-dark/lamp.png", Stop));
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task Pictures_of_the_folder_are_taken_up_and_a_changed_one_is_a_change(Database database)
    {
        await WriteAsync(_folder, "zorblax-dark.md", FileOf("![lamp](lamp.png)"));
        await WriteAsync(_folder, "zorblax-dark.de.md", FileOf("![Lampe](lamp.png)", title: "Der Zorblax ist dunkel"));
        await File.WriteAllBytesAsync(Path.Combine(_folder, "lamp.png"), Picture, Stop);
        await using var desk = await StartWithAsync(database, _folder);
        Assert.Equal(Picture, await desk.Http.GetByteArrayAsync("/kb/zorblax-dark/lamp.png", Stop));
        var kept = (await desk.ReadAsync(db => db.Articles.Select(article => article.Files).ToListAsync(Stop))).SelectMany(files => files);
        Assert.Single(kept.Distinct());
        await File.WriteAllBytesAsync(Path.Combine(_folder, "lamp.png"), Other, Stop);
        await desk.ImportsArticlesAsync();
        Assert.Equal(Other, await desk.Http.GetByteArrayAsync("/kb/zorblax-dark/lamp.png?language=de", Stop));
        Assert.Equal(4, (await desk.VersionsAsync()).Count);
        await desk.ImportsArticlesAsync();
        Assert.Equal(4, (await desk.VersionsAsync()).Count);
    }

    [Theory]
    [InlineData("![lamp](lamp.png)")]
    [InlineData("![lamp](../lamp.png)")]
    [InlineData("![lamp](https://example.com/lamp.png)")]
    [InlineData("[read](setup.exe)")]
    [InlineData("[read](other.md)")]
    [InlineData("![lamp](fake.png)")]
    public async Task An_article_of_the_folder_that_names_what_is_not_there_is_left_out(string body)
    {
        await WriteAsync(_folder, "zorblax-dark.md", FileOf(body));
        await WriteAsync(_folder, "fake.png", "<script>alert(1)</script>");
        await WriteAsync(_folder, "setup.exe", "MZ");
        await using var desk = await StartWithAsync(Database.Sqlite, _folder);
        Assert.Empty(await desk.VersionsAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await desk.Http.GetAsync("/kb/zorblax-dark/fake.png", Stop)).StatusCode);
    }

    [Fact]
    public async Task One_name_is_one_file_since_all_lie_side_by_side_in_the_folder()
    {
        await using var desk = await TestDesk.StartAsync(Database.Sqlite);
        var elif = desk.As("elif");
        await elif.SendsArticleAsync(FileOf("![lamp](lamp.png)"), "zorblax-dark.md", ("lamp.png", Picture));
        await elif.PressesAsync("Publish");
        await elif.SendsArticleAsync(FileOf("![lamp](lamp.png)", title: "Zorblax two"), "zorblax-two.md", ("lamp.png", Other));
        Assert.Contains("Line 8: lamp.png is another file beside zorblax-dark; give this one another name", elif.Last.Text, StringComparison.Ordinal);
        await elif.SendsArticleAsync(FileOf("![lamp](lamp.png)", title: "Zorblax two"), "zorblax-two.md", ("lamp.png", Picture));
        await elif.PressesAsync("Publish");
        Assert.Equal(Picture, await desk.Http.GetByteArrayAsync("/kb/zorblax-two/lamp.png", Stop));
    }

    [Fact]
    public async Task Nothing_in_an_article_runs_or_is_nested_beyond_reason()
    {
        await using var desk = await TestDesk.StartAsync(Database.Sqlite);
        var elif = desk.As("elif");
        await elif.SendsArticleAsync(FileOf("<script>window.x=1</script> [a](/kb/x) <javascript:alert(1)> ![x](data:image/png;base64,AAAA)"));
        Assert.Contains("cannot be shown", elif.Last.Text, StringComparison.Ordinal);
        await elif.SendsArticleAsync(FileOf("<script>window.x=1</script> [a](/kb/x) <javascript:alert(1)> <img src=x onerror=alert(1)>"));
        await elif.PressesAsync("Publish");
        var page = await desk.Http.GetStringAsync("/kb/zorblax-dark", Stop);
        Assert.DoesNotContain("<script>window", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<img src=x", page, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"javascript", page, StringComparison.Ordinal);
        await elif.SendsArticleAsync(FileOf(new string('>', 20_000) + " deep"), "zorblax-deep.md");
        Assert.Contains("nested too deeply", elif.Last.Text, StringComparison.Ordinal);
    }
}
