using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace HelpDeskBot.Tests.Support.Teams;

/// <summary>Makes tokens of deliveries by hand: as Microsoft makes them, and every way they can be wrong.</summary>
internal sealed class DeliveryForge(FakeIssuer issuer)
{
    public const string Issuer = "https://api.botframework.com";

    public IssuerKey Key => issuer.Keys[0];

    public IReadOnlyList<IssuerKey> Keys => issuer.Keys;

    public static string Encode(string text) => Encode(Encoding.UTF8.GetBytes(text));

    public static string Encode(byte[] bytes) => Base64Url.EncodeToString(bytes);

    public long Seconds(double after) => issuer.Time.GetUtcNow().AddSeconds(after).ToUnixTimeSeconds();

    public JsonObject Header(JsonNode? alg = null) => new() { ["alg"] = alg ?? "RS256", ["kid"] = Key.Id, ["x5t"] = Key.Id, ["typ"] = "JWT" };

    public JsonObject Payload() => new()
    {
        ["serviceurl"] = FakeCloud.ServiceUrl,
        ["nbf"] = Seconds(0),
        ["exp"] = Seconds(3600),
        ["iss"] = Issuer,
        ["aud"] = TestBot.AppId,
    };

    /// <summary>A good token.</summary>
    public string Good() => Sign(Header(), Payload());

    /// <summary>Signed well, with a claim that is different, or absent where the value is null.</summary>
    public string With(string claim, JsonNode? value) => Sign(Header(), Changed(Payload(), claim, value));

    /// <summary>Signed well, with a header that is different, or absent where the value is null.</summary>
    public string WithHeader(string name, JsonNode? value) => Sign(Changed(Header(), name, value), Payload());

    public string Sign(JsonObject header, JsonObject payload) => Sign(header.ToJsonString(), payload.ToJsonString());

    public string Sign(string header, string payload) => Sign(header, payload, content => Rsa(Key.Rsa, content));

    /// <summary>With this header, signed by these means.</summary>
    public string SignedBy(JsonObject header, Func<byte[], byte[]> sign) => Sign(header.ToJsonString(), Payload().ToJsonString(), sign);

    public static byte[] Rsa(RSA key, byte[] content, HashAlgorithmName? hash = null) =>
        key.SignData(content, hash ?? HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

    public static JsonObject Changed(JsonObject members, string name, JsonNode? value)
    {
        members.Remove(name);
        if (value is not null)
        {
            members[name] = value;
        }

        return members;
    }

    private static string Sign(string header, string payload, Func<byte[], byte[]> sign)
    {
        var content = $"{Encode(header)}.{Encode(payload)}";
        return $"{content}.{Encode(sign(Encoding.ASCII.GetBytes(content)))}";
    }
}
