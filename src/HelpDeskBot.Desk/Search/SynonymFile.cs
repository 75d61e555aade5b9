using HelpDeskBot.Desk.Knowledge;
using HelpDeskBot.Search;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace HelpDeskBot.Desk.Search;

/// <summary>Reads what people also call things from <c>synonyms.txt</c> beside the articles, at start and whenever it changes. A wrong line is named and left out.</summary>
internal sealed partial class SynonymFile(KnowledgeOptions options, ArticleIndex articles, TicketIndex tickets, ILogger<SynonymFile> logger) : IHostedService, IDisposable
{
    private const string Name = "synonyms.txt";

    private readonly FileSystemWatcher _watcher = new(options.Folder, Name);

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _watcher.Changed += (_, _) => Read();
        _watcher.Created += (_, _) => Read();
        _watcher.Deleted += (_, _) => Read();
        _watcher.Renamed += (_, _) => Read();
        _watcher.EnableRaisingEvents = true;
        Read();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => _watcher.Dispose();

    private void Read()
    {
        var path = Path.Combine(options.Folder, Name);
        try
        {
            var synonyms = File.Exists(path) ? Synonyms.Parse(File.ReadAllText(path)) : Synonyms.None;
            articles.Use(synonyms);
            tickets.Use(synonyms);
            foreach (var problem in synonyms.Problems)
            {
                LogWrong(path, problem.Line, problem.Code);
            }
        }
        catch (IOException failure)
        {
            LogFailed(failure, path); // still being saved: the next change comes
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Path}: line {Line} left out: {Code}")]
    private partial void LogWrong(string path, int line, string code);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Could not read {Path}")]
    private partial void LogFailed(Exception failure, string path);
}
