using HelpDeskBot.BotFramework.Authentication;
using HelpDeskBot.BotFramework.Connector;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDeskBot.BotFramework;

/// <summary>Puts the Bot Framework endpoint and the connector's client into a host.</summary>
public static class BotFrameworkSetup
{
    /// <summary>
    /// Adds the endpoint's services and <see cref="ConnectorClient"/>. The host adds an <see cref="IBotFrameworkBackend"/> and a
    /// <see cref="TimeProvider"/>.
    /// </summary>
    /// <exception cref="ArgumentException">The options have a <see cref="BotFrameworkOptions.Problem"/>.</exception>
    public static IServiceCollection AddBotFramework(this IServiceCollection services, BotFrameworkOptions options)
    {
        if (options.Problem() is { } problem)
        {
            throw new ArgumentException(problem, nameof(options));
        }

        BotFrameworkHttp.Add(services);
        services.AddSingleton(options);
        services.AddSingleton(options.AppId is null ? ServiceHosts.Loopback : ServiceHosts.Microsoft);
        services.AddSingleton<DeliveryCheck>();
        services.AddSingleton<BotFrameworkEndpoint>();
        services.AddSingleton<RateLimits>();
        services.AddSingleton<ConnectorSender>();
        services.AddSingleton(provider =>
            new ConnectorClient(provider.GetRequiredService<ServiceHosts>(), provider.GetRequiredService<ConnectorSender>()));
        if (options.AppId is null)
        {
            services.AddSingleton<IDeliveryGate, LocalGate>();
            return services.AddSingleton<IBotTokens, NoTokens>();
        }

        services.AddSingleton<SigningKeys>();
        services.AddSingleton<IDeliveryGate, TokenCheck>();
        return services.AddSingleton<IBotTokens, MsalTokens>();
    }

    /// <summary>Maps the endpoint that the bot's registration names.</summary>
    public static IEndpointConventionBuilder MapBotFramework(this IEndpointRouteBuilder app, string path = "/api/messages") =>
        app.Map(path, app.ServiceProvider.GetRequiredService<BotFrameworkEndpoint>().HandleAsync);
}
