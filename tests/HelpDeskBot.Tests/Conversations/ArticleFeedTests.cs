using HelpDeskBot.Desk.Search;
using HelpDeskBot.Domain.People;
using HelpDeskBot.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using static HelpDeskBot.Tests.Conversations.ArticleStories;

namespace HelpDeskBot.Tests.Conversations;

/// <summary>Two programs on one database find the same articles.</summary>
public class ArticleFeedTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_one_program_publishes_changes_or_retires_the_other_finds()
    {
        await using var one = await TestDesk.StartAsync(Database.Postgres);
        await using var other = await one.BesideAsync();
        await one.As("elif").PublishesAsync("Press the round button.");
        await FollowAsync(other);
        Assert.Contains("Press the round button.", Found(other), StringComparison.Ordinal);

        await (await (await (await one.As("elif").OpensArticleAsync()).ChoosesAsync("Edit")).SubmitsAsync(Form("Press the square button."))).ChoosesAsync("Publish");
        await FollowAsync(other);
        Assert.Contains("square button", Found(other), StringComparison.Ordinal);
        Assert.DoesNotContain("round button", Found(other), StringComparison.Ordinal);

        await (await one.As("elif").OpensArticleAsync()).ChoosesAsync("Retire");
        await FollowAsync(other);
        Assert.DoesNotContain("square button", Found(other), StringComparison.Ordinal);
        Assert.Equal(Found(one), Found(other));
    }

    [Fact]
    public async Task A_draft_is_taken_into_account_and_found_by_nobody()
    {
        await using var desk = await TestDesk.StartAsync(Database.Postgres);
        await desk.As("elif").SaysAsync(Menu);
        await (await (await desk.As("elif").PressesAsync("New article")).SubmitsAsync(Form("Press the round button."))).ChoosesAsync("Keep as draft");
        Assert.Equal(1, desk.Services.GetRequiredService<ArticleIndex>().NumberOf(new("the-zorblax-scanner-is-dark", "en")));
        Assert.DoesNotContain("round button", Found(desk), StringComparison.Ordinal);
    }

    private static Task FollowAsync(TestDesk desk) => desk.Services.GetRequiredService<ArticleFeed>().RunOnceAsync(Stop);

    private static string Found(TestDesk desk) => string.Join('\n', desk.Services.GetRequiredService<ArticleIndex>()
        .Answer(Question, Actor.System, 3, "en").Articles.Select(article => $"{article.Title}: {article.Passage}"));
}
