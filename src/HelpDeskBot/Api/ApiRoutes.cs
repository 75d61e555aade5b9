using HelpDeskBot.Hosting;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;

namespace HelpDeskBot.Api;

/// <summary>The routes beside the channels.</summary>
internal static class ApiRoutes
{
    public static void MapApi(this WebApplication app, HelpDeskOptions options)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false });
        app.MapHealthChecks("/health/ready");
        app.MapGet("/api/local", LocalApi.Describe);
        app.MapGet("/files/{id:guid}", FilesApi.DownloadAsync);
        app.MapGet("/kb", KnowledgePages.ListAsync);
        app.MapGet("/kb/{slug}", KnowledgePages.ShowAsync);
        app.MapGet("/kb/{slug}/{name}", KnowledgePages.FileAsync);
        app.MapGet("/sign-in", SignInPages.Show);
        app.MapPost("/sign-in", SignInPages.EnterAsync);
        app.MapPost("/sign-out", SignInPages.LeaveAsync);
        if (options.Demo)
        {
            app.MapPost("/demo/clock", DemoApi.MoveAsync);
        }
    }
}
