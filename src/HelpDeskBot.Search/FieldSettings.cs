namespace HelpDeskBot.Search;

/// <summary>How a field of the documents counts.</summary>
/// <param name="Name">What documents call it.</param>
/// <param name="Weight">How much more a word in it says than one in a field of weight 1; 0: it says nothing.</param>
/// <param name="TypicalLength">Number of words at which it counts as neither short nor long. Fixed, so that a score does not depend on what else is
/// in the index, and an edit touches nothing but its own document.</param>
public sealed record FieldSettings(string Name, double Weight, int TypicalLength)
{
    /// <summary>
    /// Above 0: each value is also scored for itself, by the share of its words that the query has, and the best one counts so much on top: for values that
    /// say the same thing in different words, such as questions that were asked before. Ten of them together are not ten times as good.
    /// </summary>
    public double BestValueWeight { get; init; }
}
