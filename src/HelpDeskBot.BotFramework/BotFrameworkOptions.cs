using System.Security.Cryptography.X509Certificates;
using HelpDeskBot.BotFramework.Teams;

namespace HelpDeskBot.BotFramework;

/// <summary>
/// Which bot this is and whom it serves. There is nothing here that turns a check off: without an app id only this machine is served, and only in
/// development.
/// </summary>
public sealed record BotFrameworkOptions
{
    private const int OneMegabyte = 1024 * 1024;

    /// <summary>The bot's app id, a GUID; null in development without a registration.</summary>
    public string? AppId { get; init; }

    /// <summary>How the bot proves who it is; null only without an app id.</summary>
    public BotCredential? Credential { get; init; }

    /// <summary>The Entra tenants whose people are served, as GUIDs.</summary>
    public IReadOnlyList<string> Tenants { get; init; } = [];

    /// <summary>The channels that are served: those that vouch for who speaks.</summary>
    public IReadOnlyList<string> Channels { get; init; } = [TeamsConversations.Channel];

    /// <summary>Development on one's own machine, reached at its own addresses only.</summary>
    public bool IsLocal { get; init; }

    /// <summary>Largest activity, in bytes.</summary>
    public int MostBytes { get; init; } = OneMegabyte;

    /// <summary>What is wrong, as a sentence that says what to change; null if nothing is.</summary>
    public string? Problem() => this switch
    {
        { AppId: null, Credential: not null } => "There is a credential but no app id. Write both or neither.",
        { AppId: null, IsLocal: false } => "There is no app id. Without one the bot is served in development on this machine's own addresses only.",
        { AppId: null } => null,
        { AppId: var id } when !Guid.TryParseExact(id, "D", out _) => $"The app id {id} is no GUID. Copy it from the bot's registration.",
        { Credential: null } => "There is an app id but no credential. Write a secret, a certificate or a managed identity.",
        { Tenants: [] } => "No tenant is named. Write the ids of the Entra tenants whose people may use the bot.",
        { Tenants: var tenants } when tenants.FirstOrDefault(tenant => !Guid.TryParseExact(tenant, "D", out _)) is { } bad => $"The tenant {bad} is no GUID.",
        { Credential: SecretCredential { TenantId: var home } } when !Guid.TryParseExact(home, "D", out _) => $"The bot's tenant {home} is no GUID.",
        { Credential: CertificateCredential { TenantId: var home } } when !Guid.TryParseExact(home, "D", out _) => $"The bot's tenant {home} is no GUID.",
        { Credential: SecretCredential { Secret: "" } } => "The secret is empty.",
        { Credential: CertificateCredential { Certificate.HasPrivateKey: false } } => "The certificate has no private key.",
        _ => null,
    };
}

/// <summary>How the bot proves who it is to Microsoft Entra.</summary>
public abstract class BotCredential
{
    private protected BotCredential()
    {
    }
}

/// <summary>A client secret of a single-tenant registration.</summary>
/// <param name="tenantId">The tenant of the registration.</param>
public sealed class SecretCredential(string tenantId, string secret) : BotCredential
{
    public string TenantId { get; } = tenantId;

    internal string Secret { get; } = secret;
}

/// <summary>A certificate of a single-tenant registration, with its private key.</summary>
/// <param name="tenantId">The tenant of the registration.</param>
public sealed class CertificateCredential(string tenantId, X509Certificate2 certificate) : BotCredential
{
    public string TenantId { get; } = tenantId;

    internal X509Certificate2 Certificate { get; } = certificate;

    /// <summary>Reads a certificate and its key: a PFX with its password, or a PEM that holds both.</summary>
    /// <exception cref="System.Security.Cryptography.CryptographicException">It cannot be read, or the password is wrong.</exception>
    public static CertificateCredential FromFile(string tenantId, string path, string? password = null) => new(tenantId, Load(path, password));

    private static X509Certificate2 Load(string path, string? password)
    {
        if (Path.GetExtension(path).Equals(".pem", StringComparison.OrdinalIgnoreCase))
        {
            return string.IsNullOrEmpty(password) ? X509Certificate2.CreateFromPemFile(path) : X509Certificate2.CreateFromEncryptedPemFile(path, password);
        }

        return X509CertificateLoader.LoadPkcs12FromFile(path, password);
    }
}

/// <summary>The user-assigned managed identity of the machine that the bot runs on; its client id is the app id.</summary>
public sealed class ManagedIdentityCredential : BotCredential;
