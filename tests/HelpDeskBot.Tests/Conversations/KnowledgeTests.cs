using System.Net;
using HelpDeskBot.Tests.Support;

namespace HelpDeskBot.Tests.Conversations;

/// <summary>Answers before tickets.</summary>
public class KnowledgeTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task At_most_three_articles_are_offered_and_the_whole_of_one_on_demand(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        var amina = desk.As("amina");
        await amina.SaysAsync("I forgot my password and my account is locked");
        Assert.Contains("help:", amina.Last.Text, StringComparison.Ordinal);
        Assert.InRange(amina.Last.Card!.ToJsonString().Split("suggestion.more.v1").Length - 1, 1, 3);
        await amina.PressesAsync("Show more");
        Assert.Contains("Still stuck?", amina.Last.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task That_solved_it_files_nothing(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        var amina = desk.As("amina");
        await amina.SaysAsync("my vpn token is rejected");
        await amina.PressesAsync("That solved it");
        Assert.Contains("Glad that helped!", amina.Last.Text, StringComparison.Ordinal);
        await amina.SaysAsync("my tickets");
        Assert.Contains("You have no tickets", amina.Last.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task Where_nothing_fits_the_bot_goes_straight_on(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        await desk.As("amina").SaysAsync("qzx the goldfish in the lobby looks sad");
        Assert.Contains("What is it about?", desk.As("amina").Last.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Articles_are_pages_too()
    {
        await using var desk = await TestDesk.StartAsync(Database.Sqlite);
        var list = await desk.Http.GetStringAsync("/kb", Stop);
        var slug = list.Split("/kb/")[1].Split('"')[0];
        Assert.Contains("<article", await desk.Http.GetStringAsync("/kb/" + slug, Stop), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await desk.Http.GetAsync("/kb/no-such", Stop)).StatusCode);
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task A_changed_folder_is_taken_up(Database database)
    {
        var folder = Directory.CreateTempSubdirectory("helpdesk-kb-").FullName;
        await WriteAsync(folder, "quokka", "The quokka dispenser jams", "Shake the quokka gently.");
        await using (var desk = await TestDesk.StartAsync(database, "--HelpDesk:Knowledge=" + folder))
        {
            var amina = desk.As("amina");
            await amina.SaysAsync("the quokka dispenser jams");
            Assert.Contains("Shake the quokka gently.", amina.Last.Text, StringComparison.Ordinal);

            await WriteAsync(folder, "quokka", "The quokka dispenser jams", "Ask facilities.");
            await WriteAsync(folder, "wombat", "The wombat printer squeaks", "Oil the wombat.");
            await File.WriteAllTextAsync(Path.Combine(folder, "broken.md"), "no front matter at all", Stop);
            await desk.ImportsArticlesAsync();
            await amina.SaysAsync("the wombat printer squeaks");
            Assert.Contains("Oil the wombat.", amina.Last.Text, StringComparison.Ordinal);
            await amina.SaysAsync("the quokka dispenser jams");
            Assert.Contains("Ask facilities.", amina.Last.Text, StringComparison.Ordinal);

            File.Delete(Path.Combine(folder, "quokka.md"));
            await desk.ImportsArticlesAsync();
            await amina.SaysAsync("the quokka dispenser jams");
            Assert.DoesNotContain("Ask facilities.", amina.Last.Text, StringComparison.Ordinal);
        }

        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task Articles_for_agents_are_not_offered_to_employees(Database database)
    {
        var folder = Directory.CreateTempSubdirectory("helpdesk-kb-").FullName;
        await WriteAsync(folder, "secret", "Reset the quokka master key", "Use the vault.", audience: "agents");
        await using (var desk = await TestDesk.StartAsync(database, "--HelpDesk:Knowledge=" + folder))
        {
            await desk.As("amina").SaysAsync("reset the quokka master key");
            Assert.DoesNotContain("vault", desk.As("amina").Last.Text, StringComparison.Ordinal);
            await desk.As("chen").SaysAsync("reset the quokka master key");
            Assert.Contains("Use the vault.", desk.As("chen").Last.Text, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.NotFound, (await desk.Http.GetAsync("/kb/secret", Stop)).StatusCode);
        }

        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task An_article_is_found_by_the_names_people_give_it(Database database)
    {
        var folder = Directory.CreateTempSubdirectory("helpdesk-kb-").FullName;
        await WriteAsync(folder, "quokka", "The quokka dispenser jams", "Shake it.", aliases: "[furry box blinks red]");
        await using (var desk = await TestDesk.StartAsync(database, "--HelpDesk:Knowledge=" + folder))
        {
            var amina = desk.As("amina");
            await amina.SaysAsync("the furry box blinks");
            Assert.Contains("The quokka dispenser jams", amina.Last.Text, StringComparison.Ordinal);

            await WriteAsync(folder, "quokka", "The quokka dispenser jams", "Shake it.", aliases: "[QK-0042]");
            await desk.ImportsArticlesAsync();
            await amina.SaysAsync("QK-0042");
            Assert.Contains("The quokka dispenser jams", amina.Last.Text, StringComparison.Ordinal);
        }

        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task An_article_nobody_translated_is_shown_in_English()
    {
        var folder = Directory.CreateTempSubdirectory("helpdesk-kb-").FullName;
        await WriteAsync(folder, "quokka", "The quokka dispenser jams", "Shake the quokka gently.");
        await using (var desk = await TestDesk.StartAsync(Database.Sqlite, "--HelpDesk:Knowledge=" + folder))
        {
            var amina = desk.As("amina", "de");
            await amina.SaysAsync("quokka dispenser");
            Assert.Contains("The quokka dispenser jams", amina.Last.Text, StringComparison.Ordinal);
            Assert.Contains("Ticket öffnen", amina.Last.Buttons.Keys);
        }

        Directory.Delete(folder, recursive: true);
    }

    private static Task WriteAsync(string folder, string slug, string title, string body, string audience = "everyone", string aliases = "[]") =>
        File.WriteAllTextAsync(
            Path.Combine(folder, slug + ".md"),
            $"---\ntitle: {title}\ncategory: other\ntags: [quokka]\naliases: {aliases}\naudience: {audience}\n---\n\n{body}\n",
            Stop);
}
