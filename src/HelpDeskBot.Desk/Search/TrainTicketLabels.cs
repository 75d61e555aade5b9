using HelpDeskBot.Desk.Settings;
using HelpDeskBot.Desk.Storage;
using HelpDeskBot.Desk.Work;
using HelpDeskBot.Domain.Tickets;
using HelpDeskBot.Search.Classification;
using Microsoft.EntityFrameworkCore;

namespace HelpDeskBot.Desk.Search;

/// <summary>Learns from the desk's closed tickets what the words of a report point to. What agents left a ticket with counts, not what was proposed.</summary>
internal sealed class TrainTicketLabels(HelpDeskDb db, DeskSettingsStore settings, BusinessClock clock)
{
    private const int MostTickets = 50_000;
    private const int FewestTickets = 40;
    private const int LongestText = 4000;

    /// <summary>Stages a new version of each classifier that there are enough tickets for.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        var tickets = await db.Tickets.AsNoTracking()
            .Where(ticket => ticket.Status == Status.Closed && ticket.Resolution != ResolutionReason.NotARequest && ticket.Resolution != ResolutionReason.Merged)
            .OrderByDescending(ticket => ticket.Id)
            .Take(MostTickets)
            .Select(ticket => new { ticket.Category, ticket.Type, Text = ticket.Description.Substring(0, Math.Min(ticket.Description.Length, LongestText)) })
            .ToListAsync(stop);
        var known = settings.Current.Categories.Select(category => category.Id).ToHashSet(StringComparer.Ordinal);
        await TrainAsync(
            TicketLabel.Category, [.. tickets.Where(ticket => known.Contains(ticket.Category)).Select(ticket => new LabelledText(ticket.Category, ticket.Text))], stop);
        await TrainAsync(TicketLabel.Type, [.. tickets.Select(ticket => new LabelledText(ticket.Type.ToString(), ticket.Text))], stop);
    }

    private async Task TrainAsync(TicketLabel label, IReadOnlyList<LabelledText> examples, CancellationToken stop)
    {
        if (examples.Count < FewestTickets)
        {
            return;
        }

        var classifier = await Task.Run(() => TextClassifier.Train(examples, stop), stop);
        using var content = new MemoryStream();
        classifier.Save(content);
        var newest = await db.Models.Where(row => row.Label == label).MaxAsync(row => (int?)row.Version, stop) ?? 0;
        db.Models.RemoveRange(await db.Models.AsTracking().Where(row => row.Label == label && row.Version < newest).ToListAsync(stop)); // one to go back to stays
        db.Models.Add(new ModelRow { Label = label, Version = newest + 1, TrainedAt = clock.Now, Tickets = examples.Count, Content = content.ToArray() });
    }
}
