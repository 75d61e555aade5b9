using HelpDeskBot.Desk.Search;
using HelpDeskBot.Desk.Settings;
using HelpDeskBot.Domain.Routing;
using HelpDeskBot.Domain.Tickets;

namespace HelpDeskBot.Desk.Tickets;

/// <summary>What a report is about, as its words say.</summary>
/// <param name="IsCertain">Whether it is taken without asking; it can still be changed before filing.</param>
/// <param name="Because">The words that say so.</param>
public sealed record CategoryGuess(string Category, bool IsCertain, IReadOnlyList<string> Because);

/// <summary>
/// Proposes what a report is about: as the desk's own closed tickets teach, and until there are enough of them by the keywords of the categories. The
/// queue follows from the category. How grave it is nobody can read from words; the person is asked.
/// </summary>
public sealed class ProposeCategory(TicketLabels labels, DeskSettingsStore settings)
{
    /// <summary>What there is to choose from.</summary>
    public IReadOnlyList<Category> Categories => settings.Current.Categories;

    public CategoryGuess? Run(string text)
    {
        if (labels.Guess(TicketLabel.Category, text, id => settings.Current.Category(id) is not null) is { } guess)
        {
            return new CategoryGuess(guess.Label, guess.IsCertain, guess.Because);
        }

        return CategoryProposal.Propose(Categories, text) is var (category, words) ? new CategoryGuess(category.Id, IsCertain: false, words) : null;
    }

    /// <summary>Whether something broke or something is wanted; what broke is the rule until tickets teach otherwise.</summary>
    public TicketType TypeOf(string text) =>
        labels.Guess(TicketLabel.Type, text, _ => true) is { } guess ? Enum.Parse<TicketType>(guess.Label) : TicketType.Incident;
}
