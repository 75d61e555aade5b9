using HelpDeskBot.Desk.Search;

namespace HelpDeskBot.Tests.Desk.Search;

/// <summary>The same question in other words is counted once.</summary>
public class TextClustersTests
{
    [Fact]
    public void Texts_that_say_the_same_stand_together_the_largest_group_first()
    {
        string[] texts = ["cannot print in colour", "vpn drops", "printer prints only grey, no colour", "how to print colour", "vpn drops every hour", "where is the canteen"];
        Assert.Equal([[0, 2, 3], [1, 4], [5]], Groups(texts));
    }

    [Fact]
    public void A_text_without_words_belongs_nowhere() => Assert.Equal([[1]], Groups(["the of and", "monitor"]));

    [Fact]
    public void Two_thousand_questions_take_no_noticeable_time()
    {
        var random = new Random(7);
        var texts = Enumerable.Range(0, 2000).Select(_ => (IReadOnlySet<string>)Enumerable.Range(0, 8).Select(_ => $"w{random.Next(4000)}").ToHashSet()).ToList();
        var groups = TextClusters.Of(texts);
        Assert.Equal(2000, groups.Sum(group => group.Count));
    }

    private static List<List<int>> Groups(string[] texts) =>
        [.. TextClusters.Of([.. texts.Select(text => Analyzers.WordsOf(text, "en"))]).Select(group => group.Order().ToList())];
}
