using System.Collections.Frozen;

namespace HelpDeskBot.AdaptiveCards.Vocabulary;

/// <summary>What a property holds.</summary>
enum Slot
{
    Value,
    Text,
    Elements,
    Columns,
    Inlines,
    Facts,
    Choices,
    Action,
    Actions,
    Execute,
    Refresh,
    ElementFallback,
    ActionFallback,
    ExecuteFallback,
}

/// <summary>The properties an object of the vocabulary may have, and those it must have.</summary>
sealed record Rule(string Type, FrozenDictionary<string, Slot> Properties, string[] Required, bool TypeIsOptional = false);
