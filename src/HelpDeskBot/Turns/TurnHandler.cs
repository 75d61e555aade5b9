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
}

/// <summary>Takes a delivery to where its turn is dealt with: a direct chat or an agent channel.</summary>
internal sealed class TurnHandler(
    IEnumerable<ITurnTranslator> translators, DirectTurns direct, RoomTurns room, CorrectionTurns corrections, Speaker speaker) : ITurnHandler
{
    public async Task<bool> HandleAsync(Delivery delivery, CancellationToken stop)
    {
        var translated = await TranslateAsync(delivery, stop);
        if (translated.Turn is { } turn)
        {
            await HandleAsync(turn, stop);
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

    private async Task HandleAsync(Turn turn, CancellationToken stop)
    {
        if (turn.Correction is { } correction)
        {
            await corrections.HandleAsync(turn, correction, stop);
        }
        else if (turn.Place.Room is null)
        {
            await direct.HandleAsync(turn, stop);
        }
        else
        {
            await room.HandleAsync(turn, stop);
        }
    }

    private Task<Translation> TranslateAsync(Delivery delivery, CancellationToken stop) =>
        translators.Single(translator => translator.Channel == delivery.Channel).TranslateAsync(delivery, stop);
}
