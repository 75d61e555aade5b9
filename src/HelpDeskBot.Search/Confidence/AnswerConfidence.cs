namespace HelpDeskBot.Search.Confidence;

/// <summary>What to do with the best document.</summary>
public enum ConfidenceBand
{
    /// <summary>Say nothing: bothering people costs more than a missed answer.</summary>
    None,

    /// <summary>Say that it may help, in one line.</summary>
    Maybe,

    /// <summary>Offer it as the answer.</summary>
    Offer,
}

/// <summary>How probable it is that the best document answers the query: 0.8 means that four out of five such ones do.</summary>
/// <param name="Model">Fitted to <see cref="Signals"/>.</param>
/// <param name="MaybeFrom">The probability from which it may help.</param>
/// <param name="OfferFrom">The probability from which it is offered.</param>
public sealed record AnswerConfidence(LogisticRegression Model, double MaybeFrom, double OfferFrom)
{
    /// <summary>0 if nothing was found.</summary>
    public double Of(TopDocs found) => found.ScoreDocs.Count == 0 ? 0 : Model.Probability(Signals.Of(found));

    public ConfidenceBand BandOf(double probability) =>
        probability >= OfferFrom ? ConfidenceBand.Offer : probability >= MaybeFrom ? ConfidenceBand.Maybe : ConfidenceBand.None;
}
