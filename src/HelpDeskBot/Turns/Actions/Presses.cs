using HelpDeskBot.Cards;
using HelpDeskBot.Desk.Work;

namespace HelpDeskBot.Turns.Actions;

/// <summary>Runs each press in a unit of work of its own. What nobody foresaw is answered with a reference number, and nothing is changed.</summary>
internal sealed partial class Presses(UnitOfWork work, CardCatalog catalog, TimeProvider technical, ILogger<Presses> logger)
{
    /// <summary>The answer; null if the channel could not read a press.</summary>
    public async Task<ActionAnswer?> RunAsync(Func<IServiceProvider, CancellationToken, Task<CardAction?>> read, CancellationToken stop)
    {
        CardAction? action = null;
        try
        {
            return await work.RunAsync(
                async (services, token) =>
                {
                    action = await read(services, token);
                    return action is null ? null : await services.GetRequiredService<ActionRouter>().RunAsync(action, token);
                },
                stop);
        }
        catch (Exception failure) when (action is not null && failure is not OperationCanceledException)
        {
            var reference = Guid.CreateVersion7(technical.GetUtcNow()).ToString("N")[^8..];
            LogFailed(failure, action.Verb, reference);
            return new ActionAnswer.Refused("error.press", catalog.WordsOf(action.Reader.Language).Format("error.press", ("reference", reference)));
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Press {Verb} failed, reference {Reference}")]
    private partial void LogFailed(Exception failure, string verb, string reference);
}
