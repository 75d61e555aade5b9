using HelpDeskBot.Cards;
using HelpDeskBot.Desk.People;
using HelpDeskBot.Desk.Work;
using HelpDeskBot.Domain;
using HelpDeskBot.Domain.People;
using NodaTime;

namespace HelpDeskBot.Turns;

/// <summary>Says a refusal in words: its code's text, with people by name and times as how long ago.</summary>
internal sealed class RefusalWords(CardCatalog catalog, NamesOfPeople names, BusinessClock clock)
{
    public async Task<string> OfAsync(Refusal refusal, string language, CancellationToken stop)
    {
        var words = catalog.WordsOf(language);
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in refusal.Details)
        {
            values[name] = value switch
            {
                PersonId person => await names.OfAsync(person, stop),
                Instant at => Times.Ago(at, clock.Now, words),
                Enum known => words[$"{known.GetType().Name.ToLowerInvariant()}.{known}"],
                _ => value.ToString() ?? "",
            };
        }

        return words.Format($"refusal.{refusal.Code}", values);
    }
}
