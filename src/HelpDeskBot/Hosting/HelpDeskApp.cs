using HelpDeskBot.Api;
using HelpDeskBot.BotFramework;
using HelpDeskBot.BotFramework.DirectLine;
using HelpDeskBot.Channels.WebChat;
using HelpDeskBot.Desk;
using HelpDeskBot.Desk.Outbox;
using HelpDeskBot.Desk.People;
using HelpDeskBot.Desk.Storage;
using HelpDeskBot.Turns;

namespace HelpDeskBot.Hosting;

/// <summary>Puts the process together.</summary>
internal static class HelpDeskApp
{
    private const long LargestUpload = 26L * 1024 * 1024;

    /// <summary>The program; <paramref name="replace"/> lets tests replace what lies outside it: the clock and the network.</summary>
    public static WebApplication Build(string[] args, Action<IServiceCollection>? replace = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = CommandLine.Expand(args), ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestUpload;
        });
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical); // Program says once why a start failed
        SettingNames.Check(builder.Configuration);
        builder.Services.Configure<HelpDeskOptions>(builder.Configuration.GetSection("HelpDesk"));
        var options = OptionsOf(builder.Configuration);
        Validate(options);
        builder.Services.AddSingleton(TimeProvider());
        builder.Services.AddDesk(DeskOptionsOf(options));
        builder.Services.AddConversation();
        var isLocal = IsLocal(builder);
        AddWebChat(builder, isLocal);
        var hasTeams = builder.Services.AddTeams(options.Teams, isLocal);
        builder.Services.AddSlackChannel(builder.Configuration);
        builder.Services.AddHealthChecks().AddCheck<DatabaseCheck>("database");

        replace?.Invoke(builder.Services);

        var app = builder.Build();
        app.UseMiddleware<SecurityHeaders>();
        app.UseDefaultFiles();
        app.UseStaticFiles();
        app.UseWebSockets();
        app.MapDirectLine();
        if (hasTeams)
        {
            app.MapBotFramework();
        }

        app.MapSlackChannel();
        app.MapApi(options);
        return app;
    }

#pragma warning disable RS0030 // The one place that chooses the technical clock.
    private static TimeProvider TimeProvider() => System.TimeProvider.System;
#pragma warning restore RS0030

    private static HelpDeskOptions OptionsOf(ConfigurationManager configuration)
    {
        try
        {
            return configuration.GetSection("HelpDesk").Get<HelpDeskOptions>() ?? new HelpDeskOptions();
        }
        catch (InvalidOperationException wrong)
        {
            throw new StartupException(wrong.Message); // it names the setting and what is wrong with its value
        }
    }

    private static bool IsLocal(WebApplicationBuilder builder)
    {
        var endpoints = builder.Configuration.GetSection("Kestrel:Endpoints").GetChildren().Select(endpoint => endpoint["Url"] ?? "");
        var urls = (builder.Configuration["Urls"] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries).Concat(endpoints);
        return LocalMode.IsAllowed(builder.Environment, urls);
    }

    private static void AddWebChat(WebApplicationBuilder builder, bool isLocal)
    {
        builder.Services.AddSingleton(new LocalPeople(isLocal));
        builder.Services.AddSingleton<WebAddress>();
        builder.Services.AddScoped<WebVisitor>();
        builder.Services.AddDirectLine(new DirectLineOptions { LocalMode = isLocal });
        builder.Services.AddScoped<IDirectLineBackend, WebChatBackend>();
        builder.Services.AddScoped<WebChatAccess>();
        builder.Services.AddScoped<WebChatDeliveries>();
        builder.Services.AddScoped<WebChatCorrections>();
        builder.Services.AddScoped<WebChatFiles>();
        builder.Services.AddScoped<WebChatTranslator>();
        builder.Services.AddScoped<ITurnTranslator>(services => services.GetRequiredService<WebChatTranslator>());
        builder.Services.AddScoped<IChannel, WebChatChannel>();
        builder.Services.AddScoped<IQueueRooms, WebChatRooms>();
        builder.Services.AddHostedService<WebChatStart>();
    }

    private static void Validate(HelpDeskOptions options)
    {
        if (options.Knowledge is { Length: > 0 } folder && !Directory.Exists(folder))
        {
            throw new StartupException($"HelpDesk:Knowledge names {folder}, which is not a folder. Create it, or leave the setting out.");
        }

        if (options.Address is { Length: > 0 } address && !WebAddress.IsGood(address))
        {
            throw new StartupException($"HelpDesk:Address is {address}. Write scheme and host alone, such as https://help.example.com.");
        }

        if (options.DeskFile is { Length: > 0 } file && !File.Exists(file))
        {
            throw new StartupException($"HelpDesk:DeskFile names {file}, which does not exist. Write the path of a desk.yaml, or leave the setting out.");
        }
    }

    private static DeskOptions DeskOptionsOf(HelpDeskOptions options) => new()
    {
        Storage = new StorageOptions { DataFolder = options.Data, Postgres = SecretSetting.Read(options.Postgres, options.PostgresFile, "HelpDesk:Postgres") },
        IsRestored = options.Restored,
        DeskFile = options.DeskFile is { Length: > 0 } file ? file : Path.Combine(AppContext.BaseDirectory, "desk.yaml"),
        IsDeskFileShipped = options.DeskFile is not { Length: > 0 },
        KnowledgeFolder = options.Knowledge is { Length: > 0 } folder ? folder : Path.Combine(AppContext.BaseDirectory, "knowledge"),
        FirstAdmin = options.FirstAdmin,
        MailDomains = options.MailDomains,
    };
}
