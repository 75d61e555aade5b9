using System.Text.Json.Nodes;

namespace HelpDeskBot.Slack.Api;

/// <summary><c>users.*</c>: who people are.</summary>
public sealed class UsersApi
{
    private readonly SlackCaller _caller;

    internal UsersApi(SlackCaller caller) => _caller = caller;

    /// <summary>A person, with their language.</summary>
    public async Task<SlackResult<SlackUser>> InfoAsync(string user, CancellationToken stop)
    {
        var arguments = new Dictionary<string, string?> { ["user"] = user, ["include_locale"] = "true" };
        var answer = await _caller.CallAsync(SlackMethods.UserInfo, ApiJson.Default.UserAnswer, arguments, channel: null, stop);
        return answer.Map(found => found.User ?? new SlackUser());
    }
}

/// <summary><c>views.*</c>: modals and home tabs.</summary>
public sealed class ViewsApi
{
    private readonly SlackCaller _caller;

    internal ViewsApi(SlackCaller caller) => _caller = caller;

    /// <summary>Opens a modal. A trigger is good once, within three seconds of the press that brought it.</summary>
    public Task<SlackResult<SlackView>> OpenAsync(string triggerId, JsonObject view, CancellationToken stop) =>
        CallAsync(SlackMethods.OpenView, new() { ["trigger_id"] = triggerId, ["view"] = view.ToJsonString() }, stop);

    /// <summary>Puts a modal on top of the one that is open; three at most.</summary>
    public Task<SlackResult<SlackView>> PushAsync(string triggerId, JsonObject view, CancellationToken stop) =>
        CallAsync(SlackMethods.PushView, new() { ["trigger_id"] = triggerId, ["view"] = view.ToJsonString() }, stop);

    /// <summary>Replaces a modal that is open.</summary>
    /// <param name="hash">The hash of the view that is replaced; another one there is refused as <c>hash_conflict</c>. Null replaces whatever is there.</param>
    public Task<SlackResult<SlackView>> UpdateAsync(string viewId, string? hash, JsonObject view, CancellationToken stop) =>
        CallAsync(SlackMethods.UpdateView, new() { ["view_id"] = viewId, ["hash"] = hash, ["view"] = view.ToJsonString() }, stop);

    /// <summary>Shows a person their home tab.</summary>
    public Task<SlackResult<SlackView>> PublishAsync(string user, JsonObject view, CancellationToken stop) =>
        CallAsync(SlackMethods.PublishView, new() { ["user_id"] = user, ["view"] = view.ToJsonString() }, stop);

    private async Task<SlackResult<SlackView>> CallAsync(SlackMethod method, Dictionary<string, string?> arguments, CancellationToken stop)
    {
        var answer = await _caller.CallAsync(method, ApiJson.Default.ViewAnswerBody, arguments, channel: null, stop);
        return answer.Map(shown => shown.View ?? new SlackView(null, null, null, null, null, null));
    }
}

/// <summary><c>reactions.*</c>: the bot's own emoji on messages.</summary>
public sealed class ReactionsApi
{
    private readonly SlackCaller _caller;

    internal ReactionsApi(SlackCaller caller) => _caller = caller;

    /// <param name="name">The emoji's name without colons.</param>
    public Task<SlackResult<SlackDone>> AddAsync(string channel, string ts, string name, CancellationToken stop) => CallAsync(SlackMethods.AddReaction, channel, ts, name, stop);

    /// <param name="name">The emoji's name without colons.</param>
    public Task<SlackResult<SlackDone>> RemoveAsync(string channel, string ts, string name, CancellationToken stop) => CallAsync(SlackMethods.RemoveReaction, channel, ts, name, stop);

    private Task<SlackResult<SlackDone>> CallAsync(SlackMethod method, string channel, string ts, string name, CancellationToken stop) => _caller.CallAsync(
        method, ApiJson.Default.SlackDone, new Dictionary<string, string?> { ["channel"] = channel, ["timestamp"] = ts, ["name"] = name }, channel, stop);
}
