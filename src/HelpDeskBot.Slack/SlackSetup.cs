using HelpDeskBot.Slack.Api;
using HelpDeskBot.Slack.Http;
using HelpDeskBot.Slack.SocketMode;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDeskBot.Slack;

/// <summary>Adds Slack to a host, which adds an <see cref="ISlackBackend"/> and the technical <see cref="TimeProvider"/>.</summary>
public static class SlackSetup
{
    /// <summary>Adds the client, and what <see cref="SlackRoutes.MapSlack"/> needs.</summary>
    public static IServiceCollection AddSlack(this IServiceCollection services, SlackOptions options)
    {
        services.AddSingleton(options);
        services.AddSingleton<SlackClient>();
        services.AddSingleton<SlackIntake>();
        return services.AddSingleton<SlackDoor>();
    }

    /// <summary>Adds Socket Mode: deliveries come over a connection that this machine opens.</summary>
    public static IServiceCollection AddSlackSocketMode(this IServiceCollection services) => services.AddHostedService<SocketModeService>();
}
