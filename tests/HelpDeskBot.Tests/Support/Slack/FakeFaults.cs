namespace HelpDeskBot.Tests.Support.Slack;

/// <summary>What goes wrong with a call.</summary>
public enum Fault
{
    None,

    /// <summary>429, wait 2 seconds; nothing is done.</summary>
    TooMany,

    /// <summary>It is done, and the connection breaks before the answer.</summary>
    AcceptedThenDropped,

    /// <summary>The connection breaks, nothing is done.</summary>
    Dropped,

    /// <summary>It is done, and answered 500.</summary>
    AcceptedThenFailed,

    /// <summary>503, nothing is done.</summary>
    Unavailable,

    /// <summary>No answer ever comes; nothing is done.</summary>
    Hanging,

    /// <summary>It is done, and no answer ever comes.</summary>
    AcceptedThenHanging,
}

/// <summary>Scripts what goes wrong: certain calls, or a share of all.</summary>
internal sealed class FakeFaults
{
    private readonly Dictionary<string, Queue<Fault>> _next = new(StringComparer.Ordinal);
    private readonly List<(string Method, Fault Fault, double Share)> _shares = [];
    private Random _random = new(0);

    /// <summary>The next calls of a method end so, one after the other.</summary>
    public void Next(string method, params Fault[] faults) => _next[method] = new Queue<Fault>(faults);

    /// <summary>A share of the calls of a method ends so.</summary>
    public void Often(int seed, params (string Method, Fault Fault, double Share)[] shares)
    {
        _random = new Random(seed);
        _shares.AddRange(shares);
    }

    public Fault Of(string method)
    {
        if (_next.TryGetValue(method, out var planned) && planned.TryDequeue(out var fault))
        {
            return fault;
        }

        var drawn = _random.NextDouble();
        foreach (var share in _shares.Where(share => share.Method == method))
        {
            drawn -= share.Share;
            if (drawn < 0)
            {
                return share.Fault;
            }
        }

        return Fault.None;
    }
}
