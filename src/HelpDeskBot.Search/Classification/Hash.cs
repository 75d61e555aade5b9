namespace HelpDeskBot.Search.Classification;

/// <summary>Hashes that are the same in every process and version, since models are stored with them.</summary>
internal static class Hash
{
    public const ulong Basis = 0xcbf29ce484222325; // FNV-1a
    private const ulong Prime = 0x100000001b3;

    public static ulong Next(ulong hash, int letter) => (hash ^ (uint)letter) * Prime;

    public static ulong Of(ReadOnlySpan<char> text)
    {
        var hash = Basis;
        foreach (var letter in text)
        {
            hash = Next(hash, letter);
        }

        return hash;
    }

    /// <summary>Spreads what differs little over all bits.</summary>
    public static uint Mix(ulong value)
    {
        value = (value ^ (value >> 33)) * 0xff51afd7ed558ccd;
        value = (value ^ (value >> 33)) * 0xc4ceb9fe1a85ec53;
        return (uint)(value >> 32);
    }
}
