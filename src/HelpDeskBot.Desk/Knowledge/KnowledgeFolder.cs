using HelpDeskBot.Desk.Work;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace HelpDeskBot.Desk.Knowledge;

/// <summary>Watches the folder of articles and imports it again soon after something in it changed.</summary>
internal sealed partial class KnowledgeFolder(
    KnowledgeOptions options, UnitOfWork work, ILogger<KnowledgeFolder> logger) : BackgroundService
{
    // An editor saves in several steps; one import after the last of them is enough.
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(300);

    private readonly SemaphoreSlim _changed = new(0);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var watcher = new FileSystemWatcher(options.Folder); // pictures too
        watcher.Changed += OnChange;
        watcher.Created += OnChange;
        watcher.Deleted += OnChange;
        watcher.Renamed += OnChange;
        watcher.EnableRaisingEvents = true;
        try
        {
            while (true)
            {
                await _changed.WaitAsync(stoppingToken);
                while (await _changed.WaitAsync(Quiet, stoppingToken))
                {
                    // Still being saved.
                }

                await ImportAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The process stops.
        }
    }

    public override void Dispose()
    {
        _changed.Dispose();
        base.Dispose();
    }

    private void OnChange(object sender, FileSystemEventArgs change) => _changed.Release();

    private async Task ImportAsync(CancellationToken stop)
    {
        try
        {
            await work.RunAsync((services, token) => services.GetRequiredService<ImportArticles>().RunAsync(token), stop);
        }
        catch (Exception failure) when (!stop.IsCancellationRequested)
        {
            LogFailed(failure, options.Folder);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Could not import {Folder}; what was imported before stays")]
    private partial void LogFailed(Exception failure, string folder);
}
