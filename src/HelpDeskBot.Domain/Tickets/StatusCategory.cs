namespace HelpDeskBot.Domain.Tickets;

/// <summary>What a status means to the clock, and the only thing of a status that drives it.</summary>
public enum StatusCategory
{
    Open,
    Paused,
    Resolved,
}
