using HelpDeskBot.Desk.Inbox;

namespace HelpDeskBot.Turns;

/// <summary>Translates deliveries of one channel into turns.</summary>
internal interface ITurnTranslator
{
    string Channel { get; }

    /// <summary>The turn, or null for what needs no answer.</summary>
    Task<Turn?> TranslateAsync(Delivery delivery, CancellationToken stop);

    /// <summary>An earlier message of whoever pressed, as a turn of now; null if it is not theirs or no longer there.</summary>
    Task<Turn?> RecallAsync(CardAction action, string message, CancellationToken stop);
}

/// <summary>Takes a delivery to where its turn is dealt with: a direct chat or an agent channel.</summary>
internal sealed class TurnHandler(
    IEnumerable<ITurnTranslator> translators, DirectTurns direct, RoomTurns room, CorrectionTurns corrections, Speaker speaker) : ITurnHandler
{
    public async Task HandleAsync(Delivery delivery, CancellationToken stop)
    {
        if (await TranslateAsync(delivery, stop) is not { } turn)
        {
            return;
        }

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

    public async Task ApologiseAsync(Delivery delivery, string reference, CancellationToken stop)
    {
        if (await TranslateAsync(delivery, stop) is { } turn)
        {
            speaker.Say(turn.Here, "error.turn", ("reference", reference));
        }
    }

    private Task<Turn?> TranslateAsync(Delivery delivery, CancellationToken stop) =>
        translators.Single(translator => translator.Channel == delivery.Channel).TranslateAsync(delivery, stop);
}
