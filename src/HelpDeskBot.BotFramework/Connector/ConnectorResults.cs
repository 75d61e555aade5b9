namespace HelpDeskBot.BotFramework.Connector;

/// <summary>Makes of an answer what the caller has to know.</summary>
internal static class ConnectorResults
{
    /// <param name="read">Reads the value; null if what was asked for is not in the answer.</param>
    public static ConnectorResult<T> Of<T>(ConnectorCall call, ConnectorAnswer answer, Func<ConnectorAnswer, T?> read)
        where T : class
    {
        var value = answer.Verdict == Verdict.Done ? read(answer) : null;
        var outcome = answer.Verdict switch
        {
            Verdict.Done when value is not null => ConnectorOutcome.Done,
            Verdict.Done => ConnectorOutcome.Later, // asked, and answered with something else
            Verdict.Refused => ConnectorOutcome.Refused,
            Verdict.Unsure when !call.IsRepeatable => ConnectorOutcome.Unknown,
            _ => ConnectorOutcome.Later,
        };
        return new ConnectorResult<T>(outcome, answer.Verdict == Verdict.Done && value is null ? ConnectorCodes.ServerError : answer.Code)
        {
            Value = value,
            After = outcome == ConnectorOutcome.Later ? answer.After : TimeSpan.Zero,
            Status = answer.Status,
            Detail = answer.Detail,
        };
    }
}
