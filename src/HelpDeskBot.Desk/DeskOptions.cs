using HelpDeskBot.Desk.Storage;

namespace HelpDeskBot.Desk;

/// <summary>What the desk needs to know to start.</summary>
public sealed record DeskOptions
{
    public required StorageOptions Storage { get; init; }

    /// <summary>Whether the database is a restored backup: what it was about to say waits for an admin.</summary>
    public bool IsRestored { get; init; }

    /// <summary>The file of queues, members, calendars and categories.</summary>
    public required string DeskFile { get; init; }

    /// <summary>Whether that file came along with the program, and nobody chose it.</summary>
    public bool IsDeskFileShipped { get; init; }

    /// <summary>The folder of articles.</summary>
    public required string KnowledgeFolder { get; init; }

    /// <summary>The identity of the first admin, such as <c>webchat:farid</c>.</summary>
    public string? FirstAdmin { get; init; }

    /// <summary>The organisation's mail domains, such as <c>example.com</c>; empty if addresses decide nothing.</summary>
    public IReadOnlyList<string> MailDomains { get; init; } = [];
}
