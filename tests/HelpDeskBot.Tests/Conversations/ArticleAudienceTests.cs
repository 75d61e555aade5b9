using System.Net;
using HelpDeskBot.Desk.Settings;
using HelpDeskBot.Desk.Texts;
using HelpDeskBot.Tests.Support;
using static HelpDeskBot.Tests.Conversations.ArticleStories;

namespace HelpDeskBot.Tests.Conversations;

/// <summary>An article is read by those it is for: in answers, pages, lists, what is related, and files. To others it does not exist.</summary>
public sealed class ArticleAudienceTests : IDisposable
{
    private const string Secret = "The vault is behind the quokka.";

    private readonly string _folder = Folder();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    // Amina is field staff, Bruno and Dana work in the private queue "people", Elif and Farid edit everything.
    [Theory]
    [InlineData(Database.Sqlite, "everyone", "amina bruno chen dana elif farid nobody")]
    [InlineData(Database.Postgres, "everyone", "amina bruno chen dana elif farid nobody")]
    [InlineData(Database.Sqlite, "agents", "bruno chen dana elif farid")]
    [InlineData(Database.Sqlite, "field-staff", "amina dana elif farid")]
    [InlineData(Database.Postgres, "field-staff", "amina dana elif farid")]
    [InlineData(Database.Sqlite, "[people, field-staff]", "amina bruno dana elif farid")]
    [InlineData(Database.Postgres, "people", "bruno dana elif farid")]
    public async Task Everybody_reads_what_is_for_them_and_nothing_else(Database database, string audience, string readers)
    {
        await WriteAsync(_folder, "zorblax-dark.md", FileOf($"{Secret}\n\n![The vault](vault.png)", audience: audience));
        await WriteAsync(_folder, "zorblax-loud.md", FileOf("Turn it down.", title: "The zorblax scanner is loud"));
        await File.WriteAllBytesAsync(Path.Combine(_folder, "vault.png"), Picture, Stop);
        await using var desk = await StartWithAsync(database, _folder, "--HelpDesk:DeskFile=" + await WithGroupsAsync());
        var reading = new List<string>();
        foreach (var person in new[] { "amina", "bruno", "chen", "dana", "elif", "farid" })
        {
            using var browser = await desk.SignsInAsync(person);
            if (await ReadsAsync(browser, await desk.As(person).AsksAsync()))
            {
                reading.Add(person);
            }
        }

        if (await ReadsAsync(desk.Http, answer: null))
        {
            reading.Add("nobody");
        }

        Assert.Equal(readers.Split(' '), reading);
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task Whoever_joins_or_leaves_a_group_reads_its_articles_or_no_longer(Database database)
    {
        await WriteAsync(_folder, "zorblax-dark.md", FileOf(Secret, audience: "field-staff"));
        await using var desk = await StartWithAsync(database, _folder, "--HelpDesk:DeskFile=" + await WithGroupsAsync());
        var yaml = await File.ReadAllTextAsync(await WithGroupsAsync(), Stop);
        await DeskStories.SendsAsync(desk.As("farid"), yaml.Replace("[webchat:amina, webchat:dana]", "[webchat:chen]", StringComparison.Ordinal));
        await desk.As("farid").PressesAsync("Put in force");
        Assert.DoesNotContain(Secret, await desk.As("amina").AsksAsync(), StringComparison.Ordinal);
        Assert.Contains(Secret, await desk.As("chen").AsksAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_group_that_articles_are_for_stays()
    {
        await WriteAsync(_folder, "zorblax-dark.md", FileOf(Secret, audience: "field-staff"));
        await using var desk = await StartWithAsync(Database.Sqlite, _folder, "--HelpDesk:DeskFile=" + await WithGroupsAsync());
        await DeskStories.SendsAsync(desk.As("farid"), await File.ReadAllTextAsync(await DeskFiles.WithPeopleTeamAsync(), Stop));
        Assert.Contains("articles are for the group field-staff, which must stay; leave it in", desk.As("farid").Last.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_article_for_a_group_that_nobody_knows_is_left_out()
    {
        await WriteAsync(_folder, "zorblax-dark.md", FileOf(Secret, audience: "marsians"));
        await using var desk = await StartWithAsync(Database.Sqlite, _folder);
        Assert.Empty(await desk.VersionsAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await desk.Http.GetAsync("/kb/zorblax-dark", Stop)).StatusCode);
    }

    [Theory]
    [InlineData("agents: {name: Ours}", "agents is a group already")]
    [InlineData("everyone: {name: Ours}", "everyone is a group already")]
    [InlineData("help: {name: Ours}", "the queue help is a group of its members already")]
    [InlineData("Big One: {name: Ours}", "write the group's id Big One in small letters, digits and dashes")]
    [InlineData("ours: {members: [webchat:amina]}", "write name: here")]
    [InlineData("ours: {name: Ours, members: [amina]}", "write the channel before the account, such as webchat:amina")]
    [InlineData("ours: {name: Ours, people: []}", "unknown key people; write one of: name, members")]
    public void A_wrong_group_is_named_by_its_line(string group, string problem)
    {
        var wrong = Assert.Throws<WrongFileException>(() => DeskFile.Parse(DeskStories.Small + "groups:\n  " + group + "\n", "desk.yaml"));
        Assert.Equal(problem, Assert.Single(wrong.Problems).Text);
        Assert.Equal(DeskStories.Small.Split('\n').Length + 1, wrong.Problems[0].Line);
    }

    private static async Task<bool> ReadsAsync(HttpClient browser, string? answer)
    {
        var reads = (await browser.GetStringAsync("/kb", Stop)).Contains("The zorblax scanner is dark", StringComparison.Ordinal);
        var page = await browser.GetAsync("/kb/zorblax-dark", Stop);
        Assert.Equal(reads ? HttpStatusCode.OK : HttpStatusCode.NotFound, page.StatusCode);
        Assert.Equal(reads, (await page.Content.ReadAsStringAsync(Stop)).Contains(Secret, StringComparison.Ordinal));
        Assert.Equal(page.StatusCode, (await browser.GetAsync("/kb/zorblax-dark/vault.png", Stop)).StatusCode);
        Assert.Equal(reads, (await browser.GetStringAsync("/kb/zorblax-loud", Stop)).Contains("/kb/zorblax-dark", StringComparison.Ordinal));
        Assert.Equal(reads, answer?.Contains(Secret, StringComparison.Ordinal) ?? reads);
        return reads;
    }

    private static async Task<string> WithGroupsAsync()
    {
        var path = await DeskFiles.WithPeopleTeamAsync();
        await File.AppendAllTextAsync(path, "\ngroups:\n  field-staff:\n    name: {en: Field staff, de: Außendienst}\n    members: [webchat:amina, webchat:dana]\n", Stop);
        return path;
    }
}
