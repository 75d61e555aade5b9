using HelpDeskBot.BotFramework.DirectLine;
using HelpDeskBot.Channels.WebChat;
using HelpDeskBot.Desk.Files;
using HelpDeskBot.Desk.People;

namespace HelpDeskBot.Api;

/// <summary>Files, always as a download, to whoever may read what they came with.</summary>
internal static class FilesApi
{
    public static async Task<IResult> DownloadAsync(
        Guid id, HttpRequest request, DirectLineTokens tokens, RecognisePerson recognise, OpenFile open, CancellationToken stop)
    {
        var bearer = request.Headers.Authorization.ToString();
        var caller = bearer.StartsWith("Bearer ", StringComparison.Ordinal) ? tokens.Validate(bearer["Bearer ".Length..]) : null;
        if (caller is null || await recognise.RunAsync(WebChatNames.Channel, caller.UserId, stop) is not { } actor)
        {
            return Results.Unauthorized();
        }

        var opened = await open.RunAsync(id, actor, stop);
        return opened.Succeeded
            ? Results.File(opened.Value.Content, opened.Value.File.ContentType, opened.Value.File.Name)
            : Results.NotFound();
    }
}
