namespace HelpDeskBot.Turns;

/// <summary>Knows one thing that people can type beside the commands that are buttons too.</summary>
internal interface ITypedTurns
{
    /// <summary>False if it does not know what was said; then nothing happened.</summary>
    Task<bool> AnswerAsync(Turn turn, CancellationToken stop);
}

/// <summary>Asks everybody who knows something that can be typed, in turn.</summary>
internal sealed class TypedTurns(IEnumerable<ITypedTurns> all)
{
    /// <summary>Asks only who knows what can be said about a message that is quoted: to quote one and write is a comment otherwise.</summary>
    public async Task<bool> AnswerQuotedAsync(Turn turn, CancellationToken stop) =>
        turn.Place.Root is not null && await all.OfType<NotificationTurns>().Single().AnswerAsync(turn, stop);

    /// <summary>False if none of them knows what was said.</summary>
    public async Task<bool> AnswerAsync(Turn turn, CancellationToken stop)
    {
        foreach (var one in all)
        {
            if (await one.AnswerAsync(turn, stop))
            {
                return true;
            }
        }

        return false;
    }
}
