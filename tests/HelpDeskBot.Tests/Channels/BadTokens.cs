using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using static HelpDeskBot.Tests.Channels.TokenForge;

namespace HelpDeskBot.Tests.Channels;

/// <summary>Tokens that must not open anything, by what is wrong with them.</summary>
internal static class BadTokens
{
    private static readonly RSA Rsa = RSA.Create(2048);
    private static readonly ECDsa Ec = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public static IReadOnlyDictionary<string, Func<TokenForge, string>> All { get; } = Table();

    private static Dictionary<string, Func<TokenForge, string>> Table()
    {
        var table = new Dictionary<string, Func<TokenForge, string>>(StringComparer.Ordinal);
        foreach (var part in new[] { Algorithms(), Keys(), Times(), Claims(), Shapes(), Bytes() })
        {
            foreach (var (what, make) in part)
            {
                table.Add(what, make);
            }
        }

        return table;
    }

    private static Dictionary<string, Func<TokenForge, string>> Algorithms() => new(StringComparer.Ordinal)
    {
        ["alg none without a signature"] = forge => forge.SignedBy(Header("none"), _ => []),
        ["alg None without a signature"] = forge => forge.SignedBy(Header("None"), _ => []),
        ["alg NONE without a signature"] = forge => forge.SignedBy(Header("NONE"), _ => []),
        ["alg nOnE without a signature"] = forge => forge.SignedBy(Header("nOnE"), _ => []),
        ["alg none with a good HMAC"] = forge => forge.WithHeader(("alg", "none")),
        ["alg empty"] = forge => forge.WithHeader(("alg", "")),
        ["alg null"] = forge => forge.WithHeader(("alg", null)),
        ["alg a number"] = forge => forge.WithHeader(("alg", 256)),
        ["alg a list"] = forge => forge.WithHeader(("alg", new JsonArray("HS256"))),
        ["alg absent"] = forge => forge.Sign("""{"typ":"JWT"}""", forge.Payload().ToJsonString()),
        ["alg twice, none last"] = forge => forge.Sign("""{"alg":"HS256","alg":"none"}""", forge.Payload().ToJsonString()),
        ["alg in lower case"] = forge => forge.WithHeader(("alg", "hs256")),
        ["HS384 with the right key"] = forge => forge.SignedBy(Header("HS384"), content => HMACSHA384.HashData(forge.Key, content)),
        ["HS512 with the right key"] = forge => forge.SignedBy(Header("HS512"), content => HMACSHA512.HashData(forge.Key, content)),
        ["RS256 with an own key"] = forge => forge.SignedBy(Header("RS256"), SignRsa),
        ["PS256 with an own key"] = forge =>
            forge.SignedBy(Header("PS256"), content => Rsa.SignData(content, HashAlgorithmName.SHA256, RSASignaturePadding.Pss)),
        ["ES256 with an own key"] = forge => forge.SignedBy(Header("ES256"), content => Ec.SignData(content, HashAlgorithmName.SHA256)),
        ["RS256 over a good HMAC"] = forge => forge.WithHeader(("alg", "RS256")),
        ["EdDSA over a good HMAC"] = forge => forge.WithHeader(("alg", "EdDSA")),
        ["HS256 over an RSA signature"] = forge => forge.SignedBy(Header(), SignRsa),
    };

    private static Dictionary<string, Func<TokenForge, string>> Keys() => new(StringComparer.Ordinal)
    {
        ["a wrong key"] = forge => forge.SignedBy(Header(), content => HMACSHA256.HashData(new byte[32], content)),
        ["an empty key"] = forge => forge.SignedBy(Header(), content => HMACSHA256.HashData(Array.Empty<byte>(), content)),
        ["the issuer's name as key"] = forge => forge.SignedBy(Header(), content => HMACSHA256.HashData(Encoding.UTF8.GetBytes(Issuer), content)),
        ["half of the key"] = forge => forge.SignedBy(Header(), content => HMACSHA256.HashData(forge.Key[..16], content)),
        ["the key as base64 text"] = forge =>
            forge.SignedBy(Header(), content => HMACSHA256.HashData(Encoding.ASCII.GetBytes(Convert.ToBase64String(forge.Key)), content)),
        ["kid of an empty file"] = forge => forge.SignedBy(With("kid", "../../../../dev/null"), content => HMACSHA256.HashData(Array.Empty<byte>(), content)),
        ["kid with SQL"] = forge => forge.SignedBy(With("kid", "x' UNION SELECT 'key"), content => HMACSHA256.HashData("key"u8, content)),
        ["kid a list"] = forge => forge.SignedBy(With("kid", new JsonArray("a")), content => HMACSHA256.HashData("a"u8, content)),
        ["jku to an own key"] = forge => forge.SignedBy(With("jku", "http://127.0.0.1:9/keys", "RS256"), SignRsa),
        ["x5u to an own key"] = forge => forge.SignedBy(With("x5u", "http://127.0.0.1:9/cert", "RS256"), SignRsa),
        ["jwk with an own RSA key"] = forge => forge.SignedBy(With("jwk", RsaKey(), "RS256"), SignRsa),
        ["jwk with an own HMAC key"] = forge => forge.SignedBy(
            With("jwk", new JsonObject { ["kty"] = "oct", ["k"] = Encode(new byte[32]) }), content => HMACSHA256.HashData(new byte[32], content)),
        ["x5c with an own key"] = forge => forge.SignedBy(
            With("x5c", new JsonArray(Convert.ToBase64String(Rsa.ExportSubjectPublicKeyInfo())), "RS256"), SignRsa),
        ["the public RSA key as HMAC key"] = forge =>
            forge.SignedBy(Header(), content => HMACSHA256.HashData(Encoding.ASCII.GetBytes(Rsa.ExportSubjectPublicKeyInfoPem()), content)),
    };

    private static Dictionary<string, Func<TokenForge, string>> Times() => new(StringComparer.Ordinal)
    {
        ["expired a moment ago"] = forge => forge.With("exp", forge.Seconds(-1)),
        ["expires now"] = forge => forge.With("exp", forge.Seconds(0)),
        ["expired a year ago"] = forge => forge.With("exp", forge.Seconds(-365 * 86_400)),
        ["exp absent"] = forge => forge.With("exp", null),
        ["exp 0"] = forge => forge.With("exp", 0),
        ["exp negative"] = forge => forge.With("exp", -1),
        ["exp as words"] = forge => forge.With("exp", "tomorrow"),
        ["exp a list"] = forge => forge.With("exp", new JsonArray(forge.Seconds(60))),
        ["exp an object"] = forge => forge.With("exp", new JsonObject()),
        ["nbf in a minute"] = forge => forge.With("nbf", forge.Seconds(60)),
        ["nbf in a year"] = forge => forge.With("nbf", forge.Seconds(365 * 86_400)),
        ["nbf absent"] = forge => forge.With("nbf", null),
        ["nbf as words"] = forge => forge.With("nbf", "yesterday"),
    };

    private static Dictionary<string, Func<TokenForge, string>> Claims() => new(StringComparer.Ordinal)
    {
        ["aud of the stream"] = forge => forge.With("aud", "directline-stream"),
        ["aud of somebody else"] = forge => forge.With("aud", "https://api.botframework.com"),
        ["aud absent"] = forge => forge.With("aud", null),
        ["aud empty"] = forge => forge.With("aud", ""),
        ["aud in upper case"] = forge => forge.With("aud", "DIRECTLINE"),
        ["aud a longer word"] = forge => forge.With("aud", "directline "),
        ["aud an empty list"] = forge => forge.With("aud", new JsonArray()),
        ["iss of somebody else"] = forge => forge.With("iss", "https://directline.botframework.com/"),
        ["iss absent"] = forge => forge.With("iss", null),
        ["iss empty"] = forge => forge.With("iss", ""),
        ["iss in upper case"] = forge => forge.With("iss", "HELPDESKBOT-DIRECTLINE"),
        ["iss a list"] = forge => forge.With("iss", new JsonArray(Issuer)),
        ["sub absent"] = forge => forge.With("sub", null),
        ["sub empty"] = forge => forge.With("sub", ""),
        ["sub a list"] = forge => forge.With("sub", new JsonArray("amina", "farid")),
        ["conv absent"] = forge => forge.With("conv", null),
        ["conv empty"] = forge => forge.With("conv", ""),
        ["conv a number"] = forge => forge.With("conv", 7),
        ["conv a list"] = forge => forge.With("conv", new JsonArray("direct-amina", "it-support")),
        ["conv of somebody else"] = forge => forge.With("conv", "direct-bruno"),
        ["conv a room"] = forge => forge.With("conv", "it-support"),
        ["conv in upper case"] = forge => forge.With("conv", "DIRECT-AMINA"),
    };

    private static Dictionary<string, Func<TokenForge, string>> Shapes() => new(StringComparer.Ordinal)
    {
        ["one dot"] = _ => ".",
        ["two dots"] = _ => "..",
        ["three dots"] = _ => "...",
        ["four dots"] = _ => "....",
        ["letters"] = _ => "a.b.c",
        ["only a header"] = forge => forge.Good().Split('.')[0],
        ["no signature"] = forge => forge.Good()[..forge.Good().LastIndexOf('.')],
        ["an empty signature"] = forge => forge.Good()[..(forge.Good().LastIndexOf('.') + 1)],
        ["half a signature"] = forge => forge.Good()[..^20],
        ["a signature without its last character"] = forge => forge.Good()[..^1],
        ["without its first character"] = forge => forge.Good()[1..],
        ["a fourth part"] = forge => forge.Good() + ".x",
        ["five parts"] = forge => forge.Good() + ".x.y",
        ["two tokens"] = forge => forge.Good() + forge.Good(),
        ["the parts in another order"] = forge => string.Join('.', forge.Good().Split('.').Reverse()),
        ["another's payload"] = forge => Spliced(forge, 1, Encode(forge.Payload().ToJsonString().Replace("amina", "farid", StringComparison.Ordinal))),
        ["a longer life"] = forge => Spliced(forge, 1, forge.With("exp", forge.Seconds(99_999)).Split('.')[1]),
        ["another header"] = forge => Spliced(forge, 0, Encode("""{"alg":"HS256"}""")),
        ["a signature of another token"] = forge => Spliced(forge, 2, forge.With("exp", forge.Seconds(60)).Split('.')[2]),
        ["a signature of zeros"] = forge => Spliced(forge, 2, Encode(new byte[32])),
        ["a payload that is no JSON"] = forge => forge.Sign(Header().ToJsonString(), "amina"),
        ["a payload that is a list"] = forge => forge.Sign(Header().ToJsonString(), "[]"),
        ["a payload that is null"] = forge => forge.Sign(Header().ToJsonString(), "null"),
        ["an empty payload"] = forge => forge.Sign(Header().ToJsonString(), ""),
        ["a payload that breaks off"] = forge => forge.Sign(Header().ToJsonString(), forge.Payload().ToJsonString()[..^1]),
        ["a payload a thousand levels deep"] = forge => forge.Sign(Header().ToJsonString(), new string('[', 1000) + new string(']', 1000)),
        ["a header that is no JSON"] = forge => forge.Sign("HS256", forge.Payload().ToJsonString()),
        ["a header that is null"] = forge => forge.Sign("null", forge.Payload().ToJsonString()),
        ["a token in a token"] = forge => forge.Sign("""{"alg":"HS256","cty":"JWT"}""", forge.Good()),
        ["an encrypted token"] = _ => $"{Encode("""{"alg":"dir","enc":"A128CBC-HS256"}""")}..{Encode(new byte[16])}.{Encode(new byte[32])}.{Encode(new byte[16])}",
    };

    private static Dictionary<string, Func<TokenForge, string>> Bytes() => new(StringComparer.Ordinal)
    {
        ["empty"] = _ => "",
        ["null"] = _ => "null",
        ["undefined"] = _ => "undefined",
        ["JSON"] = forge => forge.Payload().ToJsonString(),
        ["SQL"] = _ => "' OR '1'='1",
        ["in quotes"] = forge => $"\"{forge.Good()}\"",
        ["the scheme twice"] = forge => "Bearer " + forge.Good(),
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
    };

    private static byte[] SignRsa(byte[] content) => Rsa.SignData(content, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

    private static JsonObject With(string name, JsonNode value, string alg = "HS256")
    {
        var header = Header(alg);
        header[name] = value;
        return header;
    }

    private static JsonObject RsaKey()
    {
        var key = Rsa.ExportParameters(includePrivateParameters: false);
        return new JsonObject { ["kty"] = "RSA", ["n"] = Encode(key.Modulus!), ["e"] = Encode(key.Exponent!) };
    }

    private static string Spliced(TokenForge forge, int part, string with)
    {
        var parts = forge.Good().Split('.');
        parts[part] = with;
        return string.Join('.', parts);
    }
}
