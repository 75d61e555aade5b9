using System.Threading.Channels;
using HelpDeskBot.Slack;
using HelpDeskBot.Slack.Payloads;

namespace HelpDeskBot.Tests.Support.Slack;

/// <summary>Takes deliveries as a host does: each key once, the same answer for it ever after.</summary>
internal sealed class RecordingBackend : ISlackBackend
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, object?> _taken = new(StringComparer.Ordinal);
    private readonly List<SlackDelivery> _effects = [];
    private readonly Channel<SlackDelivery> _changed = Channel.CreateUnbounded<SlackDelivery>();
    private int _failures;
    private int _begun;

    /// <summary>What submissions are answered.</summary>
    public Func<ViewSubmission, ViewAnswer> OnSubmit { get; set; } = _ => ViewAnswer.Close;

    public Func<SlashCommand, CommandAnswer?> OnCommand { get; set; } = _ => null;

    public Func<BlockSuggestion, IReadOnlyList<SlackOption>> OnSuggest { get; set; } = _ => [];

    /// <summary>What putting a delivery down waits for.</summary>
    public Task Gate { get; set; } = Task.CompletedTask;

    /// <summary>How often it began to put something down.</summary>
    public int Begun => Volatile.Read(ref _begun);

    /// <summary>How often it was done, or failed.</summary>
    public int Calls { get; private set; }

    /// <summary>The deliveries that had an effect, in order.</summary>
    public IReadOnlyList<SlackDelivery> Effects
    {
        get
        {
            lock (_lock)
            {
                return [.. _effects];
            }
        }
    }

    /// <summary>The next so many calls fail.</summary>
    public void FailNext(int count) => _failures = count;

    /// <summary>Until so many deliveries had an effect.</summary>
    public async Task<IReadOnlyList<SlackDelivery>> WaitForAsync(int count)
    {
        while (Effects.Count < count)
        {
            await _changed.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(TimeSpan.FromMinutes(1));
        }

        return Effects;
    }

    public Task ReceiveAsync(SlackDelivery delivery, CancellationToken stop) => OnceAsync<object>(delivery, () => null);

    public async Task<ViewAnswer> SubmitAsync(SlackDelivery delivery, ViewSubmission submission, CancellationToken stop) =>
        (await OnceAsync(delivery, () => OnSubmit(submission)))!;

    public Task<CommandAnswer?> CommandAsync(SlackDelivery delivery, SlashCommand command, CancellationToken stop) => OnceAsync(delivery, () => OnCommand(command));

    public async Task<IReadOnlyList<SlackOption>> SuggestAsync(SlackDelivery delivery, BlockSuggestion suggestion, CancellationToken stop) =>
        (await OnceAsync(delivery, () => OnSuggest(suggestion)))!;

    private async Task<T?> OnceAsync<T>(SlackDelivery delivery, Func<T?> act)
        where T : class
    {
        Interlocked.Increment(ref _begun);
        await Gate;
        lock (_lock)
        {
            Calls++;
            if (_failures > 0)
            {
                _failures--;
                throw new InvalidOperationException("The database is away");
            }

            var key = $"{delivery.Team}/{delivery.Key}";
            if (!_taken.TryGetValue(key, out var answer))
            {
                _taken[key] = answer = act();
                _effects.Add(delivery);
                _changed.Writer.TryWrite(delivery);
            }

            return (T?)answer;
        }
    }
}
