using System.Text.Json;
using System.Text.Json.Nodes;
using HelpDeskBot.BotFramework.Schema;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDeskBot.BotFramework.DirectLine;

/// <summary>The routes of Direct Line 3.0 (botframework-sdk, specs/botframework-protocol/directline-3.0.json).</summary>
public static class DirectLineRoutes
{
    /// <summary>Adds the endpoint's services. The host adds an <see cref="IDirectLineBackend"/> and a <see cref="TimeProvider"/>.</summary>
    public static IServiceCollection AddDirectLine(this IServiceCollection services, DirectLineOptions options)
    {
        services.AddSingleton(options);
        services.AddSingleton<DirectLineKey>();
        services.AddSingleton<DirectLineTokens>();
        return services.AddSingleton<DirectLineStreams>();
    }

    /// <summary>Maps the routes; web sockets must be enabled.</summary>
    public static IEndpointRouteBuilder MapDirectLine(this IEndpointRouteBuilder app)
    {
        var routes = app.MapGroup("/v3/directline").AddEndpointFilter<DirectLineErrors>();
        routes.MapPost("/tokens/generate", DirectLineSessions.GenerateAsync);
        routes.MapPost("/tokens/refresh", DirectLineSessions.RefreshAsync);
        routes.MapPost("/conversations", DirectLineSessions.StartAsync);
        routes.MapGet("/conversations/{id}", DirectLineSessions.ReconnectAsync);
        routes.MapGet("/session/getsessionid", DirectLineSessions.SessionId);
        routes.MapGet("/conversations/{id}/activities", ReadAsync);
        routes.MapPost("/conversations/{id}/activities", PostAsync);
        routes.MapPost("/conversations/{id}/upload", DirectLineUpload.PostAsync);
        routes.MapGet("/conversations/{id}/stream", DirectLineStream.OpenAsync);
        return app;
    }

    /// <summary>Takes an activity and answers as the protocol does: an invoke by its response, everything else by its id.</summary>
    internal static async Task<IResult> TakeAsync(
        IDirectLineBackend backend, DirectLineStreams streams, DirectLineCaller caller, Activity activity, CancellationToken stop)
    {
        if (activity.Type == ActivityTypes.Invoke)
        {
            var response = await backend.InvokeAsync(caller, activity, stop);
            return Results.Text(JsonSerializer.Serialize(response, ActivityJson.Default.AdaptiveCardInvokeResponse), "application/json");
        }

        var id = await backend.ReceiveAsync(caller, activity, stop);
        streams.Signal(caller.ConversationId);
        return Results.Json(new JsonObject { ["id"] = id });
    }

    private static async Task<IResult> ReadAsync(
        string id, HttpRequest request, IDirectLineBackend backend, DirectLineOptions options, CancellationToken stop)
    {
        var caller = await DirectLineRequests.CallerAsync(request, backend, stop, id);
        var watermark = DirectLineRequests.WatermarkOf(request);
        var limit = watermark is null ? options.SnapshotSize : options.PageSize;
        var page = await backend.ReadAsync(caller.ConversationId, watermark, limit, stop);
        return Results.Text(ActivitySet.Write(page), "application/json");
    }

    private static async Task<IResult> PostAsync(
        string id, HttpRequest request, IDirectLineBackend backend, DirectLineStreams streams, DirectLineOptions options, CancellationToken stop)
    {
        var caller = await DirectLineRequests.CallerAsync(request, backend, stop, id);
        DirectLineRequests.RequireJson(request);
        var activity = await DirectLineRequests.ActivityAsync(request.Body, caller, id, options.MaxActivityBytes, stop);
        return await TakeAsync(backend, streams, caller, activity, stop);
    }
}
