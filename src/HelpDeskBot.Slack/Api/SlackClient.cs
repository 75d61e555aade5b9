using Microsoft.Extensions.Logging;

namespace HelpDeskBot.Slack.Api;

/// <summary>
/// Slack's Web API, as far as it is used here. Calls keep within Slack's limits and wait at most ten seconds for it; whether they were done is
/// part of every answer.
/// </summary>
public sealed class SlackClient : IDisposable
{
    private readonly HttpClient _http = new(Handler()) { Timeout = Timeout.InfiniteTimeSpan }; // each request has its own
    private readonly SlackCaller _caller;
    private readonly SlackAddresses _addresses;

    public SlackClient(SlackOptions options, TimeProvider time, ILoggerFactory loggers)
    {
        options.Addresses.Check();
        _addresses = options.Addresses;
        var http = new SlackHttp(_http, time);
        _caller = new SlackCaller(http, options, new SlackRateLimits(time), loggers.CreateLogger<SlackCaller>());
        Conversations = new ConversationsApi(_caller);
        Chat = new ChatApi(_caller, Conversations);
        Users = new UsersApi(_caller);
        Views = new ViewsApi(_caller);
        Reactions = new ReactionsApi(_caller);
        Files = new FilesApi(_caller, new FileTransfers(http, options));
        ResponseUrls = new ResponseUrls(http, options);
    }

    public ChatApi Chat { get; }

    public ConversationsApi Conversations { get; }

    public UsersApi Users { get; }

    public ViewsApi Views { get; }

    public ReactionsApi Reactions { get; }

    public FilesApi Files { get; }

    public ResponseUrls ResponseUrls { get; }

    /// <summary>Whose token this is.</summary>
    public Task<SlackResult<SlackIdentity>> TestAuthAsync(CancellationToken stop) =>
        _caller.CallAsync(SlackMethods.AuthTest, ApiJson.Default.SlackIdentity, new Dictionary<string, string?>(), channel: null, stop);

    /// <summary>The address of a new Socket Mode connection, good once.</summary>
    internal async Task<SlackResult<Uri>> OpenConnectionAsync(CancellationToken stop)
    {
        var answer = await _caller.CallAsync(SlackMethods.OpenConnection, ApiJson.Default.ConnectionAnswer, new Dictionary<string, string?>(), channel: null, stop);
        return answer.IsOk && !(Uri.TryCreate(answer.Value.Url, UriKind.Absolute, out var address) && _addresses.IsSocket(address))
            ? new SlackResult<Uri>(SlackOutcome.Refused, null, "not_slacks_address")
            : answer.Map(opened => new Uri(opened.Url!));
    }

    public void Dispose() => _http.Dispose();

    private static SocketsHttpHandler Handler() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        ConnectTimeout = SlackHttp.CallTimeout / 2,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        AutomaticDecompression = System.Net.DecompressionMethods.All,
    };
}
