using HelpDeskBot.Domain.People;

namespace HelpDeskBot.Desk.Settings;

/// <summary>A text in English, and in other languages where somebody wrote it.</summary>
public sealed record LocalText(string English, IReadOnlyDictionary<string, string> Others)
{
    /// <summary>The text as the reader knows it, in English where there is none in their language.</summary>
    public string In(string language) => Others.GetValueOrDefault(Language.Base(language), English);
}

/// <summary>An answer that agents give often. Its text names variables, such as <c>{first_name}</c>.</summary>
public sealed record CannedReply(string Id, LocalText Name, LocalText Text);
