using HelpDeskBot.BotFramework.DirectLine;
using HelpDeskBot.Channels.WebChat;
using HelpDeskBot.Desk.Files;
using HelpDeskBot.Desk.People;
using HelpDeskBot.Desk.Work;

namespace HelpDeskBot.Api;

/// <summary>Files, always as a download, to whoever may read what they came with.</summary>
internal static class FilesApi
{
    public static async Task<IResult> DownloadAsync(
        Guid id, HttpRequest request, DirectLineTokens tokens, RecognisePerson recognise, UnitOfWork work, CancellationToken stop)
    {
        var bearer = request.Headers.Authorization.ToString();
        var caller = bearer.StartsWith("Bearer ", StringComparison.Ordinal) ? tokens.Validate(bearer["Bearer ".Length..]) : null;
        if (caller is null || await recognise.RunAsync(WebChatNames.Channel, caller.UserId, stop) is not { } actor)
        {
            return Results.Unauthorized();
        }

        var opened = await work.RunAsync((services, token) => services.GetRequiredService<OpenFile>().RunAsync(id, actor, token), stop);
        return opened.Succeeded
            ? Results.File(opened.Value.Content, opened.Value.File.ContentType, opened.Value.File.Name)
            : Results.NotFound();
    }
}
