using System.Net;
using Microsoft.AspNetCore.Http;

namespace HelpDeskBot.BotFramework.Authentication;

/// <summary>What a token proves: that Microsoft delivers, by this key, for this service URL.</summary>
internal sealed record DeliveryToken(SigningKey Key, string ServiceUrl);

/// <summary>Whether a delivery is let in, before its body is read.</summary>
/// <param name="Token">What its token proved; null without an app id.</param>
/// <param name="Refusal">Why not; null if it is let in.</param>
/// <param name="Status">What is answered if it is not.</param>
internal readonly record struct GateResult(DeliveryToken? Token, string? Refusal, int Status);

/// <summary>Who may deliver at all.</summary>
internal interface IDeliveryGate
{
    Task<GateResult> CheckAsync(HttpContext context, CancellationToken stop);
}

/// <summary>Without an app id there is no token: only programs of this machine may deliver, at its own addresses.</summary>
internal sealed class LocalGate : IDeliveryGate
{
    public Task<GateResult> CheckAsync(HttpContext context, CancellationToken stop) => Task.FromResult(
        IsOwn(context) ? default : new GateResult(Token: null, RefusalCodes.NotLocal, StatusCodes.Status403Forbidden));

    // A page of another site can make its own name lead to this machine; the browser then still sends that name.
    private static bool IsOwn(HttpContext context) =>
        context.Connection.RemoteIpAddress is { } remote && IPAddress.IsLoopback(remote)
        && Uri.TryCreate($"http://{context.Request.Host}", UriKind.Absolute, out var host) && host.IsLoopback;
}
