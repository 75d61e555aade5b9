using System.Text.Json.Nodes;
using HelpDeskBot.Desk.Search;
using HelpDeskBot.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDeskBot.Tests.Conversations;

/// <summary>Articles are found by the questions they solved, until somebody takes them back.</summary>
public class LearnedQuestionTests
{
    private const string Slug = "vpn-token-rejected";
    private const string Token = "my vpn token is rejected, the zorblax says nope";
    private const string OwnWords = "the zorblax says nope";

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task What_solved_one_person_s_question_is_found_by_the_next_in_the_same_words(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        Assert.DoesNotContain(Slug, Offered(desk, OwnWords));
        await SolvesAsync(desk, "amina");
        await desk.As("bruno").SaysAsync(OwnWords);
        Assert.Contains("The VPN rejects my token or sign-in code", desk.As("bruno").Last.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task Who_files_about_it_after_all_takes_it_back(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        await SolvesAsync(desk, "amina");
        Assert.Contains(Slug, Offered(desk, OwnWords));
        await desk.As("amina").FilesAsync("still my vpn token is rejected, the zorblax says nope");
        Assert.DoesNotContain(Slug, Offered(desk, OwnWords));
    }

    [Fact]
    public async Task Who_changes_their_mind_takes_it_back()
    {
        await using var desk = await TestDesk.StartAsync(Database.Sqlite);
        await SolvesAsync(desk, "amina");
        Assert.Single(await RowsAsync(desk));
        await desk.As("amina").PressesAsync("Open a ticket");
        Assert.Empty(await RowsAsync(desk));
    }

    [Fact]
    public async Task One_person_teaches_an_article_at_most_three_questions_and_the_newest_stay()
    {
        await using var desk = await TestDesk.StartAsync(Database.Sqlite);
        foreach (var number in new[] { "one", "two", "three", "four" })
        {
            await SolvesAsync(desk, "amina", $"my vpn token is rejected at desk {number}");
        }

        var learned = desk.Services.GetRequiredService<ArticleIndex>().LearnedBy(Slug).Select(question => question.Text).Order(StringComparer.Ordinal);
        Assert.Equal(["my vpn token is rejected at desk four", "my vpn token is rejected at desk three", "my vpn token is rejected at desk two"], learned);
    }

    [Fact]
    public async Task Nobody_s_name_number_or_address_is_learned()
    {
        await using var desk = await TestDesk.StartAsync(Database.Sqlite);
        await SolvesAsync(desk, "amina", "my vpn token is rejected, Amina Yusuf, +49 170 1234567, amina@example.org");
        var text = Assert.Single(await RowsAsync(desk)).Text;
        Assert.StartsWith("my vpn token is rejected", text, StringComparison.Ordinal);
        Assert.DoesNotContain("mina", text, StringComparison.Ordinal);
        Assert.DoesNotContain("170", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task An_editor_has_a_question_forgotten(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        await SolvesAsync(desk, "amina");
        var elif = desk.As("elif");
        await elif.SaysAsync("knowledge");
        var found = await (await elif.PressesAsync("Find an article")).SubmitsAsync(new JsonObject { ["words"] = "vpn token rejected" });
        var article = await found.ChoosesAsync("The VPN rejects my token or sign-in code");
        var learned = await article.ChoosesAsync("Questions it solved");
        Assert.Contains("1 question it solved", learned.Text, StringComparison.Ordinal);
        var after = await learned.ChoosesAsync(Token);
        Assert.Contains("Nobody has said yet", after.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Slug, Offered(desk, OwnWords));
    }

    [Fact]
    public async Task Only_editors_see_and_forget_what_was_learned()
    {
        await using var desk = await TestDesk.StartAsync(Database.Sqlite);
        await SolvesAsync(desk, "amina");
        var row = Assert.Single(await RowsAsync(desk));
        foreach (var (verb, data) in new[]
        {
            ("article.learned.form.v1", new JsonObject { ["article"] = Slug }),
            ("article.forget.v1", new JsonObject { ["article"] = Slug, ["suggestion"] = row.Suggestion }),
        })
        {
            Assert.Equal("article.not_editor", (await desk.As("chen").PressAsync("none", new JsonObject { ["verb"] = verb, ["data"] = data })).Code);
        }

        Assert.Single(await RowsAsync(desk));
    }

    [Fact]
    public async Task Another_process_finds_what_was_learned_and_loses_what_was_forgotten()
    {
        await using var one = await TestDesk.StartAsync(Database.Postgres);
        await using var other = await one.BesideAsync();
        await SolvesAsync(one, "amina");
        await other.Services.GetRequiredService<ArticleFeed>().RunOnceAsync(TestContext.Current.CancellationToken);
        Assert.Contains(Slug, Offered(other, OwnWords));
        await one.As("amina").PressesAsync("Open a ticket");
        await other.Services.GetRequiredService<ArticleFeed>().RunOnceAsync(TestContext.Current.CancellationToken);
        Assert.DoesNotContain(Slug, Offered(other, OwnWords));
    }

    private static async Task SolvesAsync(TestDesk desk, string person, string question = Token)
    {
        await desk.As(person).SaysAsync(question);
        await desk.As(person).PressesAsync("Show more");
        await desk.As(person).PressesAsync("That solved it");
    }

    private static IEnumerable<string> Offered(TestDesk desk, string question) =>
        desk.Services.GetRequiredService<ArticleIndex>().Answer(question, reader: null, top: 3, "en").Articles.Select(article => article.Slug);

    private static Task<List<HelpDeskBot.Desk.Knowledge.LearnedQuestionRow>> RowsAsync(TestDesk desk) =>
        desk.ReadAsync(db => db.LearnedQuestions.ToListAsync(TestContext.Current.CancellationToken));
}
