using HelpDeskBot.Domain.Tickets;

namespace HelpDeskBot.Cards;

/// <summary>
/// The keys that buttons carry. The same button drawn for the same state always carries the same key, so that a press that arrives twice,
/// even under another id, is known to be the same press.
/// </summary>
internal static class Keys
{
    public static string Of(Ticket ticket, string verb) => $"{ticket.Id}/{ticket.StatusVersion}/{verb}";

    public static string OfForm(Guid nonce) => $"form/{nonce:N}";
}
