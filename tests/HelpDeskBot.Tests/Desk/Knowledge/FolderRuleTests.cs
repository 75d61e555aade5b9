using HelpDeskBot.Desk.Knowledge;
using HelpDeskBot.Domain.People;
using NodaTime;

namespace HelpDeskBot.Tests.Desk.Knowledge;

/// <summary>What follows from what the folder says, in every case: who wrote last, what the folder said before, what it says now.</summary>
public class FolderRuleTests
{
    // The text is one letter. "F a" is published from the folder, "P b" by a person; D are drafts, R is retired.
    [Theory]
    [InlineData(null, "", "a", "Publish")]
    [InlineData("a", "Fa", "a", "Nothing")]
    [InlineData("a", "Fa", "b", "Publish")]
    [InlineData("a", "Fa Pb", "a", "Nothing")]
    [InlineData("a", "Fa Pb", "b", "Nothing")]
    [InlineData("a", "Fa Pb", "c", "Draft")]
    [InlineData("b", "Fa Pb", "c", "Publish")]
    [InlineData(null, "Pa", "a", "Nothing")]
    [InlineData(null, "Pa", "b", "Draft")]
    [InlineData("a", "Fa PDb", "c", "Draft")]
    [InlineData("a", "Fa PDb", "b", "Nothing")]
    [InlineData("a", "Fa PRa", "b", "Draft")]
    [InlineData("a", "Fa PRa", "a", "Nothing")]
    [InlineData(null, "Fa FRa", "a", "Publish")]
    [InlineData(null, "Fa PRa", "a", "Draft")]
    [InlineData("c", "Fa Pb FDc", "c", "Nothing")]
    [InlineData("c", "Fa Pb FDc", "d", "Draft")]
    [InlineData("c", "Fa Pb FDc", "b", "Agree")]
    [InlineData("c", "Fa Pb FDc Pc", "d", "Publish")]
    [InlineData("c", "Fa Pb FDc Pb", "d", "Draft")]
    [InlineData("c", "Fa Pb FDc Pb", "c", "Nothing")]
    [InlineData("b", "Fa Pb FDc Fb", "d", "Publish")]
    public void A_file_counts_unless_the_chat_changed_the_article_too(string? seen, string versions, string says, string step) =>
        Assert.Equal(step, FolderRule.Of(Digest(says), Stored(seen, versions)).ToString());

    [Theory]
    [InlineData("a", "Fa", "Retire")]
    [InlineData("a", "Fa Pb", "Nothing")]
    [InlineData("a", "Fa PDb", "Nothing")]
    [InlineData("a", "Fa FRa", "Nothing")]
    [InlineData("c", "Fa Pb FDc", "Nothing")]
    [InlineData(null, "Pa", "Nothing")]
    [InlineData("b", "Fa Pb", "Nothing")]
    public void A_file_that_is_gone_takes_only_what_the_folder_wrote_last(string? seen, string versions, string step) =>
        Assert.Equal(step, FolderRule.OfNothing(Stored(seen, versions)).ToString());

    private static StoredArticle Stored(string? seen, string versions)
    {
        var rows = versions.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select((version, index) => RowOf(version, index + 1)).ToList();
        return new StoredArticle(seen is null ? null : Digest(seen), rows.LastOrDefault(), rows.LastOrDefault(row => !row.IsFolderDraft));
    }

    private static ArticleVersionRow RowOf(string version, int number) => new()
    {
        Slug = "x",
        Language = "en",
        Number = number,
        At = Instant.FromUnixTimeSeconds(0),
        By = version[0] == 'F' ? null : new PersonId("elif"),
        Kind = version[1] switch { 'D' => VersionKind.Draft, 'R' => VersionKind.Retired, _ => VersionKind.Published },
        Title = "x",
        Text = version[^1..],
        Files = [],
    };

    private static string Digest(string text) => FolderRule.DigestOf(text, []);
}
