using System.Collections.Concurrent;
using HelpDeskBot.Desk.Inbox;
using HelpDeskBot.Desk.Knowledge;
using HelpDeskBot.Desk.Outbox;
using HelpDeskBot.Desk.Tickets;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace HelpDeskBot.Tests.Desk.Storage;

/// <summary>Stands still until it is moved.</summary>
internal sealed class ManualClock : TimeProvider
{
    private DateTimeOffset _now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => _now;

    public void Pass(TimeSpan time) => _now += time;
}

/// <summary>Remembers what was sent; a test may let something happen while it sends.</summary>
internal sealed class RecordingChannel : IChannel
{
    private readonly ConcurrentQueue<(string Key, string Text, bool IsMarked)> _sent = [];

    public string Name => "test";

    public IReadOnlyList<(string Key, string Text, bool IsMarked)> Sent => [.. _sent];

    /// <summary>Runs while a message is on its way, given its text.</summary>
    public Func<string, Task> WhileSending { get; set; } = _ => Task.CompletedTask;

    /// <summary>What the platform can tell of an earlier attempt.</summary>
    public EarlierAttempt Earlier { get; set; } = EarlierAttempt.Unknowable;

    /// <summary>The id that a conversation gets when it is opened; null while every conversation is open.</summary>
    public string? Opens { get; set; }

    public Task<EarlierAttempt> FindAsync(Place place, string key, Instant since, CancellationToken stop) => Task.FromResult(Earlier);

    public Task<Place> OpenAsync(Place place, CancellationToken stop) =>
        Task.FromResult(Opens is null ? place : place with { Conversation = Opens, Reference = "opened" });

    public async Task<string> CreateAsync(Place place, Content content, string key, CancellationToken stop)
    {
        await WhileSending(content.Text);
        _sent.Enqueue((key, content.Text, content.MayBeRepeated));
        return key;
    }

    public Task UpdateAsync(Place place, string activity, Content content, CancellationToken stop) => Task.CompletedTask;

    public Task DeleteAsync(Place place, string activity, CancellationToken stop) => Task.CompletedTask;
}

/// <summary>Renders the least that can be told apart.</summary>
internal sealed class PlainRenderer : IRenderer
{
    public Content Line(Line line, Reader reader) => new(line.Key);

    public Content Card(DataCard card, Reader reader) => new(card.Card);

    public Content Ticket(TicketView view, string card, Reader reader) => new($"{card} {view.Ticket.Id} {view.Ticket.Version}");

    public Content Quote(TicketView view, QuoteView quote, QuoteReader to, Reader reader) => new(quote.Entry.Text ?? "");

    public Content Draft(ArticleDraftView draft, Reader reader) => new(draft.Title);

    public Content Digest(IReadOnlyList<DigestItem> items, Reader reader) => new(string.Join('\n', items.Select(item => item.Content.Text)));

    public Content Repeated(Content content, Reader reader) => content with { MayBeRepeated = true };

    public Content Echo(TicketView view, QuoteView quote, Reader reader) => new("sent");
}

/// <summary>Remembers what the inbox gave it.</summary>
internal sealed class RecordingTurns : ITurnHandler
{
    private readonly ConcurrentQueue<string> _handled = [];

    public IReadOnlyList<string> Handled => [.. _handled];

    public Task<bool> HandleAsync(Delivery delivery, CancellationToken stop)
    {
        _handled.Enqueue(delivery.Body);
        return Task.FromResult(!delivery.Body.Contains("outside", StringComparison.Ordinal));
    }

    public Task ApologiseAsync(Delivery delivery, string reference, CancellationToken stop) => Task.CompletedTask;
}

/// <summary>Keeps every warning and error that anything logs.</summary>
internal sealed class LoggedProblems : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> _lines = [];

    public IReadOnlyList<string> Lines => [.. _lines];

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel))
        {
            _lines.Enqueue($"{logLevel}: {formatter(state, exception)}");
        }
    }

    public void Dispose()
    {
    }
}
