using HelpDeskBot.Domain.People;

namespace HelpDeskBot.Domain.Knowledge;

/// <summary>Who looks after the knowledge base.</summary>
public static class KnowledgeAccess
{
    /// <summary>Leads and admins write articles, and see what is missing.</summary>
    public static bool Edits(Actor actor) => actor.IsAdmin || actor.LeadsSomewhere;
}
