namespace HelpDeskBot.AdaptiveCards;

/// <summary>A card template is wrong, or it met data it cannot be expanded with.</summary>
/// <param name="template">The name given to <see cref="CardTemplate.Compile"/>, usually the file.</param>
/// <param name="path">The JSON path inside the template, such as <c>$.body[0].text</c>.</param>
/// <param name="problem">What is wrong, in one sentence.</param>
/// <param name="cause">The reader's own error, if there was one.</param>
public sealed class CardTemplateException(string template, string path, string problem, Exception? cause = null)
    : Exception($"{template}: {path}: {problem}", cause)
{
    public string Template { get; } = template;

    public string Path { get; } = path;

    public string Problem { get; } = problem;
}
