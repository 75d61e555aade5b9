using System.Net;
using System.Text.Json.Nodes;
using HelpDeskBot.Tests.Support;
using Microsoft.EntityFrameworkCore;
using static HelpDeskBot.Tests.Conversations.ArticleStories;

namespace HelpDeskBot.Tests.Conversations;

/// <summary>Leads and admins write articles in the chat: looked at first, with an author, never past somebody else, and never lost.</summary>
public class ArticleEditingTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task A_lead_writes_an_article_sees_it_as_others_will_and_publishes_it(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        var elif = desk.As("elif");
        Assert.DoesNotContain("round button", await desk.As("bruno").AsksAsync(), StringComparison.Ordinal);
        await elif.SaysAsync(Menu);
        Assert.Contains("articles in all languages", elif.Last.Text, StringComparison.Ordinal);
        var preview = await (await elif.PressesAsync("New article")).SubmitsAsync(Form("Press the round button."));
        Assert.Contains("This is how people will see it.", preview.Text, StringComparison.Ordinal);
        Assert.Contains("Press the round button.", preview.Text, StringComparison.Ordinal);
        Assert.Empty(await desk.VersionsAsync("the-zorblax-scanner-is-dark"));

        Assert.Contains("Published as version 1 of the-zorblax-scanner-is-dark.", (await preview.ChoosesAsync("Publish")).Text, StringComparison.Ordinal);
        Assert.Contains("Press the round button.", await desk.As("amina").AsksAsync(), StringComparison.Ordinal);
        Assert.Contains("Press the round button.", await desk.As("chen").AsksAsync("zorblax lamp is out"), StringComparison.Ordinal);
        Assert.Contains("<p>Press the round button.</p>", await desk.Http.GetStringAsync("/kb/the-zorblax-scanner-is-dark", Stop), StringComparison.Ordinal);
        Assert.Equal(["Published by elif"], await desk.VersionsAsync("the-zorblax-scanner-is-dark"));
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task What_was_typed_comes_back_with_what_is_wrong_and_after_a_restart(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        await desk.As("elif").SaysAsync(Menu);
        var form = await desk.As("elif").PressesAsync("New article");
        var refused = await form.SubmitsAsync(Form("See ![the lamp](lamp.png)", title: ""));
        Assert.Contains("Please give it a title.", refused.Text, StringComparison.Ordinal);
        Assert.Contains("See ![the lamp](lamp.png)", refused.Text, StringComparison.Ordinal);
        refused = await refused.SubmitsAsync(Form("See ![the lamp](lamp.png)", title: "Zorblax"));
        Assert.Contains("there is no lamp.png beside the article", refused.Text, StringComparison.Ordinal);

        await desk.RestartAsync();
        await desk.As("elif").SaysAsync(Menu);
        var again = await desk.As("elif").PressesAsync("New article");
        Assert.Contains("You left this unfinished", again.Text, StringComparison.Ordinal);
        Assert.Contains("See ![the lamp](lamp.png)", again.Text, StringComparison.Ordinal);
        Assert.Contains("scans are black", again.Text, StringComparison.Ordinal);
        Assert.Contains("Go on writing: Zorblax", (await desk.As("elif").PressesAsync("Drafts (0)")).Text, StringComparison.Ordinal);
        await (await again.SubmitsAsync(Form("See the lamp", title: "Zorblax"))).ChoosesAsync("Discard");
        Assert.DoesNotContain("See the lamp", (await desk.As("elif").PressesAsync("New article")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task A_draft_is_found_by_nobody_until_somebody_publishes_it(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        await desk.As("elif").SaysAsync(Menu);
        var kept = await (await (await desk.As("elif").PressesAsync("New article")).SubmitsAsync(Form("Press the round button."))).ChoosesAsync("Keep as draft");
        Assert.Contains("Kept as a draft", kept.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("round button", await desk.As("amina").AsksAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await desk.Http.GetAsync("/kb/the-zorblax-scanner-is-dark", Stop)).StatusCode);

        var farid = desk.As("farid");
        await farid.SaysAsync(Menu);
        var drafts = await farid.PressesAsync("Drafts (1)");
        var draft = await drafts.ChoosesAsync("The zorblax scanner is dark · Elif Demir");
        Assert.Contains("Not published.", draft.Text, StringComparison.Ordinal);
        await draft.ChoosesAsync("Publish");
        Assert.Contains("Press the round button.", await desk.As("bruno").AsksAsync(), StringComparison.Ordinal);
        Assert.Equal(["Draft by elif", "Published by farid"], await desk.VersionsAsync("the-zorblax-scanner-is-dark"));
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task What_changed_is_kept_with_its_author_and_can_be_taken_back(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        await desk.As("elif").PublishesAsync("Press the round button.");
        var farid = desk.As("farid");
        var form = await (await farid.OpensArticleAsync()).ChoosesAsync("Edit");
        Assert.Contains("Press the round button.", form.Text, StringComparison.Ordinal);
        var preview = await form.SubmitsAsync(Form("Press the square button."));
        Assert.Contains("1 added, 1 removed", preview.Text, StringComparison.Ordinal);
        await preview.ChoosesAsync("Publish");
        Assert.Contains("square button", await desk.As("amina").AsksAsync(), StringComparison.Ordinal);

        var history = await (await farid.OpensArticleAsync()).ChoosesAsync("History");
        var second = CardParts.Buttons(history.Card).Keys.Single(title => title.StartsWith("Version 2: published by Farid", StringComparison.Ordinal));
        var changes = await history.ChoosesAsync(second);
        Assert.Contains("− Press the round button.", changes.Text, StringComparison.Ordinal);
        Assert.Contains("+ Press the square button.", changes.Text, StringComparison.Ordinal);
        var first = CardParts.Buttons(history.Card).Keys.Single(title => title.StartsWith("Version 1: published by Elif", StringComparison.Ordinal));
        await (await (await history.ChoosesAsync(first)).ChoosesAsync("Go to this version")).ChoosesAsync("Publish");
        Assert.Contains("round button", await desk.As("bruno").AsksAsync(), StringComparison.Ordinal);
        Assert.Contains("went back to version 1", (await (await farid.OpensArticleAsync()).ChoosesAsync("History")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task Who_was_slower_is_shown_what_theirs_would_change_now(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        await desk.As("elif").PublishesAsync("Press the round button.");
        var slow = await (await (await desk.As("elif").OpensArticleAsync()).ChoosesAsync("Edit")).SubmitsAsync(Form("Press the square button."));
        var fast = await (await (await desk.As("farid").OpensArticleAsync()).ChoosesAsync("Edit")).SubmitsAsync(Form("Press the red button."));
        await fast.ChoosesAsync("Publish");

        var compared = await slow.ChoosesAsync("Publish");
        Assert.Contains("Somebody changed it just now.", compared.Text, StringComparison.Ordinal);
        Assert.Contains("− Press the red button.", compared.Text, StringComparison.Ordinal);
        Assert.Contains("red button", await desk.As("amina").AsksAsync(), StringComparison.Ordinal);
        await compared.ChoosesAsync("Publish");
        Assert.Contains("square button", await desk.As("bruno").AsksAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task A_retired_article_is_found_by_nobody_and_can_come_back(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        var elif = desk.As("elif");
        await elif.PublishesAsync("Press the round button.");
        Assert.Contains("Nobody finds it any more", (await (await elif.OpensArticleAsync()).ChoosesAsync("Retire")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("round button", await desk.As("amina").AsksAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await desk.Http.GetAsync("/kb/the-zorblax-scanner-is-dark", Stop)).StatusCode);
        await desk.RestartAsync();
        Assert.DoesNotContain("round button", await desk.As("amina").AsksAsync(), StringComparison.Ordinal);

        await (await desk.As("elif").OpensArticleAsync()).ChoosesAsync("Publish again");
        Assert.Contains("round button", await desk.As("bruno").AsksAsync(), StringComparison.Ordinal);
        Assert.Equal(["Published by elif", "Retired by elif", "Published by elif"], await desk.VersionsAsync("the-zorblax-scanner-is-dark"));
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task A_press_that_arrives_twice_publishes_once(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        var elif = desk.As("elif");
        await elif.SaysAsync(Menu);
        var preview = await (await elif.PressesAsync("New article")).SubmitsAsync(Form("Press the round button."));
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => elif.SendPressAsync(elif.Last.Id, CardParts.Buttons(preview.Card)["Publish"])));
        Assert.All(answers, answer => Assert.True(answer.IsSuccessStatusCode));
        Assert.Equal(["Published by elif"], await desk.VersionsAsync("the-zorblax-scanner-is-dark"));
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task A_file_with_mistakes_is_answered_with_all_of_them_by_line_and_changes_nothing(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        var elif = desk.As("elif");
        await elif.SendsArticleAsync("---\ntitle:\ncolour: red\naudience: [agents, marsians]\n---\n\nSee ![lamp](lamp.png)\nand [this](../secret.txt)\n");
        Assert.Contains("5 things are wrong", elif.Last.Text, StringComparison.Ordinal);
        Assert.Contains("Line 2: write a text here", elif.Last.Text, StringComparison.Ordinal);
        Assert.Contains("Line 3: unknown key colour", elif.Last.Text, StringComparison.Ordinal);
        Assert.Contains("no group marsians; write everyone, agents, or one of: it-support", elif.Last.Text, StringComparison.Ordinal);
        Assert.Contains("Line 7: there is no lamp.png beside the article", elif.Last.Text, StringComparison.Ordinal);
        Assert.Contains("Line 8: ../secret.txt leads nowhere", elif.Last.Text, StringComparison.Ordinal);
        Assert.Empty(elif.Last.Buttons);
        Assert.Empty(await desk.VersionsAsync());

        await elif.SendsArticleAsync(FileOf("x"), name: "My Article.md");
        Assert.Contains("Call the file in small letters", elif.Last.Text, StringComparison.Ordinal);
        await elif.SendsArticleAsync("no front matter");
        Assert.Contains("Line 1: start with --- and front matter, closed by ---", elif.Last.Text, StringComparison.Ordinal);
        await elif.SendsFilesAsync([("a.md", "x"u8.ToArray()), ("b.md", "y"u8.ToArray())]);
        Assert.Contains("one article at a time", elif.Last.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task A_file_is_published_as_it_was_sent_and_the_same_file_again_is_nothing_new(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        var elif = desk.As("elif");
        var text = FileOf("Press the round button.").Replace("category:", "# as the team calls it\ncategory:", StringComparison.Ordinal);
        await elif.SendsArticleAsync(text.ReplaceLineEndings("\r\n"));
        await elif.PressesAsync("Publish");
        Assert.Contains("Published as version 1 of zorblax-dark.", elif.Last.Text, StringComparison.Ordinal);
        Assert.Equal(text, await desk.ReadAsync(db => db.ArticleVersions.Where(row => row.Slug == "zorblax-dark").Select(row => row.Text).SingleAsync(Stop)));
        await elif.SendsArticleAsync(text);
        Assert.Contains("exactly what is published already", elif.Last.Text, StringComparison.Ordinal);
        await elif.SendsArticleAsync(FileOf("Drücke den runden Knopf.", title: "Der Zorblax-Scanner ist dunkel"), name: "zorblax-dark.de.md");
        await elif.PressesAsync("Publish");
        Assert.Contains("runden Knopf", await desk.Http.GetStringAsync("/kb/zorblax-dark?language=de", Stop), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("chen")]
    [InlineData("amina")]
    public async Task Nobody_but_leads_and_admins_reads_or_changes_them_through_any_button(string other)
    {
        await using var desk = await TestDesk.StartAsync(Database.Sqlite);
        var elif = desk.As("elif");
        await elif.PublishesAsync("Press the round button.");
        await elif.SendsArticleAsync(FileOf("Press the square button."));
        var publish = elif.Last.Buttons["Publish"];
        var person = desk.As(other);
        await person.SaysAsync(Menu);
        Assert.Equal(other == "chen", person.Last.Text.Contains("Only leads and admins change articles.", StringComparison.Ordinal));
        Assert.DoesNotContain("Knowledge base", person.Last.Text, StringComparison.Ordinal);

        foreach (var (verb, data) in Presses(publish))
        {
            var answer = await person.PressAsync(person.Last.Id, new JsonObject { ["verb"] = verb, ["data"] = data });
            Assert.True(answer.Code is "article.not_editor" or "article.no_edit", $"{verb}: {answer.Json}");
            Assert.DoesNotContain("button", answer.Text, StringComparison.Ordinal);
        }

        await person.SendsArticleAsync(FileOf("Press the blue button."), name: "zorblax-blue.md");
        Assert.Empty(await desk.VersionsAsync("zorblax-blue"));
        Assert.Empty(await desk.VersionsAsync());
        Assert.Equal(["Published by elif"], await desk.VersionsAsync("the-zorblax-scanner-is-dark"));
    }

    [Fact]
    public async Task In_German_an_editor_is_answered_in_German()
    {
        await using var desk = await TestDesk.StartAsync(Database.Sqlite);
        var elif = desk.As("elif", "de-DE");
        await elif.SaysAsync("wissen");
        Assert.Contains("Artikel in allen Sprachen", elif.Last.Text, StringComparison.Ordinal);
        var preview = await (await elif.PressesAsync("Neuer Artikel")).SubmitsAsync(Form("Drücke den runden Knopf.", "Der Zorblax-Scanner ist schwarz", language: "de"));
        Assert.Contains("So wird es zu sehen sein.", preview.Text, StringComparison.Ordinal);
        Assert.Contains("Veröffentlicht als Version 1 von der-zorblax-scanner-ist-schwarz.de.", (await preview.ChoosesAsync("Veröffentlichen")).Text, StringComparison.Ordinal);
        Assert.Contains("runden Knopf", await desk.As("amina", "de-DE").AsksAsync("der zorblax scanner ist schwarz"), StringComparison.Ordinal);
    }

    private static IEnumerable<(string Verb, JsonObject Data)> Presses(JsonObject publish)
    {
        yield return ("article.publish.v1", (JsonObject)publish["data"]!.DeepClone());
        foreach (var verb in new[] { "article.new.form.v1", "article.find.form.v1", "article.find.v1", "article.drafts.form.v1", "article.export.v1" })
        {
            yield return (verb, []);
        }

        foreach (var verb in new[] { "article.show.form.v1", "article.edit.form.v1", "article.history.form.v1", "article.export.v1" })
        {
            yield return (verb, new JsonObject { ["article"] = "the-zorblax-scanner-is-dark" });
        }

        foreach (var verb in new[] { "article.changes.form.v1", "article.restore.form.v1", "article.version-publish.v1", "article.draft-discard.v1" })
        {
            yield return (verb, new JsonObject { ["article"] = "the-zorblax-scanner-is-dark", ["version"] = 1, ["base"] = 1 });
        }

        yield return ("article.retire.v1", new JsonObject { ["article"] = "the-zorblax-scanner-is-dark", ["base"] = 1 });
        foreach (var verb in new[] { "article.keep.v1", "article.discard.v1", "article.continue.form.v1" })
        {
            yield return (verb, new JsonObject { ["edit"] = publish["data"]!["edit"]!.DeepClone() });
        }

        var form = Form("Press the green one.");
        (form["edit"], form["base"]) = (Guid.NewGuid(), 0);
        yield return ("article.preview.v1", form);
        var changed = (JsonObject)form.DeepClone();
        changed["article"] = "the-zorblax-scanner-is-dark";
        yield return ("article.preview.v1", changed);
    }
}
