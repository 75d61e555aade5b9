namespace HelpDeskBot.Domain.Tickets;

/// <summary>Whether something broke or something is wanted.</summary>
public enum TicketType
{
    Incident,
    ServiceRequest,
}

/// <summary>How many people are affected.</summary>
public enum Impact
{
    JustMe = 1,
    MyTeam,
    Everyone,
}

/// <summary>How badly work is hindered.</summary>
public enum Urgency
{
    CanWork = 1,
    HardToWork,
    CannotWork,
}

/// <summary>Impact x urgency gives the priority.</summary>
internal static class PriorityMatrix
{
    public static Priority Of(Impact impact, Urgency urgency) => ((int)impact + (int)urgency) switch
    {
        6 => Priority.P1,
        5 => Priority.P2,
        4 or 3 => Priority.P3,
        _ => Priority.P4,
    };
}
