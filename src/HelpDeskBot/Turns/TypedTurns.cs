namespace HelpDeskBot.Turns;

/// <summary>What people type beside the commands that are buttons too: lists, the access log, following, reports for others, reminders. Each is asked in turn.</summary>
internal sealed class TypedTurns(ListTurns lists, AccessTurns access, FollowTurns follow, ReportForTurns reportFor, ReminderTurns reminders)
{
    /// <summary>False if none of them knows what was said.</summary>
    public async Task<bool> AnswerAsync(Turn turn, CancellationToken stop) =>
        await access.AnswerAsync(turn, stop) || await lists.AnswerAsync(turn, stop) || await follow.AnswerAsync(turn, stop)
        || await reportFor.AnswerAsync(turn, stop) || await reminders.AnswerAsync(turn, stop);
}
