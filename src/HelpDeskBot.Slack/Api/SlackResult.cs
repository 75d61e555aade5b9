using System.Diagnostics.CodeAnalysis;

namespace HelpDeskBot.Slack.Api;

/// <summary>What became of a call.</summary>
public enum SlackOutcome
{
    /// <summary>Slack did it.</summary>
    Ok,

    /// <summary>Slack will never do it as it is asked; nothing was done.</summary>
    Refused,

    /// <summary>Nothing was done, or doing it again does no harm; ask again after <see cref="SlackResult{T}.RetryAfter"/>.</summary>
    Later,

    /// <summary>It may have been done: look before asking again.</summary>
    Unknown,
}

/// <summary>The answer to a call. Failures of Slack and of the network are values; only a call that is stopped throws.</summary>
/// <param name="Value">What Slack answered; there if it is ok.</param>
/// <param name="Error">Slack's code such as <c>channel_not_found</c>, or ours (<c>http_503</c>, <c>timeout</c>, <c>connection</c>); empty if it is ok.</param>
public sealed record SlackResult<T>(SlackOutcome Outcome, T? Value, string Error)
    where T : class
{
    [MemberNotNullWhen(true, nameof(Value))]
    public bool IsOk => Outcome is SlackOutcome.Ok;

    /// <summary>How long to wait before asking again, or before looking whether it was done.</summary>
    public TimeSpan RetryAfter { get; init; }

    /// <summary>Where in the arguments the fault is, as Slack says it.</summary>
    public IReadOnlyList<string> Details { get; init; } = [];

    /// <summary>The same outcome with another value.</summary>
    public SlackResult<TOther> Map<TOther>(Func<T, TOther> map)
        where TOther : class => new(Outcome, IsOk ? map(Value) : null, Error) { RetryAfter = RetryAfter, Details = Details };
}

/// <summary>Slack did it and has nothing to say about it.</summary>
public sealed record SlackDone
{
    internal static readonly SlackDone Instance = new();
}
