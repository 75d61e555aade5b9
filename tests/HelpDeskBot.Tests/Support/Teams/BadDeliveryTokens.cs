using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using static HelpDeskBot.Tests.Support.Teams.DeliveryForge;

namespace HelpDeskBot.Tests.Support.Teams;

/// <summary>Tokens with which nothing may be delivered, by what is wrong with them.</summary>
internal static class BadDeliveryTokens
{
    private static readonly RSA Own = RSA.Create(2048);
    private static readonly ECDsa Ec = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public static IReadOnlyDictionary<string, Func<DeliveryForge, string>> All { get; } =
        new[] { Algorithms(), Keys(), Times(), Issuers(), Audiences(), ServiceUrls(), Shapes(), Bytes() }
            .SelectMany(part => part).ToDictionary(entry => entry.Key, entry => entry.Value, StringComparer.Ordinal);

    private static Dictionary<string, Func<DeliveryForge, string>> Algorithms() => new(StringComparer.Ordinal)
    {
        ["alg none without a signature"] = forge => forge.SignedBy(forge.Header("none"), _ => []),
        ["alg None without a signature"] = forge => forge.SignedBy(forge.Header("None"), _ => []),
        ["alg NONE without a signature"] = forge => forge.SignedBy(forge.Header("NONE"), _ => []),
        ["alg nOnE without a signature"] = forge => forge.SignedBy(forge.Header("nOnE"), _ => []),
        ["alg none with a good signature"] = forge => forge.WithHeader("alg", "none"),
        ["alg empty"] = forge => forge.WithHeader("alg", ""),
        ["alg absent"] = forge => forge.WithHeader("alg", null),
        ["alg a number"] = forge => forge.WithHeader("alg", 256),
        ["alg a list"] = forge => forge.WithHeader("alg", new JsonArray("RS256")),
        ["alg in lower case"] = forge => forge.WithHeader("alg", "rs256"),
        ["alg with a blank"] = forge => forge.WithHeader("alg", "RS256 "),
        ["alg twice, none last"] = forge => forge.Sign($$"""{"alg":"RS256","kid":"{{forge.Key.Id}}","alg":"none"}""", forge.Payload().ToJsonString()),
        ["HS256 with the public key as PEM"] = forge => Hmac(forge, Encoding.ASCII.GetBytes(forge.Key.Rsa.ExportSubjectPublicKeyInfoPem())),
        ["HS256 with the public key as DER"] = forge => Hmac(forge, forge.Key.Rsa.ExportSubjectPublicKeyInfo()),
        ["HS256 with the modulus"] = forge => Hmac(forge, forge.Key.Rsa.ExportParameters(includePrivateParameters: false).Modulus!),
        ["HS256 with the key's name"] = forge => Hmac(forge, Encoding.ASCII.GetBytes(forge.Key.Id)),
        ["HS256 with an empty key"] = forge => Hmac(forge, []),
        ["PS256 with the right key"] = forge =>
            forge.SignedBy(forge.Header("PS256"), content => forge.Key.Rsa.SignData(content, HashAlgorithmName.SHA256, RSASignaturePadding.Pss)),
        ["SHA-1 with the right key"] = forge => forge.SignedBy(forge.Header("RS1"), content => Rsa(forge.Key.Rsa, content, HashAlgorithmName.SHA1)),
        ["RS256 over SHA-1"] = forge => forge.SignedBy(forge.Header(), content => Rsa(forge.Key.Rsa, content, HashAlgorithmName.SHA1)),
        ["RS512 over SHA-256"] = forge => forge.WithHeader("alg", "RS512"),
        ["ES256 with an own key"] = forge => forge.SignedBy(forge.Header("ES256"), content => Ec.SignData(content, HashAlgorithmName.SHA256)),
        ["EdDSA over a good signature"] = forge => forge.WithHeader("alg", "EdDSA"),
    };

    private static Dictionary<string, Func<DeliveryForge, string>> Keys() => new(StringComparer.Ordinal)
    {
        ["an own key under a known name"] = forge => forge.SignedBy(forge.Header(), SignOwn),
        ["an own key under its own name"] = forge => forge.SignedBy(Changed(forge.Header(), "kid", "own"), SignOwn),
        ["another published key under this name"] = forge => forge.SignedBy(forge.Header(), content => Rsa(forge.Keys[1].Rsa, content)),
        ["this key under another's name"] = forge => forge.WithHeader("kid", forge.Keys[1].Id),
        ["no key named"] = forge => forge.WithHeader("kid", null),
        ["a key with an empty name"] = forge => forge.WithHeader("kid", ""),
        ["a key's name in upper case"] = forge => forge.WithHeader("kid", forge.Key.Id.ToUpperInvariant()),
        ["a key's name as a list"] = forge => forge.WithHeader("kid", new JsonArray(forge.Key.Id)),
        ["a key's name with SQL"] = forge => forge.SignedBy(Changed(forge.Header(), "kid", "x' UNION SELECT 'key"), SignOwn),
        ["a key's name with a path"] = forge => Hmac(forge, [], Changed(forge.Header("HS256"), "kid", "../../../dev/null")),
        ["a key's name with an address"] = forge => forge.SignedBy(Changed(forge.Header(), "kid", "https://evil.example/keys"), SignOwn),
        ["jku to an own key"] = forge => forge.SignedBy(Changed(forge.Header(), "jku", "http://127.0.0.1:9/keys"), SignOwn),
        ["jku to an own key under its own name"] = forge =>
            forge.SignedBy(Changed(Changed(forge.Header(), "jku", "http://127.0.0.1:9/keys"), "kid", "own"), SignOwn),
        ["x5u to an own key"] = forge => forge.SignedBy(Changed(forge.Header(), "x5u", "http://127.0.0.1:9/cert"), SignOwn),
        ["jwk with an own key"] = forge => forge.SignedBy(Changed(forge.Header(), "jwk", OwnJwk()), SignOwn),
        ["x5c with an own key"] = forge =>
            forge.SignedBy(Changed(forge.Header(), "x5c", new JsonArray(Convert.ToBase64String(Own.ExportSubjectPublicKeyInfo()))), SignOwn),
        ["only x5t names the key"] = forge => forge.Sign(Changed(forge.Header(), "kid", null), forge.Payload()),
        ["a critical extension nobody knows, and an own key"] = forge => forge.SignedBy(Changed(forge.Header(), "crit", new JsonArray("exp")), SignOwn),
    };

    private static Dictionary<string, Func<DeliveryForge, string>> Times() => new(StringComparer.Ordinal)
    {
        ["ended five minutes and a second ago"] = forge => forge.With("exp", forge.Seconds(-301)),
        ["ended a year ago"] = forge => forge.With("exp", forge.Seconds(-365 * 86_400)),
        ["exp absent"] = forge => forge.With("exp", null),
        ["exp 0"] = forge => forge.With("exp", 0),
        ["exp negative"] = forge => forge.With("exp", -1),
        ["exp as words"] = forge => forge.With("exp", "tomorrow"),
        ["exp a list"] = forge => forge.With("exp", new JsonArray(forge.Seconds(60))),
        ["exp an object"] = forge => forge.With("exp", new JsonObject()),
        ["exp true"] = forge => forge.With("exp", true),
        ["begins in five minutes and a second"] = forge => forge.With("nbf", forge.Seconds(301)),
        ["begins in a year"] = forge => forge.With("nbf", forge.Seconds(365 * 86_400)),
        ["begins after it ends"] = forge => forge.Sign(forge.Header(), Changed(Changed(forge.Payload(), "nbf", forge.Seconds(900)), "exp", forge.Seconds(600))),
    };

    private static Dictionary<string, Func<DeliveryForge, string>> Issuers() => new(StringComparer.Ordinal)
    {
        ["iss absent"] = forge => forge.With("iss", null),
        ["iss empty"] = forge => forge.With("iss", ""),
        ["iss with a slash"] = forge => forge.With("iss", Issuer + "/"),
        ["iss without TLS"] = forge => forge.With("iss", "http://api.botframework.com"),
        ["iss in upper case"] = forge => forge.With("iss", "HTTPS://API.BOTFRAMEWORK.COM"),
        ["iss of another cloud"] = forge => forge.With("iss", "https://api.botframework.us"),
        ["iss of the emulator"] = forge => forge.With("iss", "https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/"),
        ["iss of Entra"] = forge => forge.With("iss", $"https://login.microsoftonline.com/{FakeConversations.Tenant}/v2.0"),
        ["iss of somebody else"] = forge => forge.With("iss", "https://api.botframework.com.evil.example"),
        ["iss a list"] = forge => forge.With("iss", new JsonArray(Issuer)),
        ["iss a number"] = forge => forge.With("iss", 7),
    };

    private static Dictionary<string, Func<DeliveryForge, string>> Audiences() => new(StringComparer.Ordinal)
    {
        ["aud of another bot"] = forge => forge.With("aud", "33333333-3333-3333-3333-333333333333"),
        ["aud of other bots"] = forge => forge.With("aud", new JsonArray("33333333-3333-3333-3333-333333333333", "x")),
        ["aud of the service"] = forge => forge.With("aud", "https://api.botframework.com"),
        ["aud absent"] = forge => forge.With("aud", null),
        ["aud empty"] = forge => forge.With("aud", ""),
        ["aud an empty list"] = forge => forge.With("aud", new JsonArray()),
        ["aud a star"] = forge => forge.With("aud", "*"),
        ["aud in upper case"] = forge => forge.With("aud", TestBot.AppId.ToUpperInvariant()),
        ["aud with a blank"] = forge => forge.With("aud", TestBot.AppId + " "),
        ["aud a part"] = forge => forge.With("aud", TestBot.AppId[..^1]),
        ["aud as an appid"] = forge => forge.Sign(forge.Header(), Changed(Changed(forge.Payload(), "appid", TestBot.AppId), "aud", null)),
    };

    private static Dictionary<string, Func<DeliveryForge, string>> ServiceUrls() => new(StringComparer.Ordinal)
    {
        ["serviceurl absent"] = forge => forge.With("serviceurl", null),
        ["serviceurl empty"] = forge => forge.With("serviceurl", ""),
        ["serviceurl a number"] = forge => forge.With("serviceurl", 7),
        ["serviceurl a list"] = forge => forge.With("serviceurl", new JsonArray(FakeCloud.ServiceUrl)),
        ["serviceurl an object"] = forge => forge.With("serviceurl", new JsonObject { ["url"] = FakeCloud.ServiceUrl }),
        ["serviceurl under another name"] = forge => forge.Sign(forge.Header(), Changed(Changed(forge.Payload(), "serviceUrl", FakeCloud.ServiceUrl), "serviceurl", null)),
    };

    private static Dictionary<string, Func<DeliveryForge, string>> Shapes() => new(StringComparer.Ordinal)
    {
        ["one dot"] = _ => ".",
        ["two dots"] = _ => "..",
        ["four dots"] = _ => "....",
        ["letters"] = _ => "a.b.c",
        ["only a header"] = forge => forge.Good().Split('.')[0],
        ["no signature"] = forge => forge.Good()[..forge.Good().LastIndexOf('.')],
        ["an empty signature"] = forge => forge.Good()[..(forge.Good().LastIndexOf('.') + 1)],
        ["half a signature"] = forge => forge.Good()[..^100],
        ["without its first character"] = forge => forge.Good()[1..],
        ["a fourth part"] = forge => forge.Good() + ".x",
        ["five parts"] = forge => forge.Good() + ".x.y",
        ["two tokens"] = forge => forge.Good() + forge.Good(),
        ["the parts in another order"] = forge => string.Join('.', forge.Good().Split('.').Reverse()),
        ["a longer life"] = forge => Spliced(forge, 1, forge.With("exp", forge.Seconds(99_999)).Split('.')[1]),
        ["another header"] = forge => Spliced(forge, 0, Encode($$"""{"alg":"RS256","kid":"{{forge.Key.Id}}"}""")),
        ["a signature of zeros"] = forge => Spliced(forge, 2, Encode(new byte[256])),
        ["a signature of ones"] = forge => Spliced(forge, 2, Encode(Enumerable.Repeat((byte)0xFF, 256).ToArray())),
        ["a payload that is no JSON"] = forge => forge.Sign(forge.Header().ToJsonString(), "amina"),
        ["a payload that is a list"] = forge => forge.Sign(forge.Header().ToJsonString(), "[]"),
        ["a payload that is null"] = forge => forge.Sign(forge.Header().ToJsonString(), "null"),
        ["an empty payload"] = forge => forge.Sign(forge.Header().ToJsonString(), ""),
        ["a payload that breaks off"] = forge => forge.Sign(forge.Header().ToJsonString(), forge.Payload().ToJsonString()[..^1]),
        ["a payload a thousand levels deep"] = forge => forge.Sign(forge.Header().ToJsonString(), new string('[', 1000) + new string(']', 1000)),
        ["a header that is no JSON"] = forge => forge.Sign("RS256", forge.Payload().ToJsonString()),
        ["a header that is null"] = forge => forge.Sign("null", forge.Payload().ToJsonString()),
        ["a token in a token"] = forge => forge.Sign($$"""{"alg":"RS256","kid":"{{forge.Key.Id}}","cty":"JWT"}""", forge.Good()),
        ["an encrypted token"] = _ => $"{Encode("""{"alg":"dir","enc":"A128CBC-HS256"}""")}..{Encode(new byte[16])}.{Encode(new byte[32])}.{Encode(new byte[16])}",
    };

    private static Dictionary<string, Func<DeliveryForge, string>> Bytes() => new(StringComparer.Ordinal)
    {
        ["empty"] = _ => "",
        ["null"] = _ => "null",
        ["JSON"] = forge => forge.Payload().ToJsonString(),
        ["SQL"] = _ => "' OR '1'='1",
        ["in quotes"] = forge => $"\"{forge.Good()}\"",
        ["the scheme twice"] = forge => "Bearer " + forge.Good(),
        ["a good token behind a bad one"] = forge => "x " + forge.Good(),
        ["a blank inside"] = forge => forge.Good().Insert(20, " "),
        ["percent signs"] = forge => forge.Good().Replace(".", "%2E", StringComparison.Ordinal),
        ["plain base64"] = forge => Convert.ToBase64String(Encoding.UTF8.GetBytes(forge.Good())),
        ["letters that are not ASCII"] = _ => "é.ß.ø",
        ["emoji"] = _ => "🔑.🔓.🙈",
        ["wide dots"] = forge => forge.Good().Replace('.', '．'),
        ["letters that look the same"] = forge => forge.Good().Replace('e', 'е'),
        ["written from the right"] = forge => "\u202E" + forge.Good(),
        ["a byte order mark"] = forge => "\uFEFF" + forge.Good(),
        ["24 KB of one letter"] = _ => new string('a', 24_000),
        ["24 KB of dots"] = _ => new string('.', 24_000),
        ["24 KB behind a good token"] = forge => forge.Good() + new string('A', 24_000),
        ["24 KB of claims, signed well"] = forge => forge.With("x", new string('x', 18_000)),
    };

    private static byte[] SignOwn(byte[] content) => Rsa(Own, content);

    private static string Hmac(DeliveryForge forge, byte[] key, JsonObject? header = null) =>
        forge.SignedBy(header ?? forge.Header("HS256"), content => HMACSHA256.HashData(key, content));

    private static JsonObject OwnJwk()
    {
        var key = Own.ExportParameters(includePrivateParameters: false);
        return new JsonObject { ["kty"] = "RSA", ["n"] = Encode(key.Modulus!), ["e"] = Encode(key.Exponent!) };
    }

    private static string Spliced(DeliveryForge forge, int part, string with)
    {
        var parts = forge.Good().Split('.');
        parts[part] = with;
        return string.Join('.', parts);
    }
}
