namespace HelpDeskBot.BotFramework.Connector;

/// <summary>
/// The hosts that are called and that get the bot's token. Names suffice, without a look at the address they resolve to: whoever makes such a name
/// lead elsewhere still has no certificate for it, and redirects are not followed.
/// </summary>
public sealed class ServiceHosts
{
    // Exact names, and suffixes that begin with a dot. Anybody can have a name under trafficmanager.net, so that one is exact.
    private static readonly string[] Known =
    [
        "smba.trafficmanager.net", // Teams
        "smba.infra.gcc.teams.microsoft.com", // Teams of the United States' governments: GCC, GCC High, DoD
        "smba.infra.gov.teams.microsoft.us",
        "smba.infra.dod.teams.microsoft.us",
        ".botframework.com",
    ];

    private readonly bool _isLocal;

    private ServiceHosts(bool isLocal) => _isLocal = isLocal;

    /// <summary>Microsoft's hosts, over https only.</summary>
    public static ServiceHosts Microsoft { get; } = new(isLocal: false);

    /// <summary>This machine only, for development without an app id: no host gets a token, because there is none.</summary>
    public static ServiceHosts Loopback { get; } = new(isLocal: true);

    /// <summary>The address if it may be called; null if not.</summary>
    /// <param name="url">Where a connector listens, or something of it.</param>
    public ServiceAddress? Check(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address)
        && address.UserInfo.Length == 0
        && address.Fragment.Length == 0
        && (_isLocal ? IsLocal(address) : IsKnown(address))
            ? new ServiceAddress(address)
            : null;

    private static bool IsLocal(Uri address) => address.IsLoopback && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps);

    private static bool IsKnown(Uri address) =>
        address.Scheme == Uri.UriSchemeHttps
        && address.IsDefaultPort
        && address.HostNameType == UriHostNameType.Dns
        && Known.Any(known => known[0] == '.'
            ? address.IdnHost.Length > known.Length && address.IdnHost.EndsWith(known, StringComparison.OrdinalIgnoreCase)
            : address.IdnHost.Equals(known, StringComparison.OrdinalIgnoreCase));
}

/// <summary>An address that may be called. Only <see cref="ServiceHosts"/> makes one, so that no call and no token goes anywhere else.</summary>
public sealed class ServiceAddress
{
    internal ServiceAddress(Uri url) => Url = url;

    public Uri Url { get; }

    /// <summary>An address under this one; null if a segment would change the path.</summary>
    internal Uri? Under(params ReadOnlySpan<string?> segments)
    {
        if (Url.Query.Length > 0)
        {
            return null;
        }

        var path = Url.AbsoluteUri.TrimEnd('/');
        foreach (var segment in segments)
        {
            if (segment is null or "" or "." or "..")
            {
                return null;
            }

            path += "/" + Uri.EscapeDataString(segment);
        }

        return new Uri(path);
    }
}
