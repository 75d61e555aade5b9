using System.Text.Json.Serialization;
using Microsoft.AspNetCore.WebUtilities;

namespace HelpDeskBot.Slack.Http;

/// <summary>Reads form bodies.</summary>
internal static partial class SlackForm
{
    /// <summary>The fields; null if it is no form, or a field is there twice.</summary>
    public static Dictionary<string, string>? Read(string body)
    {
        try
        {
            using var reader = new FormReader(body);
            var fields = reader.ReadForm();
            return fields.Values.All(values => values.Count == 1)
                ? fields.ToDictionary(field => field.Key, field => field.Value.ToString(), StringComparer.Ordinal)
                : null;
        }
        catch (Exception malformed) when (malformed is InvalidDataException or ArgumentException)
        {
            return null;
        }
    }

    [JsonSerializable(typeof(Dictionary<string, string>))]
    internal sealed partial class Json : JsonSerializerContext;
}
