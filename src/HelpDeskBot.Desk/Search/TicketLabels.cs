using System.Collections.Concurrent;
using HelpDeskBot.Search.Classification;

namespace HelpDeskBot.Desk.Search;

/// <summary>What the words of a report point to, as this desk's own tickets taught.</summary>
/// <param name="IsCertain">It was right often enough on tickets like this to be taken without asking.</param>
/// <param name="Because">The words that said so, as they stand in the text.</param>
internal sealed record LabelGuess(string Label, bool IsCertain, IReadOnlyList<string> Because);

/// <summary>The classifiers in force, held in memory.</summary>
public sealed class TicketLabels
{
    // Whoever reads a wrong category under their own report trusts the next one less; at this precision one in thirty-three is wrong.
    private const double Certain = 0.97;
    private const double LeastLikely = 0.4;

    private readonly ConcurrentDictionary<TicketLabel, InForce> _inForce = [];

    /// <summary>The likeliest of the allowed labels; null if nothing was learned or nothing is likely.</summary>
    internal LabelGuess? Guess(TicketLabel label, string text, Func<string, bool> isAllowed)
    {
        if (!_inForce.TryGetValue(label, out var known))
        {
            return null;
        }

        var first = known.Classifier.Classify(text).FirstOrDefault(candidate => isAllowed(candidate.Label));
        return first.Label is null || first.Probability < LeastLikely
            ? null
            : new LabelGuess(first.Label, first.Probability >= known.Threshold, known.Classifier.Because(text, first.Label));
    }

    /// <summary>The version in force, counted from 1; 0 if there is none.</summary>
    internal int VersionOf(TicketLabel label) => _inForce.TryGetValue(label, out var known) ? known.Version : 0;

    /// <summary>Takes a version over, unless a newer one is in force. One that another program wrote is left out: the next night trains it anew.</summary>
    internal bool PutInForce(TicketLabel label, int version, byte[] content)
    {
        try
        {
            using var from = new MemoryStream(content);
            var classifier = TextClassifier.Load(from);
            var loaded = new InForce(version, classifier, classifier.ThresholdFor(Certain) ?? double.PositiveInfinity);
            _inForce.AddOrUpdate(label, loaded, (_, known) => known.Version > version ? known : loaded);
            return true;
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    private sealed record InForce(int Version, TextClassifier Classifier, double Threshold);
}
