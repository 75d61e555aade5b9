using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace HelpDeskBot.Desk.Texts;

/// <summary>Writes single values as a YAML file has them.</summary>
internal static partial class YamlText
{
    private static readonly JsonSerializerOptions Quoted = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A text that can stand anywhere, quoted where it must be.</summary>
    public static string Scalar(string text) => Plain().IsMatch(text) ? text : JsonSerializer.Serialize(text, Quoted);

    /// <summary>A text that ends its line, so that fewer signs mean something.</summary>
    public static string Line(string text) => PlainLine().IsMatch(text) ? text : JsonSerializer.Serialize(text, Quoted);

    /// <summary>A list in one line.</summary>
    public static string List(IEnumerable<string> texts) => $"[{string.Join(", ", texts.Select(Scalar))}]";

    // Without what means something to YAML.
    [GeneratedRegex(@"^[\p{L}\p{N}]([\p{L}\p{N} ._@:-]*[\p{L}\p{N}._])?\z(?<!:\s.*)")]
    private static partial Regex Plain();

    [GeneratedRegex(@"^[\p{L}\p{N}](?:(?!: | #)[^\p{C}])*(?<![ :])\z")]
    private static partial Regex PlainLine();
}
