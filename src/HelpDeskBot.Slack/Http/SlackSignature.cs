using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace HelpDeskBot.Slack.Http;

/// <summary>Checks that a request comes from Slack: HMAC-SHA256 over version, time and the body's bytes as they came.</summary>
internal static class SlackSignature
{
    public const string Header = "X-Slack-Signature";
    public const string TimeHeader = "X-Slack-Request-Timestamp";

    private const string Version = "v0";
    private const int LongestTime = 12;
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(300);

    public static bool IsGood(string secret, IHeaderDictionary headers, ReadOnlySpan<byte> body, DateTimeOffset now)
    {
        // Of two headers nobody could say which one counts.
        if (headers[Header] is not [{ } signature] || headers[TimeHeader] is not [{ Length: > 0 and <= LongestTime } written])
        {
            return false;
        }

        var expected = Of(secret, written, body);
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(signature), Encoding.UTF8.GetBytes(expected))
            && long.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            && Math.Abs((now - DateTimeOffset.UnixEpoch).TotalSeconds - seconds) <= Window.TotalSeconds;
    }

    public static string Of(string secret, string time, ReadOnlySpan<byte> body)
    {
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret));
        hmac.AppendData(Encoding.UTF8.GetBytes($"{Version}:{time}:"));
        hmac.AppendData(body);
        return $"{Version}={Convert.ToHexStringLower(hmac.GetHashAndReset())}";
    }
}
