using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace HelpDeskBot.Hosting;

/// <summary>Where people reach the web pages.</summary>
internal sealed class WebAddress(IServer server, IOptions<HelpDeskOptions> options, Channels.WebChat.LocalPeople people)
{
    /// <summary>Scheme, host and port; null if nobody configured them. On this machine alone the server's own address does.</summary>
    public Uri? Root
    {
        get
        {
            if (options.Value.Address is { Length: > 0 } address)
            {
                return new Uri(address);
            }

            return people.AreAllowed && server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() is { } own ? new Uri(own) : null;
        }
    }

    /// <summary>Whether a request that changes something comes from one of our own pages: browsers say so, and scripts of other sites cannot lie.</summary>
    public bool IsOwn(HttpRequest request) =>
        Root is { } root && request.Headers.Origin is [{ } origin] && origin == root.GetLeftPart(UriPartial.Authority);

    /// <summary>Whether an address is one to configure: https, or this machine.</summary>
    public static bool IsGood(string address) => Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && uri.PathAndQuery == "/" && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback));
}
