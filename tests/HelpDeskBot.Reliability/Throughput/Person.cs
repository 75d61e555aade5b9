using System.Text.Json.Nodes;
using HelpDeskBot.Reliability.Support;

namespace HelpDeskBot.Reliability.Throughput;

/// <summary>Somebody with the page open: sends through the endpoint, reads through the stream, and has one turn under way at a time.</summary>
internal sealed class Person : IDisposable
{
    private static readonly TimeSpan AnswerLimit = TimeSpan.FromSeconds(30);

    private readonly Lock _lock = new();
    private readonly ChatStream _stream;
    private readonly HttpMessageInvoker _connections;
    private readonly CancellationToken _stop;
    private readonly Action<Arrived>? _watch;
    private (Func<Arrived, bool> IsIt, TaskCompletionSource<Arrived> Found)? _waiting;

    public Person(ChatClient chat, HttpMessageInvoker connections, CancellationToken stop, Action<Arrived>? watch = null)
    {
        (Chat, _connections, _stop, _watch) = (chat, connections, stop, watch);
        _stream = new ChatStream(Take, stop);
    }

    public ChatClient Chat { get; }

    public string Account => Chat.Account;

    /// <summary>The ids of everything that happened in the conversation, as it was read, in order.</summary>
    public List<string> Read { get; } = [];

    public async Task ConnectAsync()
    {
        await Chat.ConnectAsync();
        await _stream.OpenAsync(await Chat.StreamAsync(), _connections);
    }

    /// <summary>Does something and returns what it brings, once that can be read.</summary>
    public async Task<Arrived> BringsAsync(Func<Arrived, bool> isIt, Func<Task> act)
    {
        var found = new TaskCompletionSource<Arrived>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock)
        {
            _waiting = (isIt, found);
        }

        await act();
        try
        {
            return await found.Task.WaitAsync(AnswerLimit, _stop);
        }
        catch (TimeoutException)
        {
            _stream.ThrowIfBroken();
            throw;
        }
    }

    /// <summary>The same for an answer of the bot, which goes to the ledger.</summary>
    public async Task<ShownMessage> AnswerAsync(Func<Arrived, ShownMessage, bool> isIt, Func<Task> act)
    {
        ShownMessage? answer = null;
        await BringsAsync(
            arrived =>
            {
                var shown = arrived is { IsFromBot: true, IsUpdate: false } ? Shown(arrived) : null;
                answer = shown is not null && isIt(arrived, shown) ? shown : null;
                return answer is not null;
            },
            act);
        Chat.Note(new LedgerLine(Account, Said.Answer) { Activity = answer!.Id, Key = answer.Answers ?? answer.Text });
        return answer;
    }

    public static ShownMessage Shown(Arrived arrived) => new(JsonObject.Create(arrived.Activity)!);

    public void Dispose()
    {
        _stream.Dispose();
        Chat.Dispose();
    }

    private void Take(Arrived arrived)
    {
        Read.Add(arrived.Id);
        _watch?.Invoke(arrived);
        lock (_lock)
        {
            if (_waiting is var (isIt, found) && isIt(arrived))
            {
                _waiting = null;
                found.TrySetResult(arrived);
            }
        }
    }
}
