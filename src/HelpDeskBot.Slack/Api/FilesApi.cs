using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using HelpDeskBot.Slack.Payloads;

namespace HelpDeskBot.Slack.Api;

/// <summary>A file to share.</summary>
/// <param name="Length">Its bytes; Slack wants to know before.</param>
public sealed record OutgoingFile(string Channel, string Name, long Length)
{
    /// <summary>The message in whose thread it goes.</summary>
    public string? ThreadTs { get; init; }
}

/// <summary><c>files.*</c>, and the contents of files.</summary>
public sealed class FilesApi
{
    private readonly SlackCaller _caller;
    private readonly FileTransfers _transfers;

    internal FilesApi(SlackCaller caller, FileTransfers transfers) => (_caller, _transfers) = (caller, transfers);

    public async Task<SlackResult<SlackFile>> InfoAsync(string file, CancellationToken stop)
    {
        var answer = await _caller.CallAsync(
            SlackMethods.FileInfo, ApiJson.Default.FileAnswer, new Dictionary<string, string?> { ["file"] = file }, channel: null, stop);
        return answer.Map(found => found.File ?? new SlackFile());
    }

    /// <summary>
    /// Writes a file's content into a stream. Only Slack's own address of files gets the token and is read from, redirects are not followed, and
    /// more than so many bytes are refused as <c>file_too_large</c>.
    /// </summary>
    public Task<SlackResult<SlackDone>> DownloadAsync(string? address, Stream target, long mostBytes, CancellationToken stop) =>
        _transfers.DownloadAsync(address, target, mostBytes, stop);

    /// <summary>Shares a file in a conversation. It is there once this is ok; where the answer to that is lost, the file itself is asked.</summary>
    public async Task<SlackResult<SlackFile>> UploadAsync(OutgoingFile file, Stream content, CancellationToken stop)
    {
        var place = await _caller.CallAsync(
            SlackMethods.GetUploadUrl,
            ApiJson.Default.UploadAnswer,
            new Dictionary<string, string?> { ["filename"] = file.Name, ["length"] = file.Length.ToString(CultureInfo.InvariantCulture) },
            channel: null,
            stop);
        if (!place.IsOk)
        {
            return place.Map(_ => new SlackFile());
        }

        var sent = await _transfers.UploadAsync(place.Value.UploadUrl, file.Length, content, stop);
        return sent.IsOk ? await CompleteAsync(file, place.Value.FileId ?? "", stop) : sent.Map(_ => new SlackFile());
    }

    private async Task<SlackResult<SlackFile>> CompleteAsync(OutgoingFile file, string id, CancellationToken stop)
    {
        var arguments = new Dictionary<string, string?>
        {
            ["files"] = new JsonArray(new JsonObject { ["id"] = id, ["title"] = file.Name }).ToJsonString(),
            ["channel_id"] = file.Channel,
            ["thread_ts"] = file.ThreadTs,
        };
        var done = await _caller.CallAsync(SlackMethods.CompleteUpload, ApiJson.Default.FilesAnswer, arguments, file.Channel, stop);
        if (done.Outcome is not SlackOutcome.Unknown)
        {
            return done.Map(answer => answer.Files is [var shared, ..] ? shared : new SlackFile { Id = id });
        }

        var info = await InfoAsync(id, stop);
        return info.IsOk && IsShared(info.Value, file.Channel) ? info : done.Map(_ => new SlackFile());
    }

    private static bool IsShared(SlackFile file, string channel) =>
        file.Shares?.Any(kind => kind.Value is JsonObject channels && channels.ContainsKey(channel)) == true;
}

/// <summary>Moves the contents of files.</summary>
internal sealed class FileTransfers(SlackHttp http, SlackOptions options)
{
    private const string TooLarge = "file_too_large";

    public async Task<SlackResult<SlackDone>> DownloadAsync(string? address, Stream target, long mostBytes, CancellationToken stop)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || !options.Addresses.IsFile(uri))
        {
            return new SlackResult<SlackDone>(SlackOutcome.Refused, null, "not_slacks_address");
        }

        using var request = new HttpRequestMessage(HttpMethod.Get, uri);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", options.BotToken);
        return await http.SendAsync(request, isRepeatable: true, SlackHttp.TransferTimeout, (response, token) => CopyAsync(response, target, mostBytes, token), stop);
    }

    public async Task<SlackResult<SlackDone>> UploadAsync(string? address, long length, Stream content, CancellationToken stop)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || !options.Addresses.IsFile(uri))
        {
            return new SlackResult<SlackDone>(SlackOutcome.Refused, null, "not_slacks_address");
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, uri);
        request.Content = new StreamContent(content);
        request.Content.Headers.ContentLength = length;
        return await http.SendAsync(request, isRepeatable: true, SlackHttp.TransferTimeout, (_, _) => Task.FromResult(Done), stop);
    }

    private static SlackResult<SlackDone> Done => new(SlackOutcome.Ok, SlackDone.Instance, "");

    private static async Task<SlackResult<SlackDone>> CopyAsync(HttpResponseMessage response, Stream target, long mostBytes, CancellationToken stop)
    {
        if (response.Content.Headers.ContentLength > mostBytes)
        {
            return new SlackResult<SlackDone>(SlackOutcome.Refused, null, TooLarge);
        }

        await using var content = await response.Content.ReadAsStreamAsync(stop);
        var buffer = new byte[64 * 1024];
        for (var left = mostBytes; await content.ReadAsync(buffer, stop) is > 0 and var read;)
        {
            left -= read;
            if (left < 0)
            {
                return new SlackResult<SlackDone>(SlackOutcome.Refused, null, TooLarge);
            }

            await target.WriteAsync(buffer.AsMemory(0, read), stop);
        }

        return Done;
    }
}
