namespace HelpDeskBot.Desk.Inbox;

/// <summary>A delivery taken from the inbox: which channel brought it, and what it brought.</summary>
public sealed record Delivery(string Channel, string Lane, string Body);

/// <summary>Deals with one delivery by staging changes and answers. The host implements it; the inbox commits.</summary>
public interface ITurnHandler
{
    /// <returns>False if nothing of the delivery may be kept: whoever sent it is none of ours.</returns>
    Task<bool> HandleAsync(Delivery delivery, CancellationToken stop);

    /// <summary>Stages words for the person whose delivery could not be dealt with; <paramref name="reference"/> is what they can quote.</summary>
    Task ApologiseAsync(Delivery delivery, string reference, CancellationToken stop);
}
