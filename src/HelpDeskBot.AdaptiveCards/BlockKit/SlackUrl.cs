namespace HelpDeskBot.AdaptiveCards.BlockKit;

/// <summary>Addresses that Slack may open.</summary>
static class SlackUrl
{
    /// <summary>The absolute address, or null where it is none that a click should lead to.</summary>
    public static string? Of(string url, Uri? baseAddress)
    {
        // On Unix "/kb/x" would be the absolute name of a file.
        var isAbsolute = Uri.TryCreate(url, UriKind.Absolute, out var address) && !url.StartsWith('/');
        if (!isAbsolute && (baseAddress is null || !Uri.TryCreate(baseAddress, url, out address)))
            return null;
        return address is { Scheme: "http" or "https" } && address.AbsoluteUri.Length <= Limits.Url ? address.AbsoluteUri : null;
    }
}
