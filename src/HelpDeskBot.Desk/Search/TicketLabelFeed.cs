using HelpDeskBot.Desk.Storage;
using HelpDeskBot.Desk.Work;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace HelpDeskBot.Desk.Search;

/// <summary>Puts classifiers in force that this or another process trained.</summary>
internal sealed partial class TicketLabelFeed(IServiceScopeFactory scopes, TicketLabels labels, TimeProvider technical, ILogger<TicketLabelFeed> logger)
    : Periodic(technical, logger)
{
    private readonly HashSet<(TicketLabel, int)> _unreadable = [];

    public override async Task RunOnceAsync(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HelpDeskDb>();
        var newest = await db.Models.GroupBy(row => row.Label).Select(rows => new { Label = rows.Key, Version = rows.Max(row => row.Version) }).ToListAsync(stop);
        foreach (var model in newest.Where(model => model.Version > labels.VersionOf(model.Label) && !_unreadable.Contains((model.Label, model.Version))))
        {
            var content = await db.Models.Where(row => row.Label == model.Label && row.Version == model.Version).Select(row => row.Content).SingleAsync(stop);
            if (!labels.PutInForce(model.Label, model.Version, content))
            {
                _unreadable.Add((model.Label, model.Version));
                LogUnreadable(model.Label, model.Version);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The classifier of {Label}, version {Version}, is of another program version; the next night trains it anew")]
    private partial void LogUnreadable(TicketLabel label, int version);
}
