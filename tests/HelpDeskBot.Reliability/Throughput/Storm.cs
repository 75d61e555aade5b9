using HelpDeskBot.Reliability.Support;

namespace HelpDeskBot.Reliability.Throughput;

/// <summary>One employee who files tickets, and many agents who look at them in one room.</summary>
internal sealed class Storm : IDisposable
{
    private readonly SocketsHttpHandler _connections = new();
    private readonly HttpMessageInvoker _streams = new(new SocketsHttpHandler());
    private readonly BusyEmployee _employee;
    private readonly Person _watcher;

    public Storm(Uri address, string ledger, int agents, int seed, CancellationToken stop)
    {
        Ledger = new Ledger(ledger, isDurable: false);
        ChatClient Open(string name, string? room) => new(address, name, room, Ledger, Troubles, stop, _connections);
        _employee = new BusyEmployee(new Person(Open(BusyDesk.EmployeeNames(1)[0], room: null), _streams, stop), new Random(seed));
        _watcher = new Person(Open("chen", BusyDesk.Room), _streams, stop);
        Agents = [.. BusyDesk.AgentNames(agents).Select(name => Open(name, BusyDesk.Room))];
    }

    public Ledger Ledger { get; }

    public Troubles Troubles { get; } = new();

    public IReadOnlyList<ChatClient> Agents { get; }

    public async Task ConnectAsync()
    {
        await _employee.Person.ConnectAsync();
        await _watcher.ConnectAsync();
        foreach (var agent in Agents)
        {
            await agent.ConnectAsync();
        }
    }

    /// <summary>A new ticket's card in the room.</summary>
    public async Task<ShownMessage> FileAsync() => Person.Shown(await _watcher.BringsAsync(
        arrived => !arrived.IsUpdate && arrived.Mentions("ticket.claim.v1"),
        async () =>
        {
            while (await _employee.TurnAsync() != "filing")
            {
                // Until the intake is through.
            }
        }));

    public void Dispose()
    {
        _employee.Person.Dispose();
        _watcher.Dispose();
        foreach (var agent in Agents)
        {
            agent.Dispose();
        }

        Ledger.Dispose();
        _streams.Dispose();
        _connections.Dispose();
    }
}
