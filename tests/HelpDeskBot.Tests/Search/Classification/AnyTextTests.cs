using FsCheck;
using FsCheck.Fluent;
using HelpDeskBot.Search.Classification;

namespace HelpDeskBot.Tests.Search.Classification;

/// <summary>People, scanners and broken programs write; none of it may break the classifier or be told wrongly sure.</summary>
public class AnyTextTests
{
    private static readonly TextClassifier Classifier = TextClassifier.Train(new SampleTickets(seed: 1).Take(400));

    private static readonly string[] Pieces =
    [
        "laptop", "LAPTOP", "payslip", "Tür", "VPN-Token", " ", "\n", "\t", "\0", "\ud800", "\udc00", "👩‍💻", "\u0301", "İ", "ß", "ﬁ", "0x80070005", "\\\\server\\share",
        ",", "'", "日本語", "עברית", "\u202e", "𝔸", "x",
    ];

    [Fact]
    public void Probabilities_of_any_text_are_ranked_and_sum_to_one() =>
        Prop.ForAll(Gen.ArrayOf(Gen.Elements(Pieces)).ToArbitrary(), pieces => Check(string.Concat(pieces))).QuickCheckThrowOnFailure();

    [Fact]
    public void Nor_does_a_text_of_any_characters_break_it() =>
        Prop.ForAll(Gen.ArrayOf(Gen.Choose(0, char.MaxValue)).ToArbitrary(), letters => Check(string.Concat(letters.Select(letter => (char)letter)) + " laptop"))
            .QuickCheckThrowOnFailure();

    [Fact]
    public async Task Neither_do_endless_ones()
    {
        await InTime.Run(() =>
        {
            Check(new string('a', 1_000_000) + " laptop");
            Check(string.Concat(Enumerable.Repeat("laptop payslip ", 100_000)));
            Check("laptop " + string.Concat(Enumerable.Repeat("a\u0301\u0316", 200_000)));
            Check(new string('\ud800', 500_000) + "laptop");
            return true;
        });
    }

    [Fact]
    public void What_it_learns_from_may_be_as_odd()
    {
        var texts = new Random(1).GetItems(Pieces, 4000).Chunk(8).Select(pieces => string.Concat(pieces)).ToList();
        var classifier = TextClassifier.Train(texts.Select((text, number) => new LabelledText(number % 3 == 0 ? "\ud800" : "", text)).Append(new LabelledText("🔥", "")));

        Assert.Equal(["", "\ud800", "🔥"], classifier.Labels.Select(label => label.Label));
    }

    private static void Check(string text)
    {
        var said = Classifier.Classify(text);
        Assert.All(said, label => Assert.InRange(label.Probability, 0, 1));
        Assert.Equal(said.OrderByDescending(label => label.Probability), said);
        Assert.True(said.Count == 0 || Math.Abs(said.Sum(label => label.Probability) - 1) < 1e-5, text);
        Assert.Equal(said, Classifier.Classify(text));
        Assert.All(SampleTickets.Labels, label => Assert.All(Classifier.Because(text, label), word => Assert.Contains(word, text, StringComparison.Ordinal)));
    }
}
