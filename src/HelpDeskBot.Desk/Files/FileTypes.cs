namespace HelpDeskBot.Desk.Files;

/// <summary>Which files are taken, told by their name; pictures are checked against their first bytes too.</summary>
internal static class FileTypes
{
    private static readonly Dictionary<string, string> ByExtension = new(StringComparer.OrdinalIgnoreCase)
    {
        [".png"] = "image/png",
        [".jpg"] = "image/jpeg",
        [".jpeg"] = "image/jpeg",
        [".gif"] = "image/gif",
        [".webp"] = "image/webp",
        [".pdf"] = "application/pdf",
        [".txt"] = "text/plain",
        [".md"] = "text/plain",
        [".log"] = "text/plain",
        [".yaml"] = "text/plain",
        [".yml"] = "text/plain",
        [".csv"] = "text/csv",
        [".doc"] = "application/msword",
        [".docx"] = "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        [".xls"] = "application/vnd.ms-excel",
        [".xlsx"] = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        [".ppt"] = "application/vnd.ms-powerpoint",
        [".pptx"] = "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        [".odt"] = "application/vnd.oasis.opendocument.text",
        [".ods"] = "application/vnd.oasis.opendocument.spreadsheet",
        [".odp"] = "application/vnd.oasis.opendocument.presentation",
        [".zip"] = "application/zip",
    };

    private static readonly Dictionary<string, byte[][]> Beginnings = new(StringComparer.Ordinal)
    {
        ["image/png"] = [[0x89, 0x50, 0x4E, 0x47]],
        ["image/jpeg"] = [[0xFF, 0xD8, 0xFF]],
        ["image/gif"] = [[0x47, 0x49, 0x46, 0x38]],
        ["image/webp"] = [[0x52, 0x49, 0x46, 0x46]],
    };

    /// <summary>The type that a file of this name has, or null if such files are not taken. What the sender claims does not count.</summary>
    public static string? OfName(string name) => ByExtension.GetValueOrDefault(Path.GetExtension(name));

    /// <summary>Whether files of this type are pictures whose content is checked before they are kept.</summary>
    public static bool IsPicture(string contentType) => Beginnings.ContainsKey(contentType);

    /// <summary>Whether the first bytes are those of the type; types without a known beginning pass.</summary>
    public static bool Matches(string contentType, ReadOnlySpan<byte> beginning)
    {
        if (!Beginnings.TryGetValue(contentType, out var known))
        {
            return true;
        }

        foreach (var magic in known)
        {
            if (beginning.StartsWith(magic))
            {
                return true;
            }
        }

        return false;
    }
}
