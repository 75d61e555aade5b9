using System.Text.Json.Nodes;

namespace HelpDeskBot.AdaptiveCards.Expressions;

/// <summary>The <c>==</c> of Adaptive Expressions: by value and deep, null equal to nothing, no conversion between types.</summary>
static class Equality
{
    const double Epsilon = 2.220446049250313e-16;

    public static bool AreEqual(in Value left, in Value right)
    {
        if (left.IsNothing || right.IsNothing)
            return left.IsNothing && right.IsNothing;
        if (left.Kind != right.Kind)
            return false;
        return left.Kind switch
        {
            ValueKind.Text => left.Text == right.Text,
            ValueKind.Number => Math.Abs(left.Number - right.Number) < Epsilon || left.Number == right.Number,
            ValueKind.Boolean => left.IsTrue == right.IsTrue,
            _ => AreEqual(left.Node, right.Node),
        };
    }

    static bool AreEqual(JsonNode left, JsonNode right) => (left, right) switch
    {
        (JsonArray a, JsonArray b) => AreEqual(a, b),
        // Inside objects the engine compares strictly, without the tolerance for numbers.
        (JsonObject, JsonObject) => JsonNode.DeepEquals(left, right),
        _ => false,
    };

    static bool AreEqual(JsonArray left, JsonArray right)
    {
        if (left.Count != right.Count)
            return false;
        for (var i = 0; i < left.Count; i++)
            if (!AreEqual(Value.From(left[i]), Value.From(right[i])))
                return false;
        return true;
    }
}
