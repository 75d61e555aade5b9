using System.Globalization;

namespace HelpDeskBot.AdaptiveCards.Templating;

/// <summary>Where in which template something stands, for errors.</summary>
sealed record TemplatePlace(string Template, string Path)
{
    public TemplatePlace Property(string key) =>
        this with { Path = key.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '$') ? $"{Path}.{key}" : $"{Path}['{key}']" };

    public TemplatePlace Element(int index) => this with { Path = string.Create(CultureInfo.InvariantCulture, $"{Path}[{index}]") };

    public CardTemplateException Wrong(string problem, Exception? cause = null) => new(Template, Path, problem, cause);
}
