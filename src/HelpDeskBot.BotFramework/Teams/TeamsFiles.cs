using System.Text.Json.Nodes;
using HelpDeskBot.BotFramework.Schema;

namespace HelpDeskBot.BotFramework.Teams;

/// <summary>A file that somebody sent.</summary>
/// <param name="Address">
/// Where it can be read, for a short time. Of a file, an address that needs no token and must get none; of an inline image, one of the connector.
/// </param>
/// <param name="IsInline">Whether it is an image in the text, which is read from the connector with the bot's token.</param>
public sealed record TeamsFile(string Name, Uri Address, bool IsInline)
{
    /// <summary>The extension that Teams gives, without the dot.</summary>
    public string? FileType { get; init; }

    public string? UniqueId { get; init; }
}

/// <summary>What somebody says to a file that the bot wants to give them.</summary>
/// <param name="UploadUrl">Where the content is to be put, without a token; null if they do not want it.</param>
/// <param name="Context">What the card that asked carried.</param>
public sealed record FileConsent(bool IsAccepted, Uri? UploadUrl, JsonNode? Context)
{
    public string? Name { get; init; }

    /// <summary>Where people will find it.</summary>
    public string? ContentUrl { get; init; }

    public string? UniqueId { get; init; }

    public string? FileType { get; init; }

    /// <summary>The answer in an invoke of <see cref="TeamsInvokes.FileConsent"/>; null if it is something else.</summary>
    public static FileConsent? Of(Activity activity)
    {
        var value = activity.Value;
        if (activity.Name != TeamsInvokes.FileConsent || value.TextAt("action") is not ("accept" or "decline"))
        {
            return null;
        }

        var isAccepted = value.TextAt("action") == "accept";
        return new FileConsent(isAccepted, isAccepted ? value.AddressAt("uploadInfo", "uploadUrl") : null, value.At("context"))
        {
            Name = value.TextAt("uploadInfo", "name"),
            ContentUrl = value.TextAt("uploadInfo", "contentUrl"),
            UniqueId = value.TextAt("uploadInfo", "uniqueId"),
            FileType = value.TextAt("uploadInfo", "fileType"),
        };
    }
}

/// <summary>Files of personal chats: what came, and the cards that give some.</summary>
public static class TeamsFiles
{
    private const string DownloadInfo = "application/vnd.microsoft.teams.file.download.info";
    private const string ConsentCard = "application/vnd.microsoft.teams.card.file.consent";
    private const string InfoCard = "application/vnd.microsoft.teams.card.file.info";

    /// <summary>The files of a message. Cards, and the HTML that Teams sends beside the text, are none.</summary>
    public static IReadOnlyList<TeamsFile> Of(Activity activity) =>
        [.. (activity.Attachments ?? []).Select(FileOf).OfType<TeamsFile>()];

    /// <summary>Asks whether somebody wants a file.</summary>
    /// <param name="size">Bytes.</param>
    /// <param name="context">Comes back with the answer.</param>
    public static Attachment Consent(string name, string description, long size, JsonNode context) => new()
    {
        ContentType = ConsentCard,
        Name = name,
        Content = new JsonObject
        {
            ["description"] = description,
            ["sizeInBytes"] = size,
            ["acceptContext"] = context,
            ["declineContext"] = context.DeepClone(),
        },
    };

    /// <summary>Shows a file whose content has been put where the consent said.</summary>
    public static Attachment Given(FileConsent consent) => new()
    {
        ContentType = InfoCard,
        ContentUrl = consent.ContentUrl,
        Name = consent.Name,
        Content = new JsonObject { ["uniqueId"] = consent.UniqueId, ["fileType"] = consent.FileType },
    };

    private static TeamsFile? FileOf(Attachment attachment)
    {
        if (string.Equals(attachment.ContentType, DownloadInfo, StringComparison.OrdinalIgnoreCase))
        {
            return attachment.Content.AddressAt("downloadUrl") is { } file
                ? new TeamsFile(attachment.Name ?? "file", file, IsInline: false)
                {
                    FileType = attachment.Content.TextAt("fileType"),
                    UniqueId = attachment.Content.TextAt("uniqueId"),
                }
                : null;
        }

        return attachment.ContentType?.StartsWith("image/", StringComparison.OrdinalIgnoreCase) == true
            && Uri.TryCreate(attachment.ContentUrl, UriKind.Absolute, out var image)
                ? new TeamsFile(attachment.Name ?? "image", image, IsInline: true)
                : null;
    }
}
