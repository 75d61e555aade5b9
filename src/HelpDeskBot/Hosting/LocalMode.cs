using System.Net;

namespace HelpDeskBot.Hosting;

/// <summary>Choosing who one is needs no proof, so it exists only in development and only on addresses of this machine.</summary>
internal static class LocalMode
{
    public static bool IsAllowed(IHostEnvironment environment, IEnumerable<string> urls) =>
        environment.IsDevelopment() && urls.All(IsLoopback);

    private static bool IsLoopback(string url) =>
        Uri.TryCreate(url.Replace("//*", "//0.0.0.0", StringComparison.Ordinal).Replace("//+", "//0.0.0.0", StringComparison.Ordinal), UriKind.Absolute, out var uri)
        && (uri.IsLoopback || (IPAddress.TryParse(uri.Host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address)));
}
