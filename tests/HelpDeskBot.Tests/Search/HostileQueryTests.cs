using HelpDeskBot.Search;

namespace HelpDeskBot.Tests.Search;

public class HostileQueryTests
{
    private static readonly SearchIndex Index = Thousand();

    public static TheoryData<string, string, bool> Queries { get; } = new()
    {
        { "parentheses", new string('(', 50_000) + "vpn" + new string(')', 50_000), true },
        { "only parentheses", new string('(', 100_000), false },
        { "50,000 terms", "vpn " + Many(50_000, number => $"unknown{number}"), true },
        { "50,000 known terms", Many(50_000, number => $"t{number % 1000}"), false },
        { "50,000 times the same", Many(50_000, _ => "vpn"), true },
        { "operators", "vpn AND OR NOT && || ! + - ~2 ^5 \\", true },
        { "fields and ranges", "body:vpn title:[a TO z] {x TO *} _exists_:y", true },
        { "wildcards", "vpn* ?*?* *:* **** .* /.*(a+)+$/", true },
        { "open quotes", "\"vpn '\"\"' \"", true },
        { "SQL", "vpn'; DROP TABLE tickets; --", true },
        { "NUL and control", "\0\u0001vpn\uffff\ufffe\u202e", true },
        { "half surrogates", "\ud800vpn\udc00 \udfff", true },
        { "marks", "vpn " + "a" + string.Concat(Enumerable.Repeat("\u0301\u0316", 200_000)), true },
        { "one endless word", "vpn " + new string('a', 500_000), true },
        { "endless identifier", "vpn " + string.Concat(Enumerable.Repeat("a.", 100_000)), true },
        { "emoji", string.Concat(Enumerable.Repeat("👩‍💻", 20_000)) + " vpn", true },
        { "empty", "", false },
        { "white space", new string(' ', 100_000), false },
    };

    [Theory]
    [MemberData(nameof(Queries), DisableDiscoveryEnumeration = true)]
    public async Task Nothing_in_a_query_is_syntax(string what, string query, bool finds)
    {
        var found = await InTime.Run(() => Index.Search(new Query(query), top: 2000).ScoreDocs);

        Assert.True(finds == found.Any(hit => hit.Key == "vpn"), what);
        Assert.All(found, hit => Assert.True(double.IsFinite(hit.Score) && hit.Score > 0 && hit.Coverage is > 0 and <= 1.0000001, $"{what}: {hit}"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(int.MinValue)]
    public void Nothing_asked_for_is_nothing_found(int top) => Assert.Empty(Index.Search(new Query("vpn"), top).ScoreDocs);

    [Fact]
    public void Of_a_long_question_64_terms_count_and_unknown_ones_never_displace_known_ones()
    {
        var log = Many(200, number => $"garbage{number}");

        var found = Index.Search(new Query($"{log} vpn {log} rejected"), top: 1);

        Assert.Equal(("vpn", 2, 64), (found.ScoreDocs[0].Key, found.ScoreDocs[0].MatchedWords, found.Words));
    }

    [Fact]
    public void Documents_may_be_as_hostile_as_queries()
    {
        var index = new SearchIndex([new FieldSettings("body", 1, 50)]);
        foreach (var (key, query, _) in Queries.Select(row => row.Data))
        {
            index.Put(new Document(key, [new("body", query)]));
        }

        Assert.Equal(Queries.Count(row => row.Data.Item3), index.Search(new Query("vpn"), top: 100).ScoreDocs.Count);
        foreach (var row in Queries)
        {
            index.Remove(row.Data.Item1);
        }

        Assert.Empty(index.Search(new Query("vpn t1 unknown1"), top: 100).ScoreDocs);
    }

    private static string Many(int count, Func<int, string> word) => string.Join(' ', Enumerable.Range(0, count).Select(word));

    private static SearchIndex Thousand()
    {
        var index = new SearchIndex([new FieldSettings("body", 1, 50)]);
        index.Replace(Enumerable.Range(0, 1000)
            .Select(number => new Document($"d{number}", [new("body", $"t{number} printer")])));
        index.Put(new Document("vpn", [new("body", "VPN token rejected")]));
        return index;
    }
}
