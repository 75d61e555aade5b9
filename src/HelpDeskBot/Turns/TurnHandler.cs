using HelpDeskBot.Desk.Inbox;

namespace HelpDeskBot.Turns;

/// <summary>Translates deliveries of one channel into turns.</summary>
internal interface ITurnTranslator
{
    string Channel { get; }

    Task<Translation> TranslateAsync(Delivery delivery, CancellationToken stop);

    /// <summary>An earlier message of whoever pressed, as a turn of now; null if it is not theirs or no longer there.</summary>
    Task<Turn?> RecallAsync(CardAction action, string message, CancellationToken stop);
}

/// <summary>What a delivery means.</summary>
/// <param name="Turn">Null for what needs no answer.</param>
internal readonly record struct Translation(Turn? Turn)
{
    /// <summary>It came from somebody who is none of ours: nothing of it is kept.</summary>
    public static Translation Outsider { get; } = new() { IsFromOutside = true };

    public bool IsFromOutside { get; private init; }

    /// <summary>A press that came as a message and is answered by one; null for words.</summary>
    public CardAction? Press { get; init; }
}

/// <summary>Takes a delivery to where it is dealt with: words, or a press that came as a message.</summary>
internal sealed class TurnHandler(
    IEnumerable<ITurnTranslator> translators, TalkTurns talk, SubmittedTurns submitted, Speaker speaker) : ITurnHandler
{
    public async Task<bool> HandleAsync(Delivery delivery, CancellationToken stop)
    {
        var translated = await TranslateAsync(delivery, stop);
        if (translated.Turn is { } turn)
        {
            await talk.HandleAsync(turn, stop);
        }
        else if (translated.Press is { } press)
        {
            await submitted.HandleAsync(press, stop);
        }

        return !translated.IsFromOutside;
    }

    public async Task ApologiseAsync(Delivery delivery, string reference, CancellationToken stop)
    {
        if ((await TranslateAsync(delivery, stop)).Turn is { } turn)
        {
            speaker.Say(turn.Here, "error.turn", ("reference", reference));
        }
    }

    private Task<Translation> TranslateAsync(Delivery delivery, CancellationToken stop) =>
        translators.Single(translator => translator.Channel == delivery.Channel).TranslateAsync(delivery, stop);
}
