using HelpDeskBot.Search;

namespace HelpDeskBot.Tests.Search;

public class SearchIndexTests
{
    private static readonly Dictionary<string, double> Weights = new() { ["a"] = 3, ["b"] = 1, ["c"] = 0.5 };

    [Fact]
    public void An_edit_is_found_as_soon_as_it_is_made()
    {
        var index = new SearchIndex(new EnglishAnalyzer(), Weights);
        Assert.Empty(index.Search("vpn", top: 5));

        index.Put("1", Field("vpn token"));
        Assert.Single(index.Search("vpn", top: 5));

        index.Put("1", Field("printer jam"));
        Assert.Empty(index.Search("vpn", top: 5));
        Assert.Single(index.Search("printer", top: 5));
        Assert.Equal(1, index.Count);

        index.Remove("1");
        index.Remove("1");
        index.Remove("never there");
        Assert.Empty(index.Search("printer", top: 5));
        Assert.Equal(0, index.Count);
    }

    [Fact]
    public void After_any_edits_it_equals_one_built_afresh()
    {
        for (var seed = 1; seed <= 25; seed++)
        {
            var texts = new RandomTexts(seed);
            var documents = new SortedDictionary<string, IReadOnlyDictionary<string, string>>(StringComparer.Ordinal);
            var edited = new SearchIndex(new SpaceAnalyzer(), Weights);
            for (var edit = 0; edit < 80; edit++)
            {
                Edit(texts, documents, edited);
            }

            var fresh = new SearchIndex(new SpaceAnalyzer(), Weights);
            fresh.Replace(documents.Select(document => (document.Key, document.Value)));
            Assert.Equal(fresh.Count, edited.Count);
            foreach (var query in Enumerable.Range(0, 20).Select(_ => texts.Query()))
            {
                Assert.True(fresh.Search(query, top: 10).SequenceEqual(edited.Search(query, top: 10)), $"seed {seed}, {query}");
            }
        }
    }

    [Fact]
    public async Task Readers_see_all_old_documents_or_all_new_ones()
    {
        const int Generations = 60;
        var index = new SearchIndex(new SpaceAnalyzer(), Weights);
        void Write(int generation) => index.Replace(
            Enumerable.Range(0, 20 + (generation % 5)).Select(number => ($"{generation}/{number}", Field($"common g{generation} of{20 + (generation % 5)}"))));

        Write(0);
        await WhileWriting(
            () => Enumerable.Range(1, Generations).ToList().ForEach(Write),
            () =>
            {
                var found = index.Search("common", top: 100);
                Assert.Single(found.Select(hit => hit.Key.Split('/')[0]).Distinct());
                Assert.Single(found.Select(hit => hit.Score).Distinct());
                Assert.Equal(20 + (int.Parse(found[0].Key.Split('/')[0], null) % 5), found.Count);
            });
        Assert.All(index.Search("common", top: 100), hit => Assert.StartsWith($"{Generations}/", hit.Key, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_document_never_vanishes_while_it_is_replaced()
    {
        var index = new SearchIndex(new SpaceAnalyzer(), Weights);
        Enumerable.Range(0, 10).ToList().ForEach(number => index.Put($"{number}", Field("common old")));

        await WhileWriting(
            () =>
            {
                for (var edit = 0; edit < 2000; edit++)
                {
                    index.Put($"{edit % 10}", Field($"common {(edit % 3 == 0 ? "old" : "new")}"));
                }
            },
            () =>
            {
                Assert.Equal(10, index.Search("common", top: 100).Count);
                Assert.Equal(10, index.Search("old new", top: 100).Count);
                Assert.All(index.Search("old new", top: 100), hit => Assert.Equal(1, hit.MatchedTerms));
            });
    }

    [Fact]
    public async Task Writers_at_once_lose_no_edit()
    {
        var index = new SearchIndex(new SpaceAnalyzer(), Weights);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(writer => Task.Run(
            () => Enumerable.Range(0, 200).ToList().ForEach(number => index.Put($"{writer}/{number}", Field($"common w{writer}"))))));

        Assert.Equal(800, index.Count);
        Assert.Equal(800, index.Search("common", top: 1000).Count);
        Assert.Equal(200, index.Search("w3", top: 1000).Count);
    }

    private static void Edit(RandomTexts texts, SortedDictionary<string, IReadOnlyDictionary<string, string>> documents, SearchIndex index)
    {
        var key = $"d{texts.Next(25)}";
        if (texts.Next(3) == 0)
        {
            documents.Remove(key);
            index.Remove(key);
            return;
        }

        documents[key] = texts.Fields();
        index.Put(key, documents[key]);
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

    private static IReadOnlyDictionary<string, string> Field(string text) => new Dictionary<string, string> { ["b"] = text };
}
