using System.Text.Json;
using HelpDeskBot.Desk;
using HelpDeskBot.Desk.Work;
using HelpDeskBot.Domain;

namespace HelpDeskBot.Turns.Actions;

/// <summary>One verb, the data it carries, and what it does.</summary>
internal sealed record ActionRoute(string Verb, Type Data, Func<CardAction, RoutedAction?> Read);

/// <summary>A press whose data was understood: the key under which it is known again, if any, and what it does.</summary>
internal sealed record RoutedAction(string? Key, Func<CancellationToken, Task<ActionAnswer>> Run)
{
    /// <summary>A text in it is longer than fits anywhere but in a file.</summary>
    public bool IsTooLong { get; init; }
}

/// <summary>A group of verbs.</summary>
internal interface IActionGroup
{
    IEnumerable<ActionRoute> Routes { get; }
}

/// <summary>
/// Takes a press to what its verb does. Verbs and data nobody knows are refused. What succeeded is remembered in the same commit, so that
/// the same press, delivered again under any id, is answered the same and does nothing.
/// </summary>
internal sealed class ActionRouter(IEnumerable<IActionGroup> groups, ActionReceipts receipts, RefusalWords refusals)
{
    public async Task<ActionAnswer> RunAsync(CardAction action, CancellationToken stop)
    {
        if (groups.SelectMany(group => group.Routes).FirstOrDefault(route => route.Verb == action.Verb) is not { } route)
        {
            return await RefuseAsync("action.unknown", action, stop);
        }

        if (route.Read(action) is not { } routed)
        {
            return await RefuseAsync("action.data", action, stop);
        }

        if (routed.IsTooLong)
        {
            return await RefuseAsync("text.too_long", action, stop); // what was typed stays in the form that is open
        }

        return routed.Key is null ? await routed.Run(stop) : await OnceAsync(routed.Key, action, routed.Run, stop);
    }

    private async Task<ActionAnswer> OnceAsync(
        string key, CardAction action, Func<CancellationToken, Task<ActionAnswer>> run, CancellationToken stop)
    {
        if (await receipts.FindAsync(key, action.Actor, stop) is { } earlier)
        {
            return JsonSerializer.Deserialize<ActionAnswer>(earlier, StoredJson.Options)!;
        }

        var answer = await run(stop);
        if (answer is not (ActionAnswer.Refused or ActionAnswer.ShowForm))
        {
            receipts.Keep(key, action.Actor, JsonSerializer.Serialize(answer, StoredJson.Options));
        }

        return answer;
    }

    private async Task<ActionAnswer> RefuseAsync(string code, CardAction action, CancellationToken stop) =>
        new ActionAnswer.Refused(code, await refusals.OfAsync(new Refusal(code), action.Reader.Language, stop));
}

/// <summary>Makes routes of typed handlers.</summary>
internal static class ActionRoutes
{
    private const int LongestKey = 250;

    public static ActionRoute On<T>(string verb, Func<CardAction, T, CancellationToken, Task<ActionAnswer>> run)
        where T : class => new(verb, typeof(T), action => ActionJson.Read<T>(action.Data) is { } data && KeyOf(data) is null or { Length: <= LongestKey }
            ? new RoutedAction(KeyOf(data), stop => run(action, data, stop)) { IsTooLong = data is not ILongText && ActionJson.HasLongText(action.Data) }
            : null);

    private static string? KeyOf(object data) => data switch
    {
        Keyed keyed => keyed.Key,
        INonce form => $"form/{form.Nonce:N}",
        _ => null,
    };
}
