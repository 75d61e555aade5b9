namespace HelpDeskBot.Desk.Storage;

/// <summary>Where the desk keeps what it must not lose.</summary>
public sealed record StorageOptions
{
    /// <summary>Folder for the embedded database and files.</summary>
    public string DataFolder { get; init; } = "data";

    /// <summary>Connection string of PostgreSQL; empty means the embedded SQLite database in <see cref="DataFolder"/>.</summary>
    public string? Postgres { get; init; }
}
