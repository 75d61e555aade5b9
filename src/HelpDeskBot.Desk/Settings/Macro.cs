using HelpDeskBot.Domain.Tickets;

namespace HelpDeskBot.Desk.Settings;

/// <summary>Several acts on a ticket in one tap: all of them, or none.</summary>
public sealed record Macro(string Id, LocalText Name, IReadOnlyList<MacroAct> Acts);

/// <summary>One act of a macro.</summary>
public abstract record MacroAct
{
    /// <summary>Take the ticket, unless it is one's own.</summary>
    public sealed record Claim : MacroAct;

    public sealed record Category(string Id) : MacroAct;

    public sealed record Weigh(Impact Impact, Urgency Urgency) : MacroAct;

    public sealed record Tag(string Tags) : MacroAct;

    public sealed record Note(string Text) : MacroAct;

    /// <summary>To the requester, with the variables of canned replies filled in.</summary>
    public sealed record Reply(LocalText Text) : MacroAct;

    public sealed record Resolve(ResolutionReason Reason, LocalText Text) : MacroAct;
}
