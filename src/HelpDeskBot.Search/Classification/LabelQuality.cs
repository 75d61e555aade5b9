namespace HelpDeskBot.Search.Classification;

/// <summary>How well a label is told from the others, measured on examples that the measured classifier was not trained on.</summary>
/// <param name="Label">The label.</param>
/// <param name="Examples">How many there were.</param>
/// <param name="Precision">Of the texts for which it came first, the share that it was right for; 0 if it never came first.</param>
/// <param name="Recall">Of its own examples, the share for which it came first.</param>
/// <param name="IsProposed">Whether that is enough to propose it.</param>
public sealed record LabelQuality(string Label, int Examples, double Precision, double Recall, bool IsProposed);
