using System.Security.Cryptography;
using HelpDeskBot.BotFramework;
using HelpDeskBot.Desk.Storage;

namespace HelpDeskBot.Hosting;

/// <summary>Reads <c>HelpDesk:Teams</c>. A value that is empty is none.</summary>
internal static class TeamsConfiguration
{
    public const string Section = "HelpDesk:Teams";

    /// <summary>The registration, or none but a local client; null where Teams is off.</summary>
    /// <exception cref="StartupException">A value is missing or cannot be right.</exception>
    public static BotFrameworkOptions? Read(TeamsOptions options, bool isLocal)
    {
        var registration = Given(options.AppId) is { } app ? Registered(app, options) : Unregistered(options, isLocal);
        return registration?.Problem() is { } problem ? throw new StartupException($"{Section}: {problem}") : registration;
    }

    private static BotFrameworkOptions Registered(string app, TeamsOptions options)
    {
        var home = Given(options.TenantId);
        var tenants = Tenants(options);
        if (home is null && (!options.ManagedIdentity || tenants.Count == 0))
        {
            throw new StartupException($"{Section}:TenantId is missing. Write the tenant id of the bot's registration.");
        }

        return new BotFrameworkOptions
        {
            AppId = app,
            Credential = Credential(home ?? "", options),
            Tenants = tenants.Count > 0 ? tenants : [home!],
        };
    }

    private static BotFrameworkOptions? Unregistered(TeamsOptions options, bool isLocal)
    {
        string?[] ofRegistrations = [options.TenantId, options.Secret, options.SecretFile, options.Certificate];
        if (options.ManagedIdentity || Array.Exists(ofRegistrations, value => Given(value) is not null))
        {
            throw new StartupException($"{Section} has a tenant or a credential but no AppId. Write the app id of the bot's registration.");
        }

        return isLocal ? new BotFrameworkOptions { IsLocal = true, Tenants = Tenants(options) } : null;
    }

    private static BotCredential? Credential(string tenant, TeamsOptions options)
    {
        var secret = SecretSetting.Read(options.Secret, options.SecretFile, $"{Section}:Secret");
        var certificate = Given(options.Certificate);
        return (secret, certificate, options.ManagedIdentity) switch
        {
            (null, null, false) => null,
            ({ } known, null, false) => new SecretCredential(tenant, known),
            (null, { } path, false) => Certificate(tenant, path, SecretSetting.Read(options.CertificatePassword, options.CertificatePasswordFile, $"{Section}:CertificatePassword")),
            (null, null, true) => new ManagedIdentityCredential(),
            _ => throw new StartupException($"{Section} has more than one of Secret, Certificate and ManagedIdentity. Keep one."),
        };
    }

    private static CertificateCredential Certificate(string tenant, string path, string? password)
    {
        try
        {
            return CertificateCredential.FromFile(tenant, path, password);
        }
        catch (Exception wrong) when (wrong is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new StartupException($"{Section}:Certificate names {path}, which cannot be read. Write the path of a PFX or PEM with its key, and its password.");
        }
    }

    private static List<string> Tenants(TeamsOptions options) => [.. options.Tenants.Select(Given).OfType<string>()];

    private static string? Given(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();
}
