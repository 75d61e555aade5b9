using System.Security.Cryptography;
using HelpDeskBot.BotFramework;
using HelpDeskBot.Channels.Teams;
using HelpDeskBot.Desk.Outbox;
using HelpDeskBot.Desk.Storage;
using HelpDeskBot.Turns;

namespace HelpDeskBot.Hosting;

/// <summary>Puts Teams into the process, as far as it is configured.</summary>
internal static class TeamsSetup
{
    /// <summary>Whether Teams is served; <see cref="StartupException"/> with what to change if the settings are wrong.</summary>
    public static bool AddTeams(this IServiceCollection services, TeamsOptions options, bool isLocal)
    {
        if (options.AppId is not { Length: > 0 } && !isLocal)
        {
            return options is { Secret: null, SecretFile: null, Certificate: null, ManagedIdentity: false }
                ? false
                : throw new StartupException("HelpDesk:Teams has a credential but no AppId. Write the app id of the bot's registration.");
        }

        var registration = Registration(options, isLocal);
        if (registration.Problem() is { } problem)
        {
            throw new StartupException($"HelpDesk:Teams: {problem}");
        }

        services.AddBotFramework(registration);
        services.AddHttpClient(TeamsDownloads.ClientName, client => client.Timeout = Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers() // their lines would carry addresses
            .ConfigurePrimaryHttpMessageHandler(TeamsDownloads.Handler);
        services.AddSingleton<TeamsDownloads>();
        services.AddSingleton<TeamsPeople>();
        Type[] parts =
        [
            typeof(TeamsPlaces), typeof(TeamsMessages), typeof(TeamsAttachments), typeof(TeamsArrivals), typeof(TeamsTyping), typeof(TeamsInvokeTurns),
            typeof(TeamsRefreshes), typeof(TeamsCompose), typeof(TeamsSearches), typeof(TeamsReports), typeof(RoomBindingTurns),
        ];
        Array.ForEach(parts, part => services.AddScoped(part));
        services.AddScoped<IBotFrameworkBackend, TeamsBackend>();
        services.AddScoped<ITurnTranslator, TeamsTranslator>();
        services.AddScoped<IChannel, TeamsChannel>();
        return true;
    }

    private static BotFrameworkOptions Registration(TeamsOptions options, bool isLocal)
    {
        if (options.AppId is not { Length: > 0 } appId)
        {
            return new BotFrameworkOptions { IsLocal = isLocal, Tenants = options.Tenants };
        }

        return new BotFrameworkOptions
        {
            AppId = appId,
            Credential = CredentialOf(options),
            Tenants = options.Tenants.Count > 0 || options.TenantId is null ? options.Tenants : [options.TenantId],
        };
    }

    private static BotCredential? CredentialOf(TeamsOptions options)
    {
        var tenant = options.TenantId ?? "";
        var secret = SecretSetting.Read(options.Secret, options.SecretFile, "HelpDesk:Teams:Secret");
        if (new[] { secret is not null, options.Certificate is not null, options.ManagedIdentity }.Count(isGiven => isGiven) > 1)
        {
            throw new StartupException("HelpDesk:Teams has more than one of Secret, Certificate and ManagedIdentity. Keep one.");
        }

        return options switch
        {
            { ManagedIdentity: true } => new ManagedIdentityCredential(),
            { Certificate: { } path } => CertificateOf(tenant, path, SecretSetting.Read(options.CertificatePassword, options.CertificatePasswordFile, "HelpDesk:Teams:CertificatePassword")),
            _ => secret is null ? null : new SecretCredential(tenant, secret),
        };
    }

    private static CertificateCredential CertificateOf(string tenant, string path, string? password)
    {
        try
        {
            return CertificateCredential.FromFile(tenant, path, password);
        }
        catch (Exception wrong) when (wrong is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new StartupException($"HelpDesk:Teams:Certificate names {path}, which cannot be read. Write the path of a PFX or PEM with its key, and its password.");
        }
    }
}
