namespace HelpDeskBot.BotFramework.Authentication;

/// <summary>Why a delivery is refused, as logs say it. Whoever sent it learns the HTTP status only.</summary>
internal static class RefusalCodes
{
    public const string TokenAbsent = "token.absent";
    public const string TokenScheme = "token.scheme";
    public const string TokenMalformed = "token.malformed";
    public const string TokenAlgorithm = "token.algorithm";
    public const string TokenKeyUnknown = "token.key_unknown";
    public const string TokenKeysUnavailable = "token.keys_unavailable";
    public const string TokenSignature = "token.signature";
    public const string TokenIssuer = "token.issuer";
    public const string TokenAudience = "token.audience";
    public const string TokenLifetime = "token.lifetime";
    public const string TokenServiceUrl = "token.service_url";
    public const string KeyNotEndorsed = "key.not_endorsed";
    public const string ChannelNotServed = "channel.not_served";
    public const string ServiceUrlMismatch = "service_url.mismatch";
    public const string ServiceUrlNotAllowed = "service_url.not_allowed";
    public const string TenantAbsent = "tenant.absent";
    public const string TenantNotAllowed = "tenant.not_allowed";
    public const string NotLocal = "local.not_local";
}
