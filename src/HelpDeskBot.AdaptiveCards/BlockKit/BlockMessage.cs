using System.Text.Json.Nodes;

namespace HelpDeskBot.AdaptiveCards.BlockKit;

/// <summary>A card as Slack messages: one, or several where it is too long for one.</summary>
/// <param name="Pages">At least one.</param>
/// <param name="Downgrades">What Slack shows differently, shorter or not at all, by its place in the card.</param>
public sealed record BlockMessage(IReadOnlyList<BlockPage> Pages, IReadOnlyList<CardProblem> Downgrades);

/// <summary>One message.</summary>
/// <param name="Text">What notifications and screen readers say: at most 4,000 characters, escaped, never empty.</param>
/// <param name="Blocks">1 to 50 blocks, for <c>chat.postMessage</c> and <c>chat.update</c>.</param>
public sealed record BlockPage(string Text, JsonArray Blocks);

/// <summary>A card as a modal, or cards as a home tab: the <c>view</c> of <c>views.open</c>, <c>views.update</c> and <c>views.publish</c>.</summary>
/// <param name="Downgrades">What Slack shows differently, shorter or not at all, by its place in the card.</param>
public sealed record BlockView(JsonObject View, IReadOnlyList<CardProblem> Downgrades)
{
    /// <summary>The inputs whose value was too long to be filled in whole (3,000 characters): submitting them would lose the rest.</summary>
    public IReadOnlyList<string> CutInputs { get; init; } = [];
}
