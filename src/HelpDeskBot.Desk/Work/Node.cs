using NodaTime;

namespace HelpDeskBot.Desk.Work;

/// <summary>This process, as leases name it.</summary>
public sealed class Node
{
    /// <summary>How long a row stays with the process that took it; another takes over afterwards.</summary>
    internal static readonly Duration Lease = Duration.FromSeconds(30);

    /// <summary>With less than this left a process takes its own lease again, so that it does not run out under its hands.</summary>
    internal static readonly Duration Renewal = Duration.FromSeconds(10);

    internal string Name { get; } = $"{Environment.MachineName}/{Environment.ProcessId}/{Guid.NewGuid():N}"[..32];
}
