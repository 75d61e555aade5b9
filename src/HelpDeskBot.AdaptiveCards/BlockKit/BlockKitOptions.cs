using System.Text.Json.Nodes;

namespace HelpDeskBot.AdaptiveCards.BlockKit;

/// <summary>What a translation needs to know beside the card.</summary>
public sealed record BlockKitOptions
{
    /// <summary>What relative addresses are relative to; null leaves such links out, since Slack opens absolute ones only.</summary>
    public Uri? BaseAddress { get; init; }

    /// <summary>The word that submits a form whose card has no button for it, at most 24 characters.</summary>
    public string Submit { get; init; } = "OK";

    /// <summary>The word that closes a modal, at most 24 characters; null leaves it to Slack.</summary>
    public string? Close { get; init; }

    /// <summary>
    /// Keeps what is too long for Slack to carry (a button's data over 2,000 characters, a form's over 3,000, a choice's value over 150)
    /// and returns a key of at most 100 characters, the same one for the same data; <see cref="BlockKitAnswers"/> asks for it again.
    /// Null: what does not fit is left out and reported.
    /// </summary>
    public Func<JsonObject, string>? Keep { get; init; }
}
