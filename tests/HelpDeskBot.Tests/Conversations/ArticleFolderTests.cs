using System.Text.Json.Nodes;
using HelpDeskBot.Tests.Support;
using Microsoft.EntityFrameworkCore;
using static HelpDeskBot.Tests.Conversations.ArticleStories;

namespace HelpDeskBot.Tests.Conversations;

/// <summary>The folder and the chat come to say the same, and what either says is never lost.</summary>
public sealed class ArticleFolderTests : IDisposable
{
    private readonly string _folder = Folder();

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task What_was_written_in_the_chat_stays_when_the_folder_is_read(Database database)
    {
        await WriteAsync(_folder, "zorblax-dark.md", FileOf("Press the round button."));
        await using var desk = await StartWithAsync(database, _folder);
        await desk.As("elif").PublishesAsync("Oil the quokka.", title: "The quokka squeaks");
        await desk.ImportsArticlesAsync();
        await desk.RestartAsync();
        Assert.Contains("Oil the quokka.", await desk.As("amina").AsksAsync("the quokka squeaks"), StringComparison.Ordinal);
        Assert.Contains("Press the round button.", await desk.As("bruno").AsksAsync(), StringComparison.Ordinal);
        Assert.Equal(["Published by folder"], await desk.VersionsAsync());
        Assert.Equal(["Published by elif"], await desk.VersionsAsync("the-quokka-squeaks"));
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task A_file_counts_as_long_as_nobody_changed_the_article_in_the_chat(Database database)
    {
        await WriteAsync(_folder, "zorblax-dark.md", FileOf("Press the round button."));
        await using var desk = await StartWithAsync(database, _folder);
        await WriteAsync(_folder, "zorblax-dark.md", FileOf("Press the square button."));
        await desk.ImportsArticlesAsync();
        Assert.Equal(["Published by folder", "Published by folder"], await desk.VersionsAsync());
        await WriteAsync(_folder, "zorblax-dark.md", FileOf("Press the square button.").ReplaceLineEndings("\r\n"));
        await desk.ImportsArticlesAsync();
        Assert.Equal(2, (await desk.VersionsAsync()).Count);

        File.Delete(Path.Combine(_folder, "zorblax-dark.md"));
        await desk.ImportsArticlesAsync();
        Assert.DoesNotContain("button", await desk.As("amina").AsksAsync(), StringComparison.Ordinal);
        await WriteAsync(_folder, "zorblax-dark.md", FileOf("Press the square button."));
        await desk.ImportsArticlesAsync();
        Assert.Contains("square button", await desk.As("bruno").AsksAsync(), StringComparison.Ordinal);
        Assert.Equal(["Published by folder", "Published by folder", "Retired by folder", "Published by folder"], await desk.VersionsAsync());
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task Where_both_changed_the_chat_s_stays_and_who_decides_is_told_once(Database database)
    {
        await using var desk = await WithConflictAsync(database);
        Assert.Equal("Press the red button.", await desk.PublishedAsync());
        Assert.Equal(["Published by folder", "Published by elif", "Draft by folder"], await desk.VersionsAsync());
        await desk.ImportsArticlesAsync();
        await desk.RestartAsync();
        foreach (var person in new[] { "elif", "farid" })
        {
            var told = await desk.As(person).SeesAsync("The folder and the chat both changed");
            Assert.Contains("- Press the red button.", told.Text.Replace('−', '-').Replace('\u00a0', ' '), StringComparison.Ordinal);
            Assert.Contains("+ Press the square button.", told.Text.Replace('\u00a0', ' '), StringComparison.Ordinal);
            Assert.Equal(1, await desk.As(person).CountsAsync("The folder and the chat both changed"));
            await desk.As(person).SaysAsync("why did I get this");
            Assert.Contains("You look after the articles.", desk.As(person).Last.Text, StringComparison.Ordinal);
        }

        Assert.Equal(0, await desk.As("chen").CountsAsync("The folder and the chat both changed"));
        Assert.Equal(3, (await desk.VersionsAsync()).Count);
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task The_folder_s_can_be_taken_and_who_presses_later_is_told_that_it_is_decided(Database database)
    {
        await using var desk = await WithConflictAsync(database);
        await desk.As("elif").PressesAsync("Take the folder's");
        Assert.Contains("Published as version 4", desk.As("elif").Last.Text, StringComparison.Ordinal);
        Assert.Equal("Press the square button.", await desk.PublishedAsync());
        Assert.Equal("article.decided_already", (await desk.As("farid").PressesAsync("Keep ours")).Code);
        await desk.ImportsArticlesAsync();
        Assert.Equal(4, (await desk.VersionsAsync()).Count);

        // Both say the same now, so the folder counts again.
        await WriteAsync(_folder, "zorblax-dark.md", FileOf("Press any button."));
        await desk.ImportsArticlesAsync();
        Assert.Equal("Press any button.", await desk.PublishedAsync());
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task Ours_can_be_kept_and_the_folder_s_stays_in_the_history(Database database)
    {
        await using var desk = await WithConflictAsync(database);
        await desk.As("farid").PressesAsync("Keep ours");
        Assert.Equal("Press the red button.", await desk.PublishedAsync());
        await desk.As("elif").SaysAsync(Menu);
        await desk.As("elif").PressesAsync("Drafts (0)");
        await desk.ImportsArticlesAsync();
        await desk.RestartAsync();
        Assert.Equal(["Published by folder", "Published by elif", "Draft by folder", "Published by farid"], await desk.VersionsAsync());
        Assert.Equal(1, await desk.As("elif").CountsAsync("The folder and the chat both changed"));

        // What only the folder changes next has to be decided again: it never saw ours.
        await WriteAsync(_folder, "zorblax-dark.md", FileOf("Press the square button twice."));
        await desk.ImportsArticlesAsync();
        Assert.Equal(2, await desk.As("elif").CountsAsync("The folder and the chat both changed"));
        Assert.Equal("Press the red button.", await desk.PublishedAsync());
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task When_the_folder_comes_to_say_what_the_chat_says_nothing_waits_any_more(Database database)
    {
        await using var desk = await WithConflictAsync(database);
        await desk.As("elif").SaysAsync(Menu);
        await desk.As("elif").PressesAsync("Export all");
        await File.WriteAllBytesAsync(Path.Combine(_folder, "zorblax-dark.md"), (await desk.As("elif").UnpacksAsync())["zorblax-dark.md"], TestContext.Current.CancellationToken);
        await desk.ImportsArticlesAsync();
        Assert.Equal("Press the red button.", await desk.PublishedAsync());
        await desk.As("elif").SaysAsync(Menu);
        await desk.As("elif").PressesAsync("Drafts (0)");
        await WriteAsync(_folder, "zorblax-dark.md", FileOf("Press any button."));
        await desk.ImportsArticlesAsync();
        Assert.Equal("Press any button.", await desk.PublishedAsync());
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task Everything_exported_into_the_folder_changes_nothing_and_the_folder_counts_again(Database database)
    {
        await WriteAsync(_folder, "zorblax-dark.md", FileOf("See ![the lamp](lamp.png)"));
        await File.WriteAllBytesAsync(Path.Combine(_folder, "lamp.png"), Picture, TestContext.Current.CancellationToken);
        await using var desk = await StartWithAsync(database, _folder);
        var elif = desk.As("elif");
        await elif.PublishesAsync("Oil the quokka.", title: "The quokka: \"squeaks\", louder & louder");
        await elif.SaysAsync(Menu);
        var found = await (await elif.PressesAsync("Find an article")).SubmitsAsync(new JsonObject { ["words"] = Question });
        await (await (await (await found.ChoosesAsync("The zorblax scanner is dark")).ChoosesAsync("Edit")).SubmitsAsync(Form("See ![the lamp](lamp.png) and press it."))).ChoosesAsync("Publish");
        await elif.SendsArticleAsync(FileOf("Drücke [das](lies.pdf)."), "zorblax-dark.de.md", ("lies.pdf", "%PDF"u8.ToArray()));
        await elif.PressesAsync("Publish");
        var before = await desk.ReadAsync(db => db.ArticleVersions.CountAsync(TestContext.Current.CancellationToken));

        await elif.SaysAsync(Menu);
        await elif.PressesAsync("Export all");
        var files = await elif.UnpacksAsync();
        Assert.Equal(["lamp.png", "lies.pdf", "the-quokka-squeaks-louder-louder.md", "zorblax-dark.de.md", "zorblax-dark.md"], files.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(Picture, files["lamp.png"]);
        foreach (var (name, content) in files)
        {
            await File.WriteAllBytesAsync(Path.Combine(_folder, name), content, TestContext.Current.CancellationToken);
        }

        await desk.ImportsArticlesAsync();
        await desk.RestartAsync();
        Assert.Equal(before, await desk.ReadAsync(db => db.ArticleVersions.CountAsync(TestContext.Current.CancellationToken)));
        Assert.Equal(0, await desk.As("elif").CountsAsync("both changed"));

        await WriteAsync(_folder, "zorblax-dark.md", FileOf("Press any button."));
        await desk.ImportsArticlesAsync();
        Assert.Equal("Press any button.", await desk.ReadAsync(db => db.Articles.Where(article => article.Slug == "zorblax-dark" && article.Language == "en").Select(article => article.Body).SingleAsync(TestContext.Current.CancellationToken)));
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task A_file_that_became_wrong_or_was_deleted_takes_nothing_from_the_chat(Database database)
    {
        await WriteAsync(_folder, "zorblax-dark.md", FileOf("Press the round button."));
        await using var desk = await StartWithAsync(database, _folder);
        await WriteAsync(_folder, "zorblax-dark.md", "---\ntitle: [\n---\nx");
        await desk.ImportsArticlesAsync();
        Assert.Equal("Press the round button.", await desk.PublishedAsync());
        await (await (await (await desk.As("elif").OpensArticleAsync()).ChoosesAsync("Edit")).SubmitsAsync(Form("Press the red button."))).ChoosesAsync("Publish");
        File.Delete(Path.Combine(_folder, "zorblax-dark.md"));
        await desk.ImportsArticlesAsync();
        Assert.Equal("Press the red button.", await desk.PublishedAsync());
        Assert.Equal(["Published by folder", "Published by elif"], await desk.VersionsAsync());
    }

    [Fact]
    public async Task Many_who_read_the_same_folder_at_once_publish_it_once()
    {
        await using var desk = await StartWithAsync(Database.Postgres, _folder);
        await WriteAsync(_folder, "zorblax-dark.md", FileOf("Press the round button."));
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => desk.ImportsArticlesAsync()));
        Assert.Equal(["Published by folder"], await desk.VersionsAsync());
    }

    private async Task<TestDesk> WithConflictAsync(Database database)
    {
        await WriteAsync(_folder, "zorblax-dark.md", FileOf("Press the round button."));
        var desk = await StartWithAsync(database, _folder);
        await desk.As("farid").ConnectAsync();
        await (await (await (await desk.As("elif").OpensArticleAsync()).ChoosesAsync("Edit")).SubmitsAsync(Form("Press the red button."))).ChoosesAsync("Publish");
        await WriteAsync(_folder, "zorblax-dark.md", FileOf("Press the square button."));
        await desk.ImportsArticlesAsync();
        return desk;
    }
}
