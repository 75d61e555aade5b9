using HelpDeskBot.BotFramework.Connector;
using Microsoft.Identity.Client;
using Microsoft.Identity.Client.AppConfig;

namespace HelpDeskBot.BotFramework.Authentication;

/// <summary>Gets the bot's tokens from Microsoft Entra. MSAL keeps them and renews them before they end.</summary>
internal sealed class MsalTokens : IBotTokens
{
    private const string Resource = "https://api.botframework.com";
    private const string Login = "https://login.microsoftonline.com/";

    /// <summary>The least time between two tokens that are asked for because the last was refused.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    private readonly Func<bool, CancellationToken, Task<AuthenticationResult>> _acquire;
    private readonly TimeProvider _time;
    private readonly Lock _lock = new();
    private long? _lastForced;

    public MsalTokens(BotFrameworkOptions options, IHttpClientFactory http, TimeProvider time)
    {
        _time = time;
        var clients = new Clients(http);
        _acquire = options.Credential switch
        {
            SecretCredential secret => Confidential(Builder(options, secret.TenantId, clients).WithClientSecret(secret.Secret)),
            CertificateCredential certificate =>
                Confidential(Builder(options, certificate.TenantId, clients).WithCertificate(certificate.Certificate, sendX5C: true)),
            ManagedIdentityCredential => Managed(options.AppId!, clients),
            _ => throw new InvalidOperationException("Without a credential there is no token"),
        };
    }

    public async Task<string?> GetAsync(bool wasRefused, CancellationToken stop)
    {
        try
        {
            return (await _acquire(wasRefused && MayForce(), stop)).AccessToken;
        }
        catch (MsalException failure)
        {
            throw new BotTokenException(failure.ErrorCode, failure);
        }
        catch (HttpRequestException failure)
        {
            throw new BotTokenException("unreachable", failure);
        }
    }

    private static ConfidentialClientApplicationBuilder Builder(BotFrameworkOptions options, string tenant, Clients clients) =>
        ConfidentialClientApplicationBuilder.Create(options.AppId).WithAuthority(new Uri(Login + tenant)).WithHttpClientFactory(clients);

    private static Func<bool, CancellationToken, Task<AuthenticationResult>> Confidential(ConfidentialClientApplicationBuilder builder)
    {
        var app = builder.Build();
        return (isForced, stop) => app.AcquireTokenForClient([Resource + "/.default"]).WithForceRefresh(isForced).ExecuteAsync(stop);
    }

    private static Func<bool, CancellationToken, Task<AuthenticationResult>> Managed(string appId, Clients clients)
    {
        var app = ManagedIdentityApplicationBuilder.Create(ManagedIdentityId.WithUserAssignedClientId(appId)).WithHttpClientFactory(clients).Build();
        return (isForced, stop) => app.AcquireTokenForManagedIdentity(Resource).WithForceRefresh(isForced).ExecuteAsync(stop);
    }

    private bool MayForce()
    {
        lock (_lock)
        {
            if (_lastForced is { } last && _time.GetElapsedTime(last) < Pause)
            {
                return false;
            }

            _lastForced = _time.GetTimestamp();
            return true;
        }
    }

    private sealed class Clients(IHttpClientFactory http) : IMsalHttpClientFactory
    {
        public HttpClient GetHttpClient() => http.CreateClient(BotFrameworkHttp.ClientName);
    }
}

/// <summary>Without an app id there are no tokens.</summary>
internal sealed class NoTokens : IBotTokens
{
    public Task<string?> GetAsync(bool wasRefused, CancellationToken stop) => Task.FromResult<string?>(null);
}
