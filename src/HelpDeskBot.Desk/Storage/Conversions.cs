using System.Text.Json;
using HelpDeskBot.Domain.Knowledge;
using HelpDeskBot.Domain.People;
using HelpDeskBot.Domain.Tickets;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using NodaTime;

namespace HelpDeskBot.Desk.Storage;

/// <summary>How domain values become columns.</summary>
internal static class Conversions
{
    internal sealed class TicketIds() : ValueConverter<TicketId, long>(id => id.Value, value => new TicketId(value));

    internal sealed class PersonIds() : ValueConverter<PersonId, string>(id => id.Value, value => new PersonId(value));

    internal sealed class QueueIds() : ValueConverter<QueueId, string>(id => id.Value, value => new QueueId(value));

    internal sealed class AttachmentIds() : ValueConverter<AttachmentId, Guid>(id => id.Value, value => new AttachmentId(value));

    internal sealed class Notifications() : ValueConverter<NotificationSettings, string>(
        settings => WriteSettings(settings), value => ReadSettings(value));

    /// <summary>SQLite: microseconds since 1970, since its provider cannot order points in time.</summary>
    internal sealed class Microseconds() : ValueConverter<Instant, long>(
        at => at.ToUnixTimeTicks() / 10, value => Instant.FromUnixTimeTicks(value * 10));

    /// <summary>PostgreSQL: timestamptz.</summary>
    internal sealed class UtcDateTimes() : ValueConverter<Instant, DateTime>(
        at => at.ToDateTimeUtc(), value => Instant.FromDateTimeUtc(value));

    /// <summary>Words without line breaks, one a line.</summary>
    internal sealed class Words() : ValueConverter<IReadOnlyList<string>, string>(
        words => string.Join('\n', words), value => value.Length == 0 ? Array.Empty<string>() : value.Split('\n', StringSplitOptions.None));

    internal sealed class WordsComparer() : ValueComparer<IReadOnlyList<string>>(
        (a, b) => ReferenceEquals(a, b) || (a != null && b != null && a.SequenceEqual(b)),
        words => words.Aggregate(0, (hash, word) => HashCode.Combine(hash, word.GetHashCode(StringComparison.Ordinal))),
        words => words);

    internal sealed class ArticleFiles() : ValueConverter<IReadOnlyList<ArticleAttachment>, string>(
        files => WriteFiles(files), value => value.Length == 0 ? Array.Empty<ArticleAttachment>() : ReadFiles(value));

    internal sealed class ArticleFilesComparer() : ValueComparer<IReadOnlyList<ArticleAttachment>>(
        (a, b) => ReferenceEquals(a, b) || (a != null && b != null && a.SequenceEqual(b)),
        files => files.Aggregate(0, (hash, file) => HashCode.Combine(hash, file)),
        files => files);

    /// <summary>Tickets by their numbers, separated by spaces.</summary>
    internal sealed class TicketLists() : ValueConverter<IReadOnlyList<TicketId>, string>(
        tickets => string.Join(' ', tickets), value => value.Length == 0 ? Array.Empty<TicketId>() : Read(value));

    internal sealed class TicketListsComparer() : ValueComparer<IReadOnlyList<TicketId>>(
        (a, b) => ReferenceEquals(a, b) || (a != null && b != null && a.SequenceEqual(b)),
        tickets => tickets.Aggregate(0, (hash, ticket) => HashCode.Combine(hash, ticket)),
        tickets => tickets);

    /// <summary>Links as they print, separated by spaces.</summary>
    internal sealed class LinkLists() : ValueConverter<IReadOnlyList<TicketLink>, string>(
        links => string.Join(' ', links), value => value.Length == 0 ? Array.Empty<TicketLink>() : ReadLinks(value));

    internal sealed class LinkListsComparer() : ValueComparer<IReadOnlyList<TicketLink>>(
        (a, b) => ReferenceEquals(a, b) || (a != null && b != null && a.SequenceEqual(b)),
        links => links.Aggregate(0, (hash, link) => HashCode.Combine(hash, link)),
        links => links);

    /// <summary>People by their ids, which have no spaces, each between spaces, so that one can be found.</summary>
    internal sealed class PersonLists() : ValueConverter<IReadOnlyList<PersonId>, string>(
        people => people.Count == 0 ? "" : $" {string.Join(' ', people)} ",
        value => value.Length == 0 ? Array.Empty<PersonId>() : ReadPeople(value));

    internal sealed class PersonListsComparer() : ValueComparer<IReadOnlyList<PersonId>>(
        (a, b) => ReferenceEquals(a, b) || (a != null && b != null && a.SequenceEqual(b)),
        people => people.Aggregate(0, (hash, person) => HashCode.Combine(hash, person)),
        people => people);

    private static string WriteSettings(NotificationSettings settings) => JsonSerializer.Serialize(settings, StoredJson.Options);

    private static NotificationSettings ReadSettings(string value) => JsonSerializer.Deserialize<NotificationSettings>(value, StoredJson.Options)!;

    private static string WriteFiles(IReadOnlyList<ArticleAttachment> files) => files.Count == 0 ? "" : JsonSerializer.Serialize(files, StoredJson.Options);

    private static ArticleAttachment[] ReadFiles(string value) => JsonSerializer.Deserialize<ArticleAttachment[]>(value, StoredJson.Options)!;

    private static PersonId[] ReadPeople(string value) => [.. value.Trim().Split(' ').Select(id => new PersonId(id))];

    private static TicketLink[] ReadLinks(string value) => [.. value.Split(' ').Select(TicketLink.Parse)];

    private static TicketId[] Read(string value) => [.. value.Split(' ').Select(id => TicketId.Parse(id, null))];
}
