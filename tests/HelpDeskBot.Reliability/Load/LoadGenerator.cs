using HelpDeskBot.Reliability.Support;

namespace HelpDeskBot.Reliability.Load;

/// <summary>Five employees and three agents at work, until it is over.</summary>
internal sealed class LoadGenerator : IDisposable
{
    private static readonly string[] EmployeeNames = ["amina", "bruno", "gina", "hugo", "ines"];
    private static readonly string[] AgentNames = ["chen", "dana", "elif"];

    private readonly CancellationToken _stop;
    private volatile bool _isOver;
    private List<Task> _running = [];

    public LoadGenerator(Uri address, string ledger, int seed, CancellationToken stop)
    {
        _stop = stop;
        Ledger = new Ledger(ledger);
        ChatClient Open(string account, string? room) => new(address, account, room, Ledger, Troubles, stop);
        Employees = [.. EmployeeNames.Select((name, i) => new Employee(Open(name, room: null), new Random(seed + i)))];
        Agents = [.. AgentNames.Select((name, i) => new Agent(Open(name, "it-support"), new Random(seed + 100 + i)))];
    }

    public Ledger Ledger { get; }

    public Troubles Troubles { get; } = new();

    public IReadOnlyList<Employee> Employees { get; }

    public IReadOnlyList<Agent> Agents { get; }

    public IEnumerable<ChatClient> Clients => [.. Employees.Select(employee => employee.Chat), .. Agents.Select(agent => agent.Chat)];

    public void Start() => _running =
    [
        .. Employees.Select(employee => Task.Run(() => employee.RunAsync(() => _isOver), _stop)),
        .. Agents.Select(agent => Task.Run(() => agent.RunAsync(() => _isOver, _stop), _stop)),
    ];

    /// <summary>Returns once so much more was acknowledged than now; fails if a client has failed.</summary>
    public async Task ProgressAsync(int lines, TimeSpan limit)
    {
        var wanted = Ledger.Count + lines;
        await RealTime.UntilAsync(
            async () =>
            {
                await FailIfBrokenAsync();
                return Ledger.Count >= wanted;
            },
            limit,
            () => $"{lines} more are acknowledged",
            _stop);
    }

    /// <summary>Everybody finishes what they are at; nothing new begins.</summary>
    public Task FinishAsync()
    {
        _isOver = true;
        return Task.WhenAll(_running);
    }

    public void Dispose()
    {
        foreach (var client in Clients)
        {
            client.Dispose();
        }

        Ledger.Dispose();
    }

    private Task FailIfBrokenAsync() => _running.Find(task => task.IsFaulted) ?? Task.CompletedTask;
}
