using HelpDeskBot.Search;

namespace HelpDeskBot.Tests.Search;

public class SearchIndexTests
{
    private static readonly FieldSettings[] Fields = RandomTexts.Fields;

    [Fact]
    public void An_edit_is_found_as_soon_as_it_is_made()
    {
        var index = new SearchIndex(Fields);
        Assert.Empty(Find(index, "vpn", 5));

        index.Put(Doc("1", "vpn token"));
        Assert.Single(Find(index, "vpn", 5));

        index.Put(Doc("1", "printer jam"));
        Assert.Empty(Find(index, "vpn", 5));
        Assert.Single(Find(index, "printer", 5));
        Assert.Equal(1, index.Count);

        index.Remove("1");
        index.Remove("1");
        index.Remove("never there");
        Assert.Empty(Find(index, "printer", 5));
        Assert.Equal(0, index.Count);
    }

    [Fact]
    public void After_any_edits_it_equals_one_built_afresh()
    {
        for (var seed = 1; seed <= 25; seed++)
        {
            var texts = new RandomTexts(seed);
            var documents = new SortedDictionary<string, Document>(StringComparer.Ordinal);
            var edited = new SearchIndex(Fields, [new PlainAnalyzer()]);
            for (var edit = 0; edit < 80; edit++)
            {
                Edit(texts, documents, edited);
            }

            var fresh = new SearchIndex(Fields, [new PlainAnalyzer()]);
            fresh.Replace(documents.Values);
            Assert.Equal(fresh.Count, edited.Count);
            foreach (var query in Enumerable.Range(0, 20).Select(_ => texts.Query()))
            {
                Assert.True(Find(fresh, query, 10).SequenceEqual(Find(edited, query, 10)), $"seed {seed}, {query}");
            }
        }
    }

    [Fact]
    public async Task Readers_see_all_old_documents_or_all_new_ones()
    {
        const int Generations = 60;
        var index = new SearchIndex(Fields, [new PlainAnalyzer()]);
        void Write(int generation) => index.Replace(
            Enumerable.Range(0, 20 + (generation % 5)).Select(number => Doc($"{generation}/{number}", $"common g{generation} of{20 + (generation % 5)}")));

        Write(0);
        await WhileWriting(
            () => Enumerable.Range(1, Generations).ToList().ForEach(Write),
            () =>
            {
                var found = Find(index, "common", 100);
                Assert.Single(found.Select(hit => hit.Key.Split('/')[0]).Distinct());
                Assert.Single(found.Select(hit => hit.Score).Distinct());
                Assert.Equal(20 + (int.Parse(found[0].Key.Split('/')[0], null) % 5), found.Count);
            });
        Assert.All(Find(index, "common", 100), hit => Assert.StartsWith($"{Generations}/", hit.Key, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_document_never_vanishes_while_it_is_replaced()
    {
        var index = new SearchIndex(Fields, [new PlainAnalyzer()]);
        Enumerable.Range(0, 10).ToList().ForEach(number => index.Put(Doc($"{number}", "common old")));

        await WhileWriting(
            () =>
            {
                for (var edit = 0; edit < 2000; edit++)
                {
                    index.Put(Doc($"{edit % 10}", $"common {(edit % 3 == 0 ? "old" : "new")}"));
                }
            },
            () =>
            {
                Assert.Equal(10, Find(index, "common", 100).Count);
                Assert.Equal(10, Find(index, "old new", 100).Count);
                Assert.All(Find(index, "old new", 100), hit => Assert.Equal(1, hit.MatchedWords));
            });
    }

    [Fact]
    public async Task Writers_at_once_lose_no_edit()
    {
        var index = new SearchIndex(Fields, [new PlainAnalyzer()]);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(writer => Task.Run(
            () => Enumerable.Range(0, 200).ToList().ForEach(number => index.Put(Doc($"{writer}/{number}", $"common w{writer}"))))));

        Assert.Equal(800, index.Count);
        Assert.Equal(800, Find(index, "common", 1000).Count);
        Assert.Equal(200, Find(index, "w3", 1000).Count);
    }

    [Fact]
    public void Of_documents_with_one_key_the_last_counts()
    {
        var index = new SearchIndex(Fields);
        index.Replace([Doc("1", "vpn"), Doc("2", "vpn"), Doc("1", "printer")]);

        Assert.Equal(2, index.Count);
        Assert.Equal("2", Assert.Single(Find(index, "vpn", 5)).Key);
        Assert.Equal("1", Assert.Single(Find(index, "printer", 5)).Key);
    }

    private static void Edit(RandomTexts texts, SortedDictionary<string, Document> documents, SearchIndex index)
    {
        var key = $"d{texts.Next(25)}";
        if (texts.Next(3) == 0)
        {
            documents.Remove(key);
            index.Remove(key);
            return;
        }

        documents[key] = texts.Document(key);
        index.Put(documents[key]);
    }

    // Every reader reads at least once, and until the writer has finished.
    private static async Task WhileWriting(Action write, Action read)
    {
        var writing = Task.Run(write);
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() =>
        {
            do
            {
                read();
            }
            while (!writing.IsCompleted);
        })));
        await writing;
    }

    private static Document Doc(string key, string text) => new(key, [new("b", text)]);

    private static IReadOnlyList<ScoreDoc> Find(SearchIndex index, string query, int top) => index.Search(new Query(query), top).ScoreDocs;
}
