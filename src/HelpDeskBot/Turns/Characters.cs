namespace HelpDeskBot.Turns;

/// <summary>What people type, made storable without losing anything a person could see.</summary>
internal static class Characters
{
    private const char Nul = '\0';
    private const char NulSymbol = '\u2400';
    private const char Unknown = '\uFFFD';

    /// <summary>NUL, which PostgreSQL refuses, becomes its visible symbol; half of a surrogate pair becomes the replacement character.</summary>
    public static string Storable(string text)
    {
        if (!text.Any(c => c == Nul || char.IsSurrogate(c)))
        {
            return text;
        }

        var characters = text.ToCharArray();
        for (var i = 0; i < characters.Length; i++)
        {
            if (characters[i] == Nul)
            {
                characters[i] = NulSymbol;
            }
            else if (char.IsHighSurrogate(characters[i]) && i + 1 < characters.Length && char.IsLowSurrogate(characters[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(characters[i]))
            {
                characters[i] = Unknown;
            }
        }

        return new string(characters);
    }
}
