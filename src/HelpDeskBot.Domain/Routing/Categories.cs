using System.Collections.Immutable;
using HelpDeskBot.Domain.People;

namespace HelpDeskBot.Domain.Routing;

/// <summary>A kind of problem, the words that point to it, and the queue that works on it.</summary>
public sealed record Category(string Id, string Name, QueueId Queue, IReadOnlyList<string> Keywords)
{
    /// <summary>Its name in other languages than English.</summary>
    public IReadOnlyDictionary<string, string> Names { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Its name as the reader knows it, in English where it has none in their language.</summary>
    public string NameIn(string language) => Names.GetValueOrDefault(Language.Base(language), Name);
}

/// <summary>Proposes a category from the words somebody used.</summary>
public static class CategoryProposal
{
    /// <summary>The category with most keyword hits, the longer keywords counting more, and those keywords; null when no keyword occurs.</summary>
    public static (Category Category, IReadOnlyList<string> Because)? Propose(IReadOnlyList<Category> categories, string text)
    {
        var words = " " + Normalised(text) + " ";
        var best = categories
            .Select(category => (Category: category, Score: category.Keywords.Sum(keyword => Score(words, keyword))))
            .OrderByDescending(candidate => candidate.Score)
            .FirstOrDefault();
        return best.Score > 0 ? (best.Category, [.. best.Category.Keywords.Where(keyword => Score(words, keyword) > 0)]) : null;
    }

    // A keyword counts at the start of a word ("print" finds "printer"); several words must follow each other.
    private static int Score(string words, string keyword)
    {
        var wanted = " " + Normalised(keyword);
        return words.Contains(wanted, StringComparison.Ordinal) ? wanted.Count(c => c == ' ') * 10 + wanted.Length : 0;
    }

    private static string Normalised(string text)
    {
        var letters = text.Select(c => char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : ' ').ToArray();
        return string.Join(' ', new string(letters).Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }
}
