using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using NodaTime.Text;

namespace HelpDeskBot.Domain.Tickets;

/// <summary>
/// Makes a timeline tamper-evident: every entry's hash covers the one before it. The text is covered by a salted digest only, so
/// that a person's words can be erased later and the chain still holds.
/// </summary>
public static class HashChain
{
    /// <summary>What the first entry of a ticket follows: 64 zeros.</summary>
    public static readonly string Start = new('0', 64);

    /// <summary>A new random salt, 32 hexadecimal digits.</summary>
    public static string NewSalt() => RandomNumberGenerator.GetHexString(32, lowercase: true);

    /// <summary>SHA-256 of salt and text, 64 hexadecimal digits; null for an entry without text.</summary>
    public static string? Digest(string? salt, string? text) =>
        text is null ? null : Hash($"{salt}\n{text}");

    /// <summary>The hash of an entry, 64 hexadecimal digits, given its predecessor's and the digest of its text.</summary>
    public static string Next(string previous, TimelineEntry entry, string? textDigest)
    {
        List<object?> covered =
        [
            previous, entry.Ticket.Value, entry.Sequence, InstantPattern.ExtendedIso.Format(entry.At), entry.By?.Value,
            entry.Act.ToString(), textDigest,
            entry.Changes.Select(change => new[] { change.Field, change.From, change.To }),
            entry.Files.Select(file => file.ToString()),
        ];
        if (entry.About is { } about)
        {
            covered.Add(about); // entries written before there were corrections keep their hashes
        }

        return Hash(JsonSerializer.Serialize(covered));
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
