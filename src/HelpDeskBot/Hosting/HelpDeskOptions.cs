namespace HelpDeskBot.Hosting;

/// <summary>The process's own settings, from appsettings.json, the environment and the command line.</summary>
internal sealed class HelpDeskOptions
{
    /// <summary>Folder of the embedded database and of files.</summary>
    public string Data { get; set; } = "data";

    /// <summary>Connection string of PostgreSQL; empty for the embedded database.</summary>
    public string? Postgres { get; set; }

    [ConfigurationKeyName("Postgres" + SecretSetting.FileEnding)]
    public string? PostgresFile { get; set; }

    /// <summary>Folder of knowledge articles; empty for the ones that come along.</summary>
    public string? Knowledge { get; set; }

    /// <summary>File of queues, members, calendars and categories; empty for the one that comes along.</summary>
    public string? DeskFile { get; set; }

    /// <summary>The identity of the first admin, such as <c>webchat:farid</c>.</summary>
    public string? FirstAdmin { get; set; }

    /// <summary>The organisation's mail domains; people of other domains are refused, and accounts of one address are one person.</summary>
    public List<string> MailDomains { get; set; } = [];

    /// <summary>The address at which people reach the web pages, such as <c>https://help.example.com</c>; links in the chat lead there.</summary>
    public string? Address { get; set; }

    /// <summary>Adds the control that moves the business clock.</summary>
    public bool Demo { get; set; }

    /// <summary>The database is a restored backup; given at its first start only.</summary>
    public bool Restored { get; set; }

    /// <summary>The people whom the local web chat offers.</summary>
    public List<LocalPersonOptions> People { get; set; } = [];

    /// <summary>The bot's registration for Microsoft Teams.</summary>
    public TeamsOptions Teams { get; set; } = new();

    internal sealed class LocalPersonOptions
    {
        public string Id { get; set; } = "";

        public string Name { get; set; } = "";

        public string Role { get; set; } = "employee";
    }
}
