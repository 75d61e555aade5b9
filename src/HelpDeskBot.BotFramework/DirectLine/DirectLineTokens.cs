using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace HelpDeskBot.BotFramework.DirectLine;

/// <summary>
/// Gives and checks tokens: signed, for one user in one conversation, for half an hour. A stream's token opens the stream only, since it stands in
/// an address.
/// </summary>
public sealed class DirectLineTokens(DirectLineKey key, DirectLineOptions options, TimeProvider time)
{
    private const string Issuer = "helpdeskbot-directline";
    private const string Api = "directline";
    private const string Stream = "directline-stream";
    private const string ConversationClaim = "conv";

    private static readonly JsonWebTokenHandler Handler = new() { SetDefaultTimesOnTokenCreation = false, MapInboundClaims = false };

    /// <summary>How long a token lives.</summary>
    public TimeSpan Lifetime => options.TokenLifetime;

    /// <summary>A token for the routes.</summary>
    public string Create(DirectLineCaller caller) => Create(caller, Api);

    /// <summary>The caller of a token for the routes, or null if the token is not good.</summary>
    public DirectLineCaller? Validate(string token) => Validate(token, Api);

    internal string CreateForStream(DirectLineCaller caller) => Create(caller, Stream);

    internal DirectLineCaller? ValidateForStream(string token) => Validate(token, Stream);

    private string Create(DirectLineCaller caller, string audience)
    {
        var now = time.GetUtcNow().UtcDateTime;
        return Handler.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Audience = audience,
            IssuedAt = now,
            NotBefore = now,
            Expires = now + options.TokenLifetime,
            Claims = new Dictionary<string, object> { [JwtRegisteredClaimNames.Sub] = caller.UserId, [ConversationClaim] = caller.ConversationId },
            SigningCredentials = new SigningCredentials(new SymmetricSecurityKey(key.Value), SecurityAlgorithms.HmacSha256),
        });
    }

    private DirectLineCaller? Validate(string token, string audience)
    {
        var result = Handler.ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidIssuer = Issuer,
            ValidAudience = audience,
            ValidAlgorithms = [SecurityAlgorithms.HmacSha256],
            IssuerSigningKey = new SymmetricSecurityKey(key.Value),
            RequireExpirationTime = true,
            RequireSignedTokens = true,
            LifetimeValidator = IsAlive,
        }).GetAwaiter().GetResult(); // completes at once: nothing is fetched
        return result.IsValid
            && result.Claims.TryGetValue(JwtRegisteredClaimNames.Sub, out var sub) && sub is string { Length: > 0 } user
            && result.Claims.TryGetValue(ConversationClaim, out var conv) && conv is string { Length: > 0 } conversation
                ? new DirectLineCaller(user, conversation)
                : null;
    }

    private bool IsAlive(DateTime? notBefore, DateTime? expires, SecurityToken token, TokenValidationParameters parameters)
    {
        var now = time.GetUtcNow().UtcDateTime;
        return notBefore <= now && now < expires;
    }
}
