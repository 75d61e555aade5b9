namespace HelpDeskBot.AdaptiveCards;

/// <summary>One thing that is wrong with a card, and where, as a JSON path such as <c>$.body[0].text</c>.</summary>
public sealed record CardProblem(string Path, string Message)
{
    public override string ToString() => $"{Path}: {Message}";
}
