using System.Text;
using System.Text.Json.Nodes;

namespace HelpDeskBot.Slack.Api;

/// <summary>What is said at a <c>response_url</c>.</summary>
/// <param name="Text">Escaped, as an <see cref="OutgoingMessage"/>'s is.</param>
public sealed record UrlResponse(string Text)
{
    public JsonArray? Blocks { get; init; }

    /// <summary>It takes the place of the message that was pressed.</summary>
    public bool ReplacesOriginal { get; init; }

    /// <summary>The message that was pressed goes, and nothing is said.</summary>
    public bool DeletesOriginal { get; init; }

    internal JsonObject ToJson()
    {
        if (DeletesOriginal)
        {
            return new JsonObject { ["delete_original"] = true };
        }

        var body = new JsonObject { ["response_type"] = "ephemeral", ["text"] = Text, ["replace_original"] = ReplacesOriginal, ["mrkdwn"] = false, ["parse"] = "none" };
        if (Blocks is not null)
        {
            body["blocks"] = Blocks.DeepClone();
        }

        return body;
    }
}

/// <summary>Answers an interaction where it happened, to the one person who sees it: five times within half an hour.</summary>
public sealed class ResponseUrls
{
    private readonly SlackHttp _http;
    private readonly SlackAddresses _addresses;

    internal ResponseUrls(SlackHttp http, SlackOptions options) => (_http, _addresses) = (http, options.Addresses);

    /// <summary>Nothing is sent to an address that is not Slack's.</summary>
    public async Task<SlackResult<SlackDone>> PostAsync(string? responseUrl, UrlResponse response, CancellationToken stop)
    {
        if (!Uri.TryCreate(responseUrl, UriKind.Absolute, out var uri) || !_addresses.IsHook(uri))
        {
            return new SlackResult<SlackDone>(SlackOutcome.Refused, null, "not_slacks_address");
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, uri);
        request.Content = new StringContent(response.ToJson().ToJsonString(), Encoding.UTF8, "application/json");
        return await _http.SendAsync(
            request,
            isRepeatable: response.ReplacesOriginal || response.DeletesOriginal,
            SlackHttp.CallTimeout,
            (_, _) => Task.FromResult(new SlackResult<SlackDone>(SlackOutcome.Ok, SlackDone.Instance, "")),
            stop);
    }
}
