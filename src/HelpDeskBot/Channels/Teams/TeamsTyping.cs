using HelpDeskBot.BotFramework.Connector;
using HelpDeskBot.BotFramework.Schema;

namespace HelpDeskBot.Channels.Teams;

/// <summary>Shows that the bot is at it, where a turn takes longer than a second. It lives as long as the turn's services.</summary>
internal sealed class TeamsTyping(ConnectorClient connector, TimeProvider technical) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource _done = new();
    private ITimer? _timer;

    /// <summary>A turn of this conversation begins.</summary>
    public void Begin(ConversationReference reference) =>
        _timer ??= technical.CreateTimer(_ => _ = ShowAsync(reference), state: null, Patience, Timeout.InfiniteTimeSpan);

    public void Dispose()
    {
        _timer?.Dispose();
        _done.Cancel();
        _done.Dispose();
    }

    private async Task ShowAsync(ConversationReference reference)
    {
        try
        {
            await connector.SendAsync(reference, new Activity { Type = ActivityTypes.Typing }, _done.Token);
        }
        catch (Exception ended) when (ended is OperationCanceledException or ObjectDisposedException)
        {
            // The turn was faster.
        }
    }
}
