using System.Net;
using System.Net.Sockets;

namespace HelpDeskBot.Channels.Teams;

/// <summary>What became of fetching a file.</summary>
/// <param name="Bytes">The content; null if there is none.</param>
internal readonly record struct Download(byte[]? Bytes)
{
    public static Download Lost => default;

    public static Download TooLarge => new() { IsTooLarge = true };

    public bool IsTooLarge { get; init; }
}

/// <summary>
/// Fetches files from SharePoint and OneDrive, where Teams keeps them. Only their hosts are asked, without a token and without following redirects, and
/// only at addresses of the internet: a name that leads into our own network is not followed.
/// </summary>
internal sealed partial class TeamsDownloads(IHttpClientFactory http, ILogger<TeamsDownloads> logger)
{
    public const string ClientName = "TeamsFiles";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private static readonly string[] Hosts = [".sharepoint.com", ".sharepoint.us"];

    /// <summary>The content, unless it is larger or cannot be had.</summary>
    public async Task<Download> GetAsync(Uri address, int mostBytes, CancellationToken stop)
    {
        if (!IsKnown(address))
        {
            LogNotFetched("host");
            return Download.Lost;
        }

        using var giveUp = CancellationTokenSource.CreateLinkedTokenSource(stop);
        giveUp.CancelAfter(Patience);
        try
        {
            using var response = await http.CreateClient(ClientName).GetAsync(address, HttpCompletionOption.ResponseHeadersRead, giveUp.Token);
            return response.StatusCode == HttpStatusCode.OK ? await ReadAsync(response.Content, mostBytes, giveUp.Token) : Download.Lost;
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException || (failure is OperationCanceledException && !stop.IsCancellationRequested))
        {
            LogNotFetched(failure.GetType().Name);
            return Download.Lost;
        }
    }

    public static bool IsKnown(Uri address) => address is { IsAbsoluteUri: true, IsDefaultPort: true, UserInfo.Length: 0, HostNameType: UriHostNameType.Dns }
        && address.Scheme == Uri.UriSchemeHttps
        && Hosts.Any(host => address.IdnHost.Length > host.Length && address.IdnHost.EndsWith(host, StringComparison.OrdinalIgnoreCase));

    public static SocketsHttpHandler Handler() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        ConnectTimeout = TimeSpan.FromSeconds(5),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        ConnectCallback = ConnectAsync,
    };

    private static async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken stop)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            var found = await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, stop);
            var open = Array.FindAll(found, PublicAddresses.Contains);
            if (open.Length == 0)
            {
                throw new HttpRequestException("The name leads to no address of the internet");
            }

            await socket.ConnectAsync(open, context.DnsEndPoint.Port, stop);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static async Task<Download> ReadAsync(HttpContent content, int most, CancellationToken stop)
    {
        if (content.Headers.ContentLength > most)
        {
            return Download.TooLarge;
        }

        await using var stream = await content.ReadAsStreamAsync(stop);
        using var whole = new MemoryStream();
        var chunk = new byte[64 * 1024];
        while (await stream.ReadAsync(chunk, stop) is > 0 and var read)
        {
            if (whole.Length + read > most)
            {
                return Download.TooLarge;
            }

            whole.Write(chunk, 0, read);
        }

        return new Download(whole.ToArray());
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A file of Teams was not fetched: {Reason}")]
    private partial void LogNotFetched(string reason);
}
