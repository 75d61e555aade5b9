using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace HelpDeskBot.Tests.Channels;

/// <summary>Makes tokens by hand: as the server makes them, and every way they can be wrong.</summary>
internal sealed class TokenForge(byte[] key, string user, string conversation, DateTimeOffset now)
{
    public const string Issuer = "helpdeskbot-directline";

    public byte[] Key => key;

    public DateTimeOffset Now => now;

    public static string Encode(string text) => Encode(Encoding.UTF8.GetBytes(text));

    public static string Encode(byte[] bytes) => Base64Url.EncodeToString(bytes);

    public static JsonObject Header(string? alg = "HS256") => new() { ["alg"] = alg, ["typ"] = "JWT" };

    public JsonObject Payload() => new()
    {
        ["iss"] = Issuer,
        ["aud"] = "directline",
        ["iat"] = Seconds(0),
        ["nbf"] = Seconds(0),
        ["exp"] = Seconds(1800),
        ["sub"] = user,
        ["conv"] = conversation,
    };

    public long Seconds(double after) => now.AddSeconds(after).ToUnixTimeSeconds();

    /// <summary>A good token.</summary>
    public string Good() => Sign(Header().ToJsonString(), Payload().ToJsonString());

    /// <summary>Signed well, with a claim that is different, or absent where the value is null.</summary>
    public string With(string claim, JsonNode? value)
    {
        var payload = Payload();
        payload.Remove(claim);
        if (value is not null)
        {
            payload[claim] = value;
        }

        return Sign(Header().ToJsonString(), payload.ToJsonString());
    }

    /// <summary>Signed well, with these members in the header.</summary>
    public string WithHeader(params (string Name, JsonNode? Value)[] members)
    {
        var header = Header();
        foreach (var (name, value) in members)
        {
            header[name] = value;
        }

        return Sign(header.ToJsonString(), Payload().ToJsonString());
    }

    /// <summary>With this header, signed by these means.</summary>
    public string SignedBy(JsonObject header, Func<byte[], byte[]> sign)
    {
        var content = $"{Encode(header.ToJsonString())}.{Encode(Payload().ToJsonString())}";
        return $"{content}.{Encode(sign(Encoding.ASCII.GetBytes(content)))}";
    }

    public string Sign(string header, string payload)
    {
        var content = $"{Encode(header)}.{Encode(payload)}";
        return $"{content}.{Encode(HMACSHA256.HashData(key, Encoding.ASCII.GetBytes(content)))}";
    }
}
