namespace HelpDeskBot.Hosting;

/// <summary>The bot's registration for Microsoft Teams; without an app id Teams is off, except in development on this machine alone.</summary>
internal sealed class TeamsOptions
{
    /// <summary>The app id of the registration, a GUID.</summary>
    public string? AppId { get; set; }

    /// <summary>The tenant of the registration, a GUID.</summary>
    public string? TenantId { get; set; }

    /// <summary>A client secret of the registration.</summary>
    public string? Secret { get; set; }

    [ConfigurationKeyName("Secret" + SecretSetting.FileEnding)]
    public string? SecretFile { get; set; }

    /// <summary>A PFX or PEM with certificate and key, in the place of a secret.</summary>
    public string? Certificate { get; set; }

    /// <summary>The password of that file.</summary>
    public string? CertificatePassword { get; set; }

    [ConfigurationKeyName("CertificatePassword" + SecretSetting.FileEnding)]
    public string? CertificatePasswordFile { get; set; }

    /// <summary>The registration belongs to the managed identity of this machine.</summary>
    public bool ManagedIdentity { get; set; }

    /// <summary>The tenants whose people are served; the registration's own if none is named.</summary>
    public List<string> Tenants { get; set; } = [];
}
