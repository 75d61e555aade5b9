using HelpDeskBot.Search.Classification;

namespace HelpDeskBot.Tests.Search.Classification;

public class StoredClassifierTests
{
    private static readonly TextClassifier Classifier = TextClassifier.Train(new SampleTickets(seed: 1).Take(300));
    private static readonly byte[] Stored = Bytes();

    [Fact]
    public void A_loaded_classifier_says_the_same()
    {
        var loaded = Load(Stored);

        Assert.Equal(Classifier.Labels, loaded.Labels);
        Assert.Equal(Classifier.ThresholdFor(0.8), loaded.ThresholdFor(0.8));
        Assert.All(new SampleTickets(seed: 2).Take(100), ticket =>
        {
            Assert.Equal(Classifier.Classify(ticket.Text), loaded.Classify(ticket.Text));
            Assert.Equal(Classifier.Because(ticket.Text, ticket.Label), loaded.Because(ticket.Text, ticket.Label));
        });
    }

    [Fact]
    public void One_that_proposes_nothing_can_be_stored_too()
    {
        using var stream = new MemoryStream();
        TextClassifier.Train([]).Save(stream);

        Assert.Empty(Load(stream.ToArray()).Classify("my password expired"));
    }

    [Fact]
    public void It_contains_no_words_of_the_texts()
    {
        var content = System.Text.Encoding.Latin1.GetString(Stored);

        Assert.Contains("Payroll", content, StringComparison.Ordinal);
        Assert.All(["password", "laptop", "payslip"], word => Assert.DoesNotContain(word, content, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void Another_version_is_refused_by_its_number()
    {
        var other = (byte[])Stored.Clone();
        other[4]++;

        var refused = Assert.Throws<InvalidDataException>(() => Load(other));

        Assert.Contains($"version {ModelFile.Version + 1}", refused.Message, StringComparison.Ordinal);
        Assert.Contains($"reads version {ModelFile.Version}", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_changed_byte_is_noticed_wherever_it_is()
    {
        for (var at = 0; at < Stored.Length; at += at < 200 ? 1 : 997)
        {
            var damaged = (byte[])Stored.Clone();
            damaged[at] ^= 0x10;
            Assert.Throws<InvalidDataException>(() => Load(damaged));
        }
    }

    [Fact]
    public void One_that_is_cut_off_is_refused()
    {
        for (var length = 0; length < Stored.Length; length += length < 200 ? 1 : 997)
        {
            Assert.Throws<InvalidDataException>(() => Load(Stored[..length]));
        }

        Assert.Throws<InvalidDataException>(() => Load([.. Stored, 0]));
    }

    private static TextClassifier Load(byte[] bytes)
    {
        using var stream = new MemoryStream(bytes);
        return TextClassifier.Load(stream);
    }

    private static byte[] Bytes()
    {
        using var stream = new MemoryStream();
        Classifier.Save(stream);
        return stream.ToArray();
    }
}
