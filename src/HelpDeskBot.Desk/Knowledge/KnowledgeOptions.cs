namespace HelpDeskBot.Desk.Knowledge;

/// <summary>Where articles come from.</summary>
internal sealed record KnowledgeOptions(string Folder);
