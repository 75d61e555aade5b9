using HelpDeskBot.Search;

namespace HelpDeskBot.Tests.Search;

public class CorrectionsTests
{
    /// <summary>Looking up unharmed beginnings and ends finds what going through all words would.</summary>
    [Fact]
    public void Every_single_slip_in_a_word_of_four_letters_or_more_is_found()
    {
        string[] words = ["mail", "token", "screen", "printer", "password", "calendar", "microphone", "kaputt", "bildschirm"];
        var index = new SearchIndex([new FieldSettings("body", 1, 20)]);
        index.Replace(words.Select(word => new Document(word, [new("body", word)]) { Language = "en" }));
        foreach (var word in words)
        {
            foreach (var wrong in Slips(word).Where(wrong => wrong.Length >= 4))
            {
                var found = index.Search(new Query(wrong) { Language = "en" }, 3).ScoreDocs;
                Assert.True(found.Any(hit => hit.Key == word), $"{word}: {wrong}");
            }
        }
    }

    [Fact]
    public void The_likeliest_correction_is_best()
    {
        var index = new SearchIndex([new FieldSettings("body", 1, 20)]);
        index.Replace(
        [
            new Document("beginning", [new("body", "sable")]), new Document("right", [new("body", "table")]), new Document("other", [new("body", "printer")]),
        ]);

        Assert.Equal(["right", "beginning"], index.Search(new Query("tabel sabel") { Language = "en" }, 3).ScoreDocs.Select(hit => hit.Key).OrderDescending());
        Assert.Equal("right", index.Search(new Query("tabble") { Language = "en" }, 3).ScoreDocs[0].Key);
    }

    [Fact]
    public void A_slip_that_is_in_a_document_is_forgiven_in_a_question()
    {
        var index = new SearchIndex([new FieldSettings("body", 1, 20)]);
        index.Replace([new Document("slip", [new("body", "pasword")]), .. Enumerable.Range(0, 10).Select(number => new Document($"{number}", [new("body", $"password number{number}")]))]);

        Assert.Equal(["3", "slip"], index.Search(new Query("pasword number3") { Language = "en" }, 2).ScoreDocs.Select(hit => hit.Key));
        Assert.Equal("slip", index.Search(new Query("pasword") { Language = "en" }, 1).ScoreDocs[0].Key);
    }

    private static IEnumerable<string> Slips(string word)
    {
        for (var at = 0; at <= word.Length; at++)
        {
            yield return word[..at] + "q" + word[at..];
            if (at < word.Length)
            {
                yield return word[..at] + "q" + word[(at + 1)..];
                yield return word[..at] + word[(at + 1)..];
            }

            if (at + 1 < word.Length)
            {
                yield return word[..at] + word[at + 1] + word[at] + word[(at + 2)..];
            }
        }
    }
}
