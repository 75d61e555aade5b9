using HelpDeskBot.Search.Classification;

namespace HelpDeskBot.Tests.Search.Classification;

public class TextClassifierTests
{
    private static readonly TextClassifier Classifier = TextClassifier.Train(new SampleTickets(seed: 1).Take(800));

    /// <summary>One in 27 carries a wrong label and some lost their telling words, so that somewhat above 0.92 is what can be reached.</summary>
    [Fact]
    public void Tickets_it_has_not_seen_are_told()
    {
        var tickets = new SampleTickets(seed: 2).Take(1000);

        var told = tickets.ToLookup(ticket => ticket.Label, ticket => First(ticket).Label == ticket.Label);

        Assert.InRange(told.SelectMany(label => label).Average(isRight => isRight ? 1.0 : 0), 0.88, 1);
        Assert.All(told, label => Assert.InRange(label.Average(isRight => isRight ? 1.0 : 0), 0.85, 1));
    }

    [Fact]
    public void What_it_says_of_itself_is_what_new_tickets_show()
    {
        var first = new SampleTickets(seed: 3).Take(2000).Select(ticket => (ticket, Said: First(ticket))).ToList();

        Assert.Equal(SampleTickets.Labels.Order(StringComparer.Ordinal), Classifier.Labels.Select(label => label.Label));
        Assert.All(Classifier.Labels, label =>
        {
            var (said, own) = (first.Where(row => row.Said.Label == label.Label).ToList(), first.Where(row => row.ticket.Label == label.Label).ToList());
            Assert.Equal(label.Precision, said.Average(row => row.ticket.Label == label.Label ? 1.0 : 0), 0.08);
            Assert.Equal(label.Recall, own.Average(row => row.Said.Label == label.Label ? 1.0 : 0), 0.08);
        });
        Assert.Equal(first.Average(row => row.Said.Probability), first.Average(row => row.Said.Label == row.ticket.Label ? 1.0 : 0), 0.05);
    }

    [Fact]
    public void From_the_threshold_on_the_precision_is_as_asked()
    {
        var threshold = Classifier.ThresholdFor(0.92);

        Assert.NotNull(threshold);
        var passed = new SampleTickets(seed: 4).Take(2000)
            .Select(ticket => (ticket.Label, Said: First(ticket)))
            .Where(row => row.Said.Probability >= threshold)
            .ToList();
        Assert.InRange(passed.Count, 500, 2000);
        Assert.InRange(passed.Average(row => row.Said.Label == row.Label ? 1.0 : 0), 0.92, 1);
    }

    [Fact]
    public void Word_pairs_tell_what_words_alone_do_not()
    {
        var classifier = TextClassifier.Train(Enumerable.Range(0, 100).SelectMany(number => new[]
        {
            new LabelledText("printer", $"request {number} from floor {number % 7} about the office and its machines printer broken scanner fine"),
            new LabelledText("scanner", $"request {number} from floor {number % 7} about the office and its machines scanner broken printer fine"),
        }));

        Assert.Equal("printer", classifier.Classify("about its machines: printer broken, scanner fine")[0].Label);
        Assert.Equal("scanner", classifier.Classify("about its machines: scanner broken, printer fine")[0].Label);
    }

    [Fact]
    public void What_a_text_opens_with_counts_more_than_the_same_words_later()
    {
        const string Between = "hello dear team and please see what follows below";
        var classifier = TextClassifier.Train(Enumerable.Range(0, 100).SelectMany(number => new[]
        {
            new LabelledText("leave", $"holiday {number} {Between} monitor"),
            new LabelledText("device", $"monitor {number} {Between} holiday"),
        }));

        Assert.Equal("leave", classifier.Classify($"holiday: {Between}, monitor")[0].Label);
        Assert.Equal("device", classifier.Classify($"monitor: {Between}, holiday")[0].Label);
    }

    [Fact]
    public void It_says_which_words_spoke_for_a_label_as_they_stand_in_the_text()
    {
        const string Text = "Hallo zusammen,\nmein VPN-Token wird seit heute abgelehnt. Vielen Dank";

        Assert.Equal("Access", Classifier.Classify(Text)[0].Label);
        var reasons = Classifier.Because(Text, "Access");
        Assert.Contains("VPN", reasons);
        Assert.Contains("Token", reasons);
        Assert.All(["Hallo", "Vielen", "Dank"], word => Assert.DoesNotContain(word, reasons));
        Assert.Empty(Classifier.Because(Text, "Catering"));
        Assert.Empty(Classifier.Because("qwertz", "Access"));
    }

    [Fact]
    public void A_repeated_word_is_one_reason()
    {
        var reasons = Classifier.Because("Drucker, DRUCKER, drucker: Papier", "Hardware");

        Assert.Single(reasons, word => word.Equals("drucker", StringComparison.OrdinalIgnoreCase));
        Assert.Equal("Drucker", reasons[0]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?!")]
    [InlineData("qwertz uiopü")]
    public void It_says_nothing_of_words_it_does_not_know(string text) => Assert.Empty(Classifier.Classify(text));

    [Fact]
    public void Examples_in_any_order_give_the_same_classifier_every_time()
    {
        var examples = new SampleTickets(seed: 5).Take(300).ToArray();
        var stored = Stored(TextClassifier.Train(examples));

        new Random(1).Shuffle(examples);

        Assert.Equal(stored, Stored(TextClassifier.Train(examples)));
    }

    [Fact]
    public void What_the_labels_are_called_does_not_matter()
    {
        LabelledText[] examples = [.. new SampleTickets(seed: 5).Take(300).DistinctBy(ticket => ticket.Text)];
        var named = TextClassifier.Train(examples);
        var renamed = TextClassifier.Train(examples.Select(example => example with { Label = Renamed(example.Label) }));

        Assert.All(new SampleTickets(seed: 6).Take(50), ticket => Assert.All(
            named.Classify(ticket.Text).Zip(renamed.Classify(ticket.Text)),
            pair =>
            {
                Assert.Equal(Renamed(pair.First.Label), pair.Second.Label);
                Assert.Equal(pair.First.Probability, pair.Second.Probability, 0.001);
            }));

        // Which turns their order round.
        static string Renamed(string label) => $"{(char)('z' - label[0] + 'A')}";
    }

    [Fact]
    public void Asking_allocates_little_more_than_the_answer()
    {
        const string Text = "my laptop battery drains and the VPN token is rejected";
        Classifier.Classify(Text);
        var before = GC.GetAllocatedBytesForCurrentThread();

        for (var time = 0; time < 100; time++)
        {
            Classifier.Classify(Text);
        }

        Assert.InRange((GC.GetAllocatedBytesForCurrentThread() - before) / 100, 1, 300);
    }

    [Fact]
    public void Training_can_be_stopped() => Assert.ThrowsAny<OperationCanceledException>(
        () => TextClassifier.Train(new SampleTickets(seed: 1).Take(100), new CancellationToken(canceled: true)));

    // Of a ticket that lost all its words nothing is said.
    private static LabelProbability First(LabelledText ticket) => Classifier.Classify(ticket.Text) is [var first, ..] ? first : default;

    private static byte[] Stored(TextClassifier classifier)
    {
        using var stream = new MemoryStream();
        classifier.Save(stream);
        return stream.ToArray();
    }
}
