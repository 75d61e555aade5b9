namespace HelpDeskBot.Search.Classification;

/// <summary>How likely a label is the right one for a text, from 0 to 1.</summary>
public readonly record struct LabelProbability(string Label, double Probability);
