namespace HelpDeskBot.AdaptiveCards.Expressions;

/// <summary>An expression cannot be read; the template compiler adds where it stands.</summary>
sealed class ExpressionException(string problem) : Exception(problem);
