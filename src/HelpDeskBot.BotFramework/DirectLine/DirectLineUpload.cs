using HelpDeskBot.BotFramework.Schema;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace HelpDeskBot.BotFramework.DirectLine;

/// <summary>Messages with files: a multipart body of file parts and, at most once, the activity they belong to.</summary>
internal static class DirectLineUpload
{
    private const string ActivityType = "application/vnd.microsoft.activity";
    private const int MostFiles = 10;
    private const int LongestBoundary = 100;

    public static async Task<IResult> PostAsync(
        string id, HttpRequest request, IDirectLineBackend backend, DirectLineStreams streams, DirectLineOptions options, CancellationToken stop)
    {
        var caller = await DirectLineRequests.CallerAsync(request, backend, stop, id);
        var reader = ReaderOf(request);
        var attachments = new List<Attachment>();
        Activity? activity = null;
        while (await NextAsync(reader, stop) is { } part)
        {
            if (part.ContentType?.StartsWith(ActivityType, StringComparison.OrdinalIgnoreCase) == true)
            {
                activity = await DirectLineRequests.ActivityAsync(part.Body, caller, id, options.MaxActivityBytes, stop);
            }
            else if (attachments.Count == MostFiles)
            {
                throw new DirectLineRefusedException(StatusCodes.Status413PayloadTooLarge, "TooManyFiles", $"Send at most {MostFiles} files at once");
            }
            else
            {
                attachments.Add(await backend.SaveFileAsync(caller, NameOf(part), part.Body, stop));
            }
        }

        activity ??= new Activity
        {
            Type = ActivityTypes.Message,
            Conversation = new ConversationAccount { Id = id },
            From = new ChannelAccount { Id = caller.UserId, Role = "user" },
        };
        activity.Attachments = [.. attachments];
        return await DirectLineRoutes.TakeAsync(backend, streams, caller, activity, stop);
    }

    private static MultipartReader ReaderOf(HttpRequest request)
    {
        var boundary = MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && type.MediaType.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase)
            ? HeaderUtilities.RemoveQuotes(type.Boundary).Value
            : null;
        return boundary is { Length: > 0 and <= LongestBoundary }
            ? new MultipartReader(boundary, request.Body)
            : throw new DirectLineRefusedException(StatusCodes.Status400BadRequest, "BadSyntax", "Send the files as multipart/form-data");
    }

    // Read to its end, so that a body that breaks off is known as such, and the backend's own failures are not taken for it.
    private static async Task<MultipartSection?> NextAsync(MultipartReader reader, CancellationToken stop)
    {
        try
        {
            if (await reader.ReadNextSectionAsync(stop) is not { } part)
            {
                return null;
            }

            var content = new MemoryStream();
            await part.Body.CopyToAsync(content, stop);
            content.Position = 0;
            part.Body = content;
            return part;
        }
        catch (Exception malformed) when (malformed is InvalidDataException or (IOException and not BadHttpRequestException))
        {
            throw new DirectLineRefusedException(StatusCodes.Status400BadRequest, "BadSyntax", "The multipart body ends early or is malformed");
        }
    }

    private static string NameOf(MultipartSection part) =>
        ContentDispositionHeaderValue.TryParse(part.ContentDisposition, out var disposition)
            ? (disposition.FileNameStar.Value ?? HeaderUtilities.RemoveQuotes(disposition.FileName).Value) is { Length: > 0 } name ? name : "file"
            : "file";
}
