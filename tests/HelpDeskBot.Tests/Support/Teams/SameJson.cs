using System.Globalization;
using System.Text.Json.Nodes;

namespace HelpDeskBot.Tests.Support.Teams;

/// <summary>Compares JSON by what it says: members in any order, an absent member as null, and a time however it is written.</summary>
internal static class SameJson
{
    public static void Assert(JsonNode? expected, JsonNode? actual)
    {
        var differences = Differences(expected, actual, "$").ToList();
        Xunit.Assert.True(differences.Count == 0, string.Join('\n', differences));
    }

    private static IEnumerable<string> Differences(JsonNode? expected, JsonNode? actual, string path) => (expected, actual) switch
    {
        (JsonObject left, JsonObject right) => left.Select(member => member.Key).Union(right.Select(member => member.Key))
            .SelectMany(name => Differences(left[name], right[name], $"{path}.{name}")),
        (JsonArray left, JsonArray right) when left.Count == right.Count => left.Zip(right)
            .SelectMany((pair, index) => Differences(pair.First, pair.Second, $"{path}[{index}]")),
        _ when JsonNode.DeepEquals(expected, actual) || IsSameTime(expected, actual) => [],
        _ => [$"{path}: {expected?.ToJsonString() ?? "null"} became {actual?.ToJsonString() ?? "null"}"],
    };

    private static bool IsSameTime(JsonNode? expected, JsonNode? actual) =>
        TimeOf(expected) is { } time && TimeOf(actual) is { } other && time.EqualsExact(other);

    private static DateTimeOffset? TimeOf(JsonNode? node) =>
        node is JsonValue value && value.TryGetValue<string>(out var text) && text.Length > 18 && char.IsAsciiDigit(text[0])
        && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time
            : null;
}
