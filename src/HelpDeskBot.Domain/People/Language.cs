namespace HelpDeskBot.Domain.People;

/// <summary>Languages, as culture names such as <c>de-AT</c>.</summary>
public static class Language
{
    /// <summary>What everything is written in; other languages may miss something.</summary>
    public const string Default = "en";

    /// <summary>The language without its region: <c>de</c> of <c>de-AT</c>.</summary>
    public static string Base(string culture) => culture.Split('-', '_')[0].ToLowerInvariant();
}
