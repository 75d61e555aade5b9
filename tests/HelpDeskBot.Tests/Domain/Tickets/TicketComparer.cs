using System.Text.Json;
using HelpDeskBot.Desk;
using HelpDeskBot.Domain.Tickets;

namespace HelpDeskBot.Tests.Domain.Tickets;

/// <summary>Compares tickets by everything they hold; records compare their lists by reference.</summary>
internal sealed class TicketComparer : IEqualityComparer<Ticket>
{
    public static TicketComparer Same { get; } = new();

    public bool Equals(Ticket? x, Ticket? y) => Text(x) == Text(y);

    public int GetHashCode(Ticket obj) => Text(obj).GetHashCode(StringComparison.Ordinal);

    private static string Text(Ticket? ticket) => JsonSerializer.Serialize(ticket, StoredJson.Options);
}
