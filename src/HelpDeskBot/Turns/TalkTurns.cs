namespace HelpDeskBot.Turns;

/// <summary>Takes what was said to where it is dealt with: a direct chat or an agent channel.</summary>
internal sealed class TalkTurns(DirectTurns direct, RoomTurns room, CorrectionTurns corrections)
{
    public async Task HandleAsync(Turn turn, CancellationToken stop)
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
}
