using System.Globalization;
using System.Net;

namespace HelpDeskBot.Slack.Api;

/// <summary>Sends requests, and says what HTTP and the network made of them.</summary>
internal sealed class SlackHttp(HttpClient http, TimeProvider time)
{
    /// <summary>How long a call may take.</summary>
    public static readonly TimeSpan CallTimeout = TimeSpan.FromSeconds(10);

    /// <summary>How long a file may take.</summary>
    public static readonly TimeSpan TransferTimeout = TimeSpan.FromMinutes(2);

    /// <summary>After that a lost call is either done or never will be.</summary>
    public static readonly TimeSpan Settling = TimeSpan.FromSeconds(5);

    /// <summary>How long to wait where Slack does not say it.</summary>
    public static readonly TimeSpan Unsaid = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    /// <param name="read">Reads the answer of a request that succeeded.</param>
    public async Task<SlackResult<T>> SendAsync<T>(
        HttpRequestMessage request, bool isRepeatable, TimeSpan timeout, Func<HttpResponseMessage, CancellationToken, Task<SlackResult<T>>> read, CancellationToken stop)
        where T : class
    {
        var lost = isRepeatable ? SlackOutcome.Later : SlackOutcome.Unknown;
        using var late = new CancellationTokenSource(timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, stop);
        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            return response.IsSuccessStatusCode ? await read(response, either.Token) : Failed<T>(response, lost);
        }
        catch (OperationCanceledException) when (late.IsCancellationRequested && !stop.IsCancellationRequested)
        {
            return new SlackResult<T>(lost, null, "timeout") { RetryAfter = Settling };
        }
        catch (HttpRequestException failure) when (IsUnsent(failure.HttpRequestError))
        {
            return new SlackResult<T>(SlackOutcome.Later, null, "connection") { RetryAfter = Pause };
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException)
        {
            return new SlackResult<T>(lost, null, "connection") { RetryAfter = Settling };
        }
    }

    private static SlackResult<T> Failed<T>(HttpResponseMessage response, SlackOutcome lost)
        where T : class
    {
        var code = string.Create(CultureInfo.InvariantCulture, $"http_{(int)response.StatusCode}");
        return response.StatusCode switch
        {
            HttpStatusCode.TooManyRequests => new SlackResult<T>(SlackOutcome.Later, null, SlackErrors.RateLimited) { RetryAfter = response.Headers.RetryAfter?.Delta ?? Unsaid },
            >= HttpStatusCode.InternalServerError => new SlackResult<T>(lost, null, code) { RetryAfter = Settling },
            _ => new SlackResult<T>(SlackOutcome.Refused, null, code),
        };
    }

    private static bool IsUnsent(HttpRequestError error) =>
        error is HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError;
}
