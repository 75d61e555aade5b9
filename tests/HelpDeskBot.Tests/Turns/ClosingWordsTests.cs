using System.Security.Cryptography;
using System.Text;
using HelpDeskBot.Cards;
using HelpDeskBot.Tests.Support;
using HelpDeskBot.Turns;

namespace HelpDeskBot.Tests.Turns;

/// <summary>
/// How well closing messages are told from others, measured on the half of the labelled messages that the phrases were not written from.
/// The halves are chosen by the hash of the text.
/// </summary>
public class ClosingWordsTests(ITestOutputHelper output)
{
    private const double LeastPrecision = 0.98;
    private const double LeastRecall = 0.85;

    private static readonly ClosingWords Closing = new(new CardCatalog(Path.Combine(RepositoryFolder.Root, "cards")).Languages);

    private static readonly Message[] Messages =
    [
        .. File.ReadAllLines(Path.Combine(RepositoryFolder.Root, "tests", "HelpDeskBot.Tests", "Support", "closing-messages.tsv"))
            .Where(line => !line.StartsWith('#'))
            .Select(line => line.Split('\t'))
            .Select(columns => new Message(columns[0].Replace("\\n", "\n", StringComparison.Ordinal), columns[1] == "closing", columns[2], HalfOf(columns[0]))),
    ];

    [Theory]
    [InlineData("en de")]
    [InlineData("en")]
    [InlineData("de")]
    public void Messages_that_were_not_looked_at_are_told_apart(string languages)
    {
        var (precision, recall) = Measured(1, languages);
        Assert.True(precision >= LeastPrecision, $"precision {precision:F3}");
        Assert.True(recall >= LeastRecall, $"recall {recall:F3}");
    }

    [Fact]
    public void The_messages_that_the_phrases_were_written_from_are_told_apart_better_still()
    {
        var (precision, recall) = Measured(0, "en de");
        Assert.Equal(1, precision);
        Assert.True(recall >= 0.95, $"recall {recall:F3}");
    }

    [Fact]
    public void There_are_enough_messages_of_every_kind_in_both_halves()
    {
        Assert.True(Messages.Length >= 360);
        Assert.Equal(Messages.Length, Messages.Select(message => message.Text).Distinct().Count());
        Assert.All(
            Messages.GroupBy(message => (message.Language, message.IsClosing, message.Half)),
            group => Assert.True(group.Count() >= 40, $"{group.Key}: {group.Count()}"));
        Assert.Equal(8, Messages.Select(message => (message.Language, message.IsClosing, message.Half)).Distinct().Count());
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("...")]
    [InlineData("😂")]
    [InlineData("thanks\ud800 not")]
    public void What_says_nothing_of_it_is_not_closing(string text) => Assert.False(Closing.Are(text));

    [Fact]
    public void A_long_run_of_fillers_takes_no_time()
    {
        for (var words = 0; words < 100; words++)
        {
            Assert.False(Closing.Are(string.Concat(Enumerable.Repeat("works so very fine now ", words)) + "qzx"));
        }
    }

    private (double Precision, double Recall) Measured(int half, string languages)
    {
        var measured = Messages.Where(message => message.Half == half && languages.Contains(message.Language, StringComparison.Ordinal))
            .Select(message => (message, said: Closing.Are(message.Text))).ToList();
        foreach (var (message, said) in measured.Where(pair => pair.said != pair.message.IsClosing))
        {
            output.WriteLine($"{(said ? "taken for closing" : "missed")}: {message.Text.ReplaceLineEndings(" / ")}");
        }

        var right = measured.Count(pair => pair.said && pair.message.IsClosing);
        var precision = (double)right / measured.Count(pair => pair.said);
        var recall = (double)right / measured.Count(pair => pair.message.IsClosing);
        output.WriteLine($"half {half}, {languages}: {measured.Count} messages, precision {precision:F3}, recall {recall:F3}");
        return (precision, recall);
    }

    private static int HalfOf(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text))[0] & 1;

    private sealed record Message(string Text, bool IsClosing, string Language, int Half);
}
