using HelpDeskBot.Channels.Slack;
using HelpDeskBot.Desk.Outbox;
using HelpDeskBot.Slack;
using HelpDeskBot.Slack.Http;
using HelpDeskBot.Turns;

namespace HelpDeskBot.Hosting;

/// <summary>Adds Slack to the program where it is configured.</summary>
internal static class SlackChannelSetup
{
    private static readonly Type[] Shared =
    [
        typeof(SlackDirectory), typeof(SlackPeople), typeof(SlackTexts), typeof(SlackAfterwards), typeof(SlackWhispers), typeof(SlackActionData), typeof(SlackCards),
        typeof(SlackPlacements), typeof(SlackAnswers), typeof(SlackForms), typeof(SlackPresses), typeof(SlackScopes), typeof(SlackHomes), typeof(SlackSweep),
    ];

    private static readonly Type[] PerDelivery =
    [
        typeof(SlackSpeakers), typeof(SlackFiles), typeof(SlackReported), typeof(SlackContents), typeof(SlackInbound), typeof(SlackEmojiTickets), typeof(SlackEmojiAnswers), typeof(SlackReactions),
        typeof(SlackVoices), typeof(SlackPoster), typeof(SlackUploads), typeof(SlackDeletions), typeof(SlackHistory), typeof(SlackHomeCards), typeof(SlackHomeWork),
    ];

    /// <exception cref="Desk.Storage.StartupException">The configuration is wrong.</exception>
    public static void AddSlackChannel(this IServiceCollection services, IConfiguration configuration)
    {
        if (SlackConfiguration.Read(configuration) is not { } options)
        {
            return;
        }

        services.AddSlack(options);
        if (options.AppToken is not null)
        {
            services.AddSlackSocketMode();
        }

        foreach (var type in Shared)
        {
            services.AddSingleton(type);
        }

        foreach (var type in PerDelivery)
        {
            services.AddScoped(type);
        }

        services.AddScoped<ISlackBackend, SlackBackend>();
        services.AddScoped<IChannel, SlackChannel>();
        services.AddScoped<ITurnTranslator, SlackTranslator>();
        services.AddHostedService(provider => provider.GetRequiredService<SlackAfterwards>());
        services.AddHostedService(provider => provider.GetRequiredService<SlackHomes>());
        services.AddHostedService(provider => provider.GetRequiredService<SlackSweep>());
    }

    public static void MapSlackChannel(this WebApplication app)
    {
        if (app.Services.GetService<SlackOptions>() is { SigningSecret: not null })
        {
            app.MapSlack();
        }
    }
}
