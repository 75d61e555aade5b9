using System.Security.Cryptography;
using System.Text;

namespace HelpDeskBot.Desk.Knowledge;

/// <summary>What follows from what the folder says about an article.</summary>
internal enum FolderStep
{
    Nothing,

    Publish,

    /// <summary>The chat changed it too: somebody has to decide.</summary>
    Draft,

    /// <summary>The folder came to say what the chat says, which settles what waited.</summary>
    Agree,

    Retire,
}

/// <summary>An article as the database has it.</summary>
/// <param name="Seen">The digest of what the folder said when it was last read; null if it said nothing.</param>
/// <param name="Newest">Its newest version; null if there is none.</param>
/// <param name="Standing">Its newest version that is not just waiting for a decision between folder and chat.</param>
internal sealed record StoredArticle(string? Seen, ArticleVersionRow? Newest, ArticleVersionRow? Standing);

/// <summary>Decides between the folder and the chat: the folder counts as long as nobody changed the article elsewhere, and nothing is overwritten unseen.</summary>
internal static class FolderRule
{
    /// <summary>What follows from a file that says this.</summary>
    public static FolderStep Of(string digest, StoredArticle stored)
    {
        if (stored.Seen == digest)
        {
            return FolderStep.Nothing;
        }

        if (stored is not { Newest: { } newest, Standing: var standing } || standing is null)
        {
            return stored.Newest is null ? FolderStep.Publish : FolderStep.Draft;
        }

        if (newest.Kind is not VersionKind.Retired && DigestOf(newest) == digest)
        {
            return FolderStep.Nothing;
        }

        var isPublished = standing.Kind is VersionKind.Published;
        if (isPublished && newest.IsFolderDraft && DigestOf(standing) == digest)
        {
            return FolderStep.Agree;
        }

        return standing.By is null || (isPublished && DigestOf(standing) == stored.Seen) ? FolderStep.Publish : FolderStep.Draft;
    }

    /// <summary>What follows from a file that is no longer there. What the chat wrote last stays.</summary>
    public static FolderStep OfNothing(StoredArticle stored) =>
        stored is { Seen: not null, Standing: { Kind: VersionKind.Published, By: null } } ? FolderStep.Retire : FolderStep.Nothing;

    /// <summary>The same for the same text and the same files, whoever keeps them.</summary>
    public static string DigestOf(string text, IEnumerable<(string Name, string Digest)> files)
    {
        var all = files.OrderBy(file => file.Name, StringComparer.Ordinal).Select(file => $"\n{file.Digest} {file.Name}");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text + '\0' + string.Concat(all))));
    }

    private static string DigestOf(ArticleVersionRow row) => DigestOf(row.Text, row.Files.Select(file => (file.Name, file.Digest)));
}
