using HelpDeskBot.Reliability.Support;

namespace HelpDeskBot.Reliability.Throughput;

/// <summary>
/// 480 employees and 20 agents. All of it is one thread pool and one pool of connections, since it shares the machine with the program.
/// </summary>
internal sealed class Crowd : IDisposable
{
    public const int EmployeeCount = 480;
    public const int AgentCount = 20;

    private const int OpeningAtOnce = 16;
    private const int TurnsOfAgents = 20; // of 100
    private const int TurnsInDialogs = 82; // of 100 of employees, so that about as many dialogs end as begin

    private readonly SocketsHttpHandler _connections = new() { PooledConnectionIdleTimeout = TimeSpan.FromMinutes(5) };
    private readonly HttpMessageInvoker _streams = new(new SocketsHttpHandler());
    private readonly Random _random;
    private readonly CancellationToken _stop;
    private readonly Lock _lock = new();
    private readonly List<BusyEmployee> _newcomers = [];
    private readonly List<BusyEmployee> _withTickets = [];
    private readonly Queue<BusyEmployee> _asked = [];
    private readonly List<BusyAgent> _idleAgents = [];

    public Crowd(Uri address, Ledger ledger, int seed, CancellationToken stop)
    {
        (_random, _stop) = (new Random(seed), stop);
        var board = new Board();
        Person Open(string name, string? room, Action<Arrived>? watch) =>
            new(new ChatClient(address, name, room, ledger, Troubles, stop, _connections), _streams, stop, watch);
        Employees = [.. BusyDesk.EmployeeNames(EmployeeCount).Select((name, i) => new BusyEmployee(Open(name, null, null), new Random(seed + i)))];
        Agents = [.. BusyDesk.AgentNames(AgentCount).Select((name, i) =>
            new BusyAgent(Open(name, BusyDesk.Room, i == 0 ? board.Watch : null), board, new Random(seed + 1000 + i)))];
        _newcomers.AddRange(Employees);
        _idleAgents.AddRange(Agents);
    }

    public Troubles Troubles { get; } = new();

    public IReadOnlyList<BusyEmployee> Employees { get; }

    public IReadOnlyList<BusyAgent> Agents { get; }

    public IEnumerable<Person> People => Employees.Select(employee => employee.Person).Concat(Agents.Select(agent => agent.Person));

    public Task ConnectAsync() =>
        Parallel.ForEachAsync(People, new ParallelOptions { MaxDegreeOfParallelism = OpeningAtOnce, CancellationToken = _stop }, async (person, _) => await person.ConnectAsync());

    /// <summary>Keeps up a rate of turns for a time, and returns once all of them are answered.</summary>
    public Task<Latencies> RunAsync(int rate, TimeSpan time) => OpenLoad.RunAsync(rate, time, _random, TurnAsync, _stop);

    /// <summary>Brings to an end what was begun, so that nothing is half done.</summary>
    public async Task FinishAsync()
    {
        await Parallel.ForEachAsync(Employees, _stop, async (employee, _) =>
        {
            while (employee.IsAsked)
            {
                await employee.TurnAsync();
            }
        });
        foreach (var agent in Agents.Where(agent => agent.IsWriting))
        {
            await agent.TurnAsync();
        }
    }

    public void Dispose()
    {
        foreach (var person in People)
        {
            person.Dispose();
        }

        _streams.Dispose();
        _connections.Dispose();
    }

    private async Task<string> TurnAsync()
    {
        var agent = _random.Next(100) < TurnsOfAgents ? TakeAgent() : null;
        return agent is null ? await EmployeeTurnAsync() : await AgentTurnAsync(agent);
    }

    private async Task<string> AgentTurnAsync(BusyAgent agent)
    {
        var kind = await agent.TurnAsync();
        lock (_lock)
        {
            _idleAgents.Add(agent);
        }

        return kind ?? await EmployeeTurnAsync();
    }

    private async Task<string> EmployeeTurnAsync()
    {
        var employee = TakeEmployee();
        var kind = await employee.TurnAsync();
        lock (_lock)
        {
            if (employee.IsAsked)
            {
                _asked.Enqueue(employee);
            }
            else
            {
                (employee.HasTickets ? _withTickets : _newcomers).Add(employee);
            }
        }

        return kind;
    }

    private BusyAgent? TakeAgent()
    {
        lock (_lock)
        {
            var able = _idleAgents.FindAll(agent => agent.HasSomethingToDo);
            if (able.Count == 0)
            {
                return null;
            }

            var taken = able[_random.Next(able.Count)];
            _idleAgents.Remove(taken);
            return taken;
        }
    }

    private BusyEmployee TakeEmployee()
    {
        lock (_lock)
        {
            if (_asked.Count > 0 && _random.Next(100) < TurnsInDialogs)
            {
                return _asked.Dequeue();
            }

            var from = _withTickets.Count > 0 && (_newcomers.Count == 0 || _random.Next(2) == 0) ? _withTickets : _newcomers;
            Assert.True(from.Count > 0, "Everybody waits for an answer");
            var at = _random.Next(from.Count);
            var taken = from[at];
            (from[at], from[^1]) = (from[^1], from[at]);
            from.RemoveAt(from.Count - 1);
            return taken;
        }
    }
}
