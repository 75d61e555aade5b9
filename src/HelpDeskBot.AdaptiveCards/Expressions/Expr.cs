namespace HelpDeskBot.AdaptiveCards.Expressions;

/// <summary>What an expression may evaluate to, as far as that is known before there is data; Object is "anything".</summary>
[Flags]
enum ExprTypes
{
    Boolean = 1,
    Number = 2,
    Object = 4,
    String = 8,
    Array = 16,
}

/// <summary>One node of a parsed expression. Its text is the engine's canonical one, shown where evaluating it failed.</summary>
abstract class Expr(ExprTypes returns, int depth)
{
    /// <summary>Evaluating recurses this deep, so that the parser can refuse what might exhaust the stack.</summary>
    public int Depth { get; } = depth;

    public ExprTypes Returns { get; } = returns;

    /// <summary>Computes the value. A missing property is its own source, unless conditions switch that off.</summary>
    public abstract Value Evaluate(in Scope scope, bool substitute);

    public abstract override string ToString();

    public bool MayBe(ExprTypes accepted) => ((accepted | Returns) & ExprTypes.Object) != 0 || (accepted & Returns) != 0;
}
