namespace HelpDeskBot.AdaptiveCards.Expressions;

/// <summary>What names mean at one place of a template: <c>$root</c>, <c>$data</c> and, inside a repetition, <c>$index</c>.</summary>
readonly record struct Scope(Value Root, Value Data, int? Index);
