using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace HelpDeskBot.BotFramework.Schema;

/// <summary>A card or a file of a message.</summary>
public sealed class Attachment
{
    /// <summary>The media type; a card's is <c>application/vnd.microsoft.card.adaptive</c>.</summary>
    public string? ContentType { get; set; }

    /// <summary>Where a file's content is.</summary>
    public string? ContentUrl { get; set; }

    /// <summary>A card's content.</summary>
    public JsonNode? Content { get; set; }

    public string? Name { get; set; }

    public string? ThumbnailUrl { get; set; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }
}

/// <summary>A file that is given to a conversation's store; the bytes are written as base64.</summary>
public sealed class AttachmentData
{
    /// <summary>The media type.</summary>
    public string? Type { get; set; }

    public string? Name { get; set; }

    public byte[]? OriginalBase64 { get; set; }

    public byte[]? ThumbnailBase64 { get; set; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }
}

/// <summary>What is known of a stored attachment.</summary>
public sealed class AttachmentInfo
{
    public string? Name { get; set; }

    /// <summary>The media type.</summary>
    public string? Type { get; set; }

    public IList<AttachmentView>? Views { get; set; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }
}

/// <summary>A form in which a stored attachment can be read: original or thumbnail.</summary>
public sealed class AttachmentView
{
    public string? ViewId { get; set; }

    /// <summary>Bytes.</summary>
    public long? Size { get; set; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }
}
