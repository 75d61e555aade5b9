using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace HelpDeskBot.Tests.Support.Teams;

/// <summary>
/// Microsoft's side on loopback: the connector of Teams, the issuer of delivery tokens and Microsoft Entra, each under its real name with a
/// certificate for it. What reaches it went over a real connection.
/// </summary>
internal sealed class FakeCloud : IAsyncDisposable
{
    /// <summary>Where a delivery says that the connector listens.</summary>
    public const string ServiceUrl = "https://smba.trafficmanager.net/emea/";

    /// <summary>A name that leads here, and that the certificate is not for.</summary>
    private const string Stolen = "stolen.botframework.com";

    private static readonly string[] Names =
    [
        "smba.trafficmanager.net", "login.botframework.com", "login.microsoftonline.com",
    ];

    private static readonly Lazy<X509Certificate2> Certificate = new(CreateCertificate);

    private readonly WebApplication _app;
    private readonly int _httpsPort;

    private FakeCloud(WebApplication app, FakeConnector connector, FakeIssuer issuer, FakeEntra entra)
    {
        (_app, Connector, Issuer, Entra) = (app, connector, issuer, entra);
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Select(address => new Uri(address)).ToList();
        Address = addresses.Single(address => address.Scheme == "http");
        _httpsPort = addresses.Single(address => address.Scheme == "https").Port;
    }

    /// <summary>The same without TLS, for programs that cannot be given a certificate.</summary>
    public Uri Address { get; }

    public FakeConnector Connector { get; }

    public FakeIssuer Issuer { get; }

    public FakeEntra Entra { get; }

    public static async Task<FakeCloud> StartAsync(TimeProvider time)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddRoutingCore();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.Listen(IPAddress.Loopback, 0);
            kestrel.Listen(IPAddress.Loopback, 0, listener => listener.UseHttps(Certificate.Value));
        });
        var app = builder.Build();
        var entra = new FakeEntra();
        var issuer = new FakeIssuer(time);
        var connector = new FakeConnector(entra, time);
        app.Run(context => context.Request.Host.Host switch
        {
            "login.botframework.com" => issuer.HandleAsync(context),
            "login.microsoftonline.com" or "169.254.169.254" => entra.HandleAsync(context),
            _ => connector.HandleAsync(context),
        });
        await app.StartAsync();
        return new FakeCloud(app, connector, issuer, entra);
    }

    /// <summary>Lets the names lead here; everything else about the handler stays as the product has it.</summary>
    public void Reroute(SocketsHttpHandler handler)
    {
        handler.UseProxy = false;
        handler.ConnectCallback = ConnectAsync;
        handler.SslOptions.RemoteCertificateValidationCallback = (_, certificate, _, errors) =>
            errors is SslPolicyErrors.None or SslPolicyErrors.RemoteCertificateChainErrors // the name must match
            && certificate?.GetCertHashString() == Certificate.Value.GetCertHashString();
    }

    public async ValueTask DisposeAsync()
    {
        Connector.LetGo();
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken stop)
    {
        var port = context.DnsEndPoint switch
        {
            { Port: 443, Host: var name } when Names.Contains(name) || name == Stolen => _httpsPort,
            { Port: 80, Host: "169.254.169.254" } => Address.Port,
            { Host: "127.0.0.1", Port: var own } when own == Address.Port => own,
            var other => throw new SocketException((int)SocketError.HostNotFound, $"Nobody is called {other}"),
        };
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(IPAddress.Loopback, port, stop);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static X509Certificate2 CreateCertificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=Fake cloud", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        Array.ForEach(Names, names.AddDnsName);
        request.CertificateExtensions.Add(names.Build());
        using var made = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, new DateTimeOffset(2100, 1, 1, 0, 0, 0, TimeSpan.Zero));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), password: null);
    }
}
