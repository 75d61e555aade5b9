namespace HelpDeskBot.Domain.Tickets;

/// <summary>How soon a ticket must be dealt with, P1 first.</summary>
public enum Priority
{
    P1 = 1,
    P2,
    P3,
    P4,
}
