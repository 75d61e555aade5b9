using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace HelpDeskBot.Domain.Tickets;

/// <summary>A ticket's number, printed as people say it: <c>HD-1042</c>.</summary>
public readonly record struct TicketId(long Value) : IParsable<TicketId>
{
    private const string Prefix = "HD-";

    public override string ToString() => Prefix + Value.ToString(CultureInfo.InvariantCulture);

    /// <summary>Reads <c>HD-1042</c> in any case; throws <see cref="FormatException"/> for anything else.</summary>
    public static TicketId Parse(string s, IFormatProvider? provider = null) =>
        TryParse(s, provider, out var id) ? id : throw new FormatException($"Not a ticket number: {s}");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out TicketId result)
    {
        result = default;
        if (s is null || !s.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)
            || !long.TryParse(s.AsSpan(Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            || value <= 0)
        {
            return false;
        }

        result = new TicketId(value);
        return true;
    }
}
