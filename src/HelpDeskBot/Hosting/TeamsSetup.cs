using HelpDeskBot.BotFramework;
using HelpDeskBot.Channels.Teams;
using HelpDeskBot.Desk.Outbox;
using HelpDeskBot.Turns;

namespace HelpDeskBot.Hosting;

/// <summary>Puts Teams into the process, as far as it is configured.</summary>
internal static class TeamsSetup
{
    /// <summary>Whether Teams is served; <see cref="Desk.Storage.StartupException"/> with what to change if the settings are wrong.</summary>
    public static bool AddTeams(this IServiceCollection services, TeamsOptions options, bool isLocal)
    {
        if (TeamsConfiguration.Read(options, isLocal) is not { } registration)
        {
            return false;
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
}
