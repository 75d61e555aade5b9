using System.Net;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDeskBot.BotFramework;

/// <summary>How this library reaches the network.</summary>
public static class BotFrameworkHttp
{
    /// <summary>The name of the <see cref="HttpClient"/> that everything here uses.</summary>
    public const string ClientName = "BotFramework";

    private const int MostBytesOfDocuments = 1024 * 1024;

    internal static void Add(IServiceCollection services) => services.AddHttpClient(ClientName, client =>
        {
            client.Timeout = Timeout.InfiniteTimeSpan; // callers give up by their own clock
            client.MaxResponseContentBufferSize = MostBytesOfDocuments;
        })
        .RemoveAllLoggers() // their lines would carry addresses
        .SetHandlerLifetime(Timeout.InfiniteTimeSpan) // connections are renewed below
        .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.None,
            UseCookies = false,
            ConnectTimeout = TimeSpan.FromSeconds(5),
            PooledConnectionLifetime = TimeSpan.FromMinutes(10),
        });
}
