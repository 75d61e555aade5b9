using HelpDeskBot.Domain.People;
using NodaTime;

namespace HelpDeskBot.Domain.Tickets;

/// <summary>Tags: single words by which agents sort tickets.</summary>
public static class Tagging
{
    private const int LongestTag = 30;
    private const int MostTags = 10;

    /// <summary>The tags of a ticket.</summary>
    public static IReadOnlyList<string> TagList(this Ticket ticket) => Split(ticket.Tags);

    /// <summary>Adds tags and takes others off.</summary>
    public static Outcome<Decision> Tag(this Ticket ticket, Actor actor, Instant now, string add, string remove)
    {
        var (added, removed) = (Split(add), Split(remove));
        if (added.FirstOrDefault(tag => tag.Length > LongestTag || !tag.All(c => char.IsLetterOrDigit(c) || c is '-' or '_')) is { } wrong)
        {
            return new Refusal("tag.wrong").With("name", wrong);
        }

        var tags = ticket.TagList().Except(removed).Union(added).Order(StringComparer.Ordinal).ToList();
        if (tags.SequenceEqual(ticket.TagList()))
        {
            return new Refusal("tag.nothing");
        }

        return tags.Count > MostTags
            ? new Refusal("tag.many")
            : ticket.Decide(Act.Tag, actor, now, t => t with { Tags = tags.Count == 0 ? "" : $" {string.Join(' ', tags)} " });
    }

    private static List<string> Split(string typed) =>
        [.. typed.ToLowerInvariant().Split([' ', ',', ';', '#', '\t', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).Distinct()];
}
