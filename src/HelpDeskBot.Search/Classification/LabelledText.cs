namespace HelpDeskBot.Search.Classification;

/// <summary>A text and the label that people gave it.</summary>
public readonly record struct LabelledText(string Label, string Text);
