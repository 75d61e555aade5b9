using System.Globalization;
using HelpDeskBot.Desk.Outbox;
using HelpDeskBot.Desk.Tickets;
using HelpDeskBot.Domain.Sla;
using NodaTime;

namespace HelpDeskBot.Cards;

/// <summary>Why a ticket is due when it is: for both clocks what is promised, and every stretch that counts or does not.</summary>
internal sealed class DueCard(DueView view, Reader reader, Words words)
{
    private const int Most = 30;

    public DataCard Of() => CardData.Card("text", new
    {
        number = words.Format("due.title", ("ticket", view.Ticket.Id)),
        subject = view.Ticket.Subject,
        buttons = Array.Empty<Button>(),
        text = string.Join("\n\n", Clock("clock.response", view.Clocks.Reading.Response, view.Clocks.Response), Clock("clock.resolution", view.Clocks.Reading.Resolution, view.Clocks.Resolution)),
    });

    private string Clock(string name, ClockState clock, IReadOnlyList<ClockSpan> spans) =>
        string.Join("\n", [Promise(name, clock), .. Earlier(spans.Count), .. Lines(spans), End(clock)]);

    private string Promise(string name, ClockState clock) => words.Format(
        view.Clocks.Target.AroundTheClock ? "due.promise_always" : "due.promise",
        ("name", words[name]), ("time", Length(clock.Target)), ("priority", view.Ticket.Priority));

    // A long wait has many nights; the last days are what decides.
    private IEnumerable<string> Lines(IReadOnlyList<ClockSpan> spans) => spans.TakeLast(Most).Select(span => words.Format(
        $"due.span_{span.Kind}",
        ("when", Times.Span(span.From, span.To, view.Now, reader, words)), ("time", Length(span.To - span.From))));

    private string[] Earlier(int count) => count <= Most ? [] : [words.Format("due.earlier", ("count", count - Most))];

    private string End(ClockState clock) => clock switch
    {
        { DoneAt: { } done } => words.Format("due.done", ("time", Times.At(done, view.Now, reader, words))),
        { DueAt: { } due } => words.Format("due.due", ("time", Times.At(due, view.Now, reader, words)), ("state", words[$"clock.{clock.StateAt(view.Now)}"])),
        _ => words.Format("due.paused", ("time", Length(clock.Target - clock.Elapsed))),
    };

    private static string Length(Duration time)
    {
        var minutes = (int)Math.Round(time.TotalMinutes);
        return string.Create(CultureInfo.InvariantCulture, $"{minutes / 60}:{minutes % 60:00} h");
    }
}
