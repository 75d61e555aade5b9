using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace HelpDeskBot.BotFramework.Authentication;

/// <summary>
/// Checks the token of a delivery: a bearer token, well formed, signed by a published key with RSA, by the one issuer, for this bot, in its time
/// (bot-docs, rest-connector-authentication). What it says of the activity is compared by <see cref="DeliveryCheck"/>.
/// </summary>
internal sealed class TokenCheck(BotFrameworkOptions options, SigningKeys keys, TimeProvider time) : IDeliveryGate
{
    public const string Issuer = "https://api.botframework.com";

    private const string ServiceUrlClaim = "serviceurl";
    private const string Scheme = "Bearer";
    private const int LongestToken = 16 * 1024;

    internal static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    private static readonly string[] Algorithms = [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512];
    private static readonly JsonWebTokenHandler Handler = new() { MapInboundClaims = false, MaximumTokenSizeInBytes = LongestToken };

    private readonly string _audience = options.AppId?.ToLowerInvariant() ?? throw new InvalidOperationException("Without an app id no token can be good");

    public async Task<GateResult> CheckAsync(HttpContext context, CancellationToken stop)
    {
        if (context.Request.Headers.Authorization is not [{ Length: > 0 } value])
        {
            return Refused(RefusalCodes.TokenAbsent);
        }

        if (value.Split(' ', StringSplitOptions.RemoveEmptyEntries) is not [var scheme, var text] || !scheme.Equals(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            return Refused(RefusalCodes.TokenScheme);
        }

        if (Read(text) is not { } token)
        {
            return Refused(RefusalCodes.TokenMalformed);
        }

        if (!Algorithms.Contains(token.Alg, StringComparer.Ordinal))
        {
            return Refused(RefusalCodes.TokenAlgorithm);
        }

        return token.Kid is { Length: > 0 } name && await keys.FindAsync(name, stop) is { } key
            ? await ValidateAsync(token, key)
            : Refused(keys.HasKeys ? RefusalCodes.TokenKeyUnknown : RefusalCodes.TokenKeysUnavailable);
    }

    private async Task<GateResult> ValidateAsync(JsonWebToken token, SigningKey key)
    {
        var result = await Handler.ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidIssuer = Issuer,
            ValidAudience = _audience,
            ValidAlgorithms = Algorithms,
            IssuerSigningKey = key.Key,
            RequireSignedTokens = true,
            RequireExpirationTime = true,
            LifetimeValidator = IsAlive,
        });
        if (!result.IsValid)
        {
            return Refused(CodeOf(result.Exception));
        }

        return token.TryGetPayloadValue<object>(ServiceUrlClaim, out var claim) && claim is string { Length: > 0 } serviceUrl
            ? new GateResult(new DeliveryToken(key, serviceUrl), Refusal: null, Status: 0)
            : Refused(RefusalCodes.TokenServiceUrl);
    }

    private bool IsAlive(DateTime? notBefore, DateTime? expires, SecurityToken token, TokenValidationParameters parameters)
    {
        var now = time.GetUtcNow().UtcDateTime;
        return expires is { } end && end >= now - Skew && (notBefore is not { } start || start <= now + Skew);
    }

    private static JsonWebToken? Read(string text)
    {
        try
        {
            return text.Length <= LongestToken && new JsonWebToken(text) is { IsEncrypted: false, IsSigned: true } token ? token : null;
        }
        catch (Exception malformed) when (malformed is ArgumentException or FormatException or JsonException)
        {
            return null;
        }
    }

    private static GateResult Refused(string code) =>
        new(Token: null, code, code == RefusalCodes.TokenKeysUnavailable ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status401Unauthorized);

    private static string CodeOf(Exception? failure) => failure switch
    {
        SecurityTokenInvalidIssuerException => RefusalCodes.TokenIssuer,
        SecurityTokenInvalidAudienceException => RefusalCodes.TokenAudience,
        SecurityTokenInvalidLifetimeException or SecurityTokenExpiredException or SecurityTokenNotYetValidException or SecurityTokenNoExpirationException =>
            RefusalCodes.TokenLifetime,
        SecurityTokenInvalidAlgorithmException => RefusalCodes.TokenAlgorithm,
        SecurityTokenInvalidSignatureException => RefusalCodes.TokenSignature,
        _ => RefusalCodes.TokenMalformed,
    };
}
