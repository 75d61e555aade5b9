using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using HelpDeskBot.Desk.Knowledge;
using HelpDeskBot.Desk.Work;
using HelpDeskBot.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDeskBot.Tests.Conversations;

/// <summary>What stories about articles begin with. All of them are about a scanner that the shipped articles do not know.</summary>
internal static class ArticleStories
{
    public const string Menu = "knowledge";
    public const string Question = "the zorblax scanner is dark";

    /// <summary>A picture, small but real enough.</summary>
    public static readonly byte[] Picture = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>An article as a file has it.</summary>
    public static string FileOf(string body, string title = "The zorblax scanner is dark", string audience = "everyone") =>
        $"---\ntitle: {title}\ncategory: printing\ntags: [zorblax, scanner, dark]\naudience: {audience}\n---\n\n{body}\n";

    /// <summary>What is filled into the form.</summary>
    public static JsonObject Form(string body, string title = "The zorblax scanner is dark", string audience = "everyone", string language = "en") => new()
    {
        ["title"] = title,
        ["category"] = "printing",
        ["language"] = language,
        ["audience"] = audience,
        ["tags"] = "zorblax, scanner, dark",
        ["aliases"] = "zorblax lamp is out\nscans are black",
        ["body"] = body,
    };

    /// <summary>Writes an article in the form and publishes it.</summary>
    public static async Task PublishesAsync(this TestPerson person, string body, string title = "The zorblax scanner is dark", string audience = "everyone")
    {
        await person.SaysAsync(Menu);
        var published = await (await (await person.PressesAsync("New article")).SubmitsAsync(Form(body, title, audience))).ChoosesAsync("Publish");
        Assert.Contains("Published as version", published.Json, StringComparison.Ordinal);
    }

    /// <summary>Opens the first article that these words find.</summary>
    public static async Task<Answer> OpensArticleAsync(this TestPerson person, string words = "zorblax")
    {
        await person.SaysAsync(Menu);
        var found = await (await person.PressesAsync("Find an article")).SubmitsAsync(new JsonObject { ["words"] = words });
        return await found.ChoosesAsync(CardParts.Buttons(found.Card).Keys.First());
    }

    public static Task SendsArticleAsync(this TestPerson person, string text, string name = "zorblax-dark.md", params (string Name, byte[] Content)[] beside) =>
        person.SendsFilesAsync([(name, Encoding.UTF8.GetBytes(text)), .. beside]);

    /// <summary>What somebody is answered who has the problem.</summary>
    public static async Task<string> AsksAsync(this TestPerson person, string question = Question)
    {
        await person.SaysAsync(question);
        return person.Last.Text;
    }

    /// <summary>Takes up what changed in the folder of articles.</summary>
    public static Task ImportsArticlesAsync(this TestDesk desk) => desk.Services.GetRequiredService<UnitOfWork>().RunAsync(
        (services, token) => services.GetRequiredService<ImportArticles>().RunAsync(token), Stop);

    public static string Folder() => Directory.CreateTempSubdirectory("helpdesk-kb-").FullName;

    public static Task WriteAsync(string folder, string name, string text) => File.WriteAllTextAsync(Path.Combine(folder, name), text, Stop);

    /// <summary>A desk that knows only what is in a folder.</summary>
    public static Task<TestDesk> StartWithAsync(Database database, string folder, params string[] more) =>
        TestDesk.StartAsync(database, ["--HelpDesk:Knowledge=" + folder, .. more]);

    /// <summary>The versions of an article, such as <c>Published by elif</c>.</summary>
    public static async Task<IReadOnlyList<string>> VersionsAsync(this TestDesk desk, string slug = "zorblax-dark") =>
        [.. (await desk.ReadAsync(db => db.ArticleVersions.Where(row => row.Slug == slug).OrderBy(row => row.Id).ToListAsync(Stop)))
            .Select(row => $"{row.Kind} by {row.By?.Value ?? "folder"}")];

    public static Task<string> PublishedAsync(this TestDesk desk, string slug = "zorblax-dark") =>
        desk.ReadAsync(db => db.Articles.Where(article => article.Slug == slug).Select(article => article.Body).SingleAsync(Stop));

    /// <summary>The files of the archive that somebody was given.</summary>
    public static async Task<IReadOnlyDictionary<string, byte[]>> UnpacksAsync(this TestPerson person)
    {
        await person.ReadAsync();
        var response = await person.GetAsync(person.Shown.Last(message => message.Files.Count > 0).Files[0].Url);
        await using var zip = new ZipArchive(await response.Content.ReadAsStreamAsync(Stop));
        var files = new Dictionary<string, byte[]>();
        foreach (var entry in zip.Entries)
        {
            using var content = new MemoryStream();
            await using var from = await entry.OpenAsync(Stop);
            await from.CopyToAsync(content, Stop);
            files[entry.FullName] = content.ToArray();
        }

        return files;
    }
}
