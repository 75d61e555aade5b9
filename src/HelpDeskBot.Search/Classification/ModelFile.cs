using System.Security.Cryptography;
using System.Text;

namespace HelpDeskBot.Search.Classification;

/// <summary>
/// A classifier as bytes: four letters that say what it is, the version, a digest (SHA-256) of the rest; then the labels with what is known of them, the
/// precision curve, and the weights.
/// </summary>
internal static class ModelFile
{
    /// <summary>Raised with every change of what is written, or of how words are cut and hashed.</summary>
    public const int Version = 1;

    private static readonly byte[] Kind = [.. "TXCL"u8];

    public static void Write(TextClassifier classifier, Stream to)
    {
        using var content = new MemoryStream();
        using var writer = new BinaryWriter(content, Encoding.UTF8);
        WriteLabels(writer, classifier.Labels);
        WriteCurve(writer, classifier.Curve);
        classifier.Model.Write(writer);
        writer.Flush();

        to.Write(Kind);
        to.Write(BitConverter.GetBytes(Version));
        to.Write(SHA256.HashData(Written(content)));
        content.WriteTo(to);
    }

    public static TextClassifier Read(Stream from)
    {
        using var all = new MemoryStream();
        from.CopyTo(all);
        all.Position = 0;
        using var reader = new BinaryReader(all, Encoding.UTF8);
        Check(reader.ReadBytes(Kind.Length).AsSpan().SequenceEqual(Kind), "This is no stored text classifier.");
        var version = reader.ReadBytes(sizeof(int));
        Check(version.Length == sizeof(int), "The stored text classifier is cut off.");
        Check(
            BitConverter.ToInt32(version) == Version,
            $"The text classifier was stored in version {BitConverter.ToInt32(version)}; this program reads version {Version}. Train it again.");
        var digest = reader.ReadBytes(SHA256.HashSizeInBytes);
        Check(
            digest.AsSpan().SequenceEqual(SHA256.HashData(Written(all)[(int)all.Position..])),
            "The stored text classifier is damaged: its checksum is not the one it was stored with. Train it again.");

        var labels = ReadLabels(reader);
        var curve = new PrecisionCurve(ReadCounts(reader), ReadCounts(reader));
        return new TextClassifier(LinearModel.Read(reader), labels, curve);
    }

    private static void WriteLabels(BinaryWriter to, IReadOnlyList<LabelQuality> labels)
    {
        to.Write(labels.Count);
        foreach (var label in labels)
        {
            to.Write(label.Label);
            to.Write(label.Examples);
            to.Write(label.Precision);
            to.Write(label.Recall);
            to.Write(label.IsProposed);
        }
    }

    private static List<LabelQuality> ReadLabels(BinaryReader from)
    {
        var labels = new List<LabelQuality>();
        for (var left = from.ReadInt32(); left > 0; left--)
        {
            labels.Add(new LabelQuality(from.ReadString(), from.ReadInt32(), from.ReadDouble(), from.ReadDouble(), from.ReadBoolean()));
        }

        return labels;
    }

    private static void WriteCurve(BinaryWriter to, PrecisionCurve curve)
    {
        WriteCounts(to, curve.Cases);
        WriteCounts(to, curve.Right);
    }

    private static void WriteCounts(BinaryWriter to, ReadOnlySpan<int> counts)
    {
        foreach (var count in counts)
        {
            to.Write7BitEncodedInt(count);
        }
    }

    private static int[] ReadCounts(BinaryReader from)
    {
        var counts = new int[PrecisionCurve.Bins];
        foreach (ref var count in counts.AsSpan())
        {
            count = from.Read7BitEncodedInt();
        }

        return counts;
    }

    private static ReadOnlySpan<byte> Written(MemoryStream stream) => stream.GetBuffer().AsSpan(0, (int)stream.Length);

    private static void Check(bool isGood, string otherwise)
    {
        if (!isGood)
        {
            throw new InvalidDataException(otherwise);
        }
    }
}
