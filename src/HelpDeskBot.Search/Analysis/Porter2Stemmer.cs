using System.Collections.Frozen;

namespace HelpDeskBot.Search.Analysis;

/// <summary>
/// The English stemmer of Martin Porter's second algorithm (snowballstem.org, "English (Porter2)"). Works on folded words; what contains
/// anything else than a to z stays as it is.
/// </summary>
internal static class Porter2Stemmer
{
    private const string Vowels = "aeiouy";
    private const string Doubles = "bdfgmnprt";
    private const string BeforeLi = "cdeghkmnrt";

    private static readonly FrozenDictionary<string, string> Exceptions = new Dictionary<string, string>
    {
        ["skis"] = "ski",
        ["skies"] = "sky",
        ["dying"] = "die",
        ["lying"] = "lie",
        ["tying"] = "tie",
        ["idly"] = "idl",
        ["gently"] = "gentl",
        ["ugly"] = "ugli",
        ["early"] = "earli",
        ["only"] = "onli",
        ["singly"] = "singl",
        ["sky"] = "sky",
        ["news"] = "news",
        ["howe"] = "howe",
        ["atlas"] = "atlas",
        ["cosmos"] = "cosmos",
        ["bias"] = "bias",
        ["andes"] = "andes",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenSet<string> StaysAfter1a =
        new[] { "inning", "outing", "canning", "herring", "earring", "proceed", "exceed", "succeed" }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly (string Suffix, string To)[] Step2Suffixes =
    [
        ("ization", "ize"), ("ational", "ate"), ("fulness", "ful"), ("ousness", "ous"), ("iveness", "ive"), ("tional", "tion"), ("biliti", "ble"),
        ("lessli", "less"), ("entli", "ent"), ("ation", "ate"), ("alism", "al"), ("aliti", "al"), ("ousli", "ous"), ("iviti", "ive"),
        ("fulli", "ful"), ("enci", "ence"), ("anci", "ance"), ("abli", "able"), ("izer", "ize"), ("ator", "ate"), ("alli", "al"), ("bli", "ble"),
        ("ogi", "og"), ("li", ""),
    ];

    private static readonly (string Suffix, string To)[] Step3Suffixes =
    [
        ("ational", "ate"), ("tional", "tion"), ("alize", "al"), ("icate", "ic"), ("iciti", "ic"), ("ative", ""), ("ical", "ic"), ("ness", ""), ("ful", ""),
    ];

    private static readonly string[] Step4Suffixes =
    [
        "ement", "ance", "ence", "able", "ible", "ment", "ant", "ent", "ism", "ate", "iti", "ous", "ive", "ize", "ion", "al", "er", "ic",
    ];

    public static string Stem(string word)
    {
        if (word.Length <= 2 || word.AsSpan().ContainsAnyExceptInRange('a', 'z'))
        {
            return word;
        }

        if (Exceptions.TryGetValue(word, out var known))
        {
            return known;
        }

        var marked = MarkConsonantY(word);
        var (r1, r2) = Regions(marked);
        marked = Step1A(marked);
        if (StaysAfter1a.Contains(marked))
        {
            return marked;
        }

        marked = Step1C(Step1B(marked, r1));
        marked = Step4(Step3(Step2(marked, r1), r1, r2), r2);
        return Step5(marked, r1, r2).Replace('Y', 'y');
    }

    // A y at the start or after a vowel is a consonant, written Y.
    private static string MarkConsonantY(string word)
    {
        var letters = word.ToCharArray();
        for (var i = 0; i < letters.Length; i++)
        {
            if (letters[i] == 'y' && (i == 0 || IsVowel(letters[i - 1])))
            {
                letters[i] = 'Y';
            }
        }

        return new string(letters);
    }

    private static (int R1, int R2) Regions(string word)
    {
        string[] prefixes = ["gener", "commun", "arsen"];
        var prefix = prefixes.FirstOrDefault(known => word.StartsWith(known, StringComparison.Ordinal));
        var r1 = prefix?.Length ?? AfterVowelConsonant(word, 0);
        return (r1, AfterVowelConsonant(word, r1));
    }

    private static int AfterVowelConsonant(string word, int from)
    {
        for (var i = from + 1; i < word.Length; i++)
        {
            if (!IsVowel(word[i]) && IsVowel(word[i - 1]))
            {
                return i + 1;
            }
        }

        return word.Length;
    }

    private static string Step1A(string word)
    {
        if (Ends(word, "sses"))
        {
            return word[..^2];
        }

        if (Ends(word, "ied") || Ends(word, "ies"))
        {
            return word.Length > 4 ? word[..^2] : word[..^1];
        }

        if (Ends(word, "us") || Ends(word, "ss") || !Ends(word, "s"))
        {
            return word;
        }

        return word.Length > 2 && HasVowel(word[..^2]) ? word[..^1] : word;
    }

    private static string Step1B(string word, int r1)
    {
        foreach (var suffix in new[] { "eedly", "eed" })
        {
            if (Ends(word, suffix))
            {
                return word.Length - suffix.Length >= r1 ? word[..^suffix.Length] + "ee" : word;
            }
        }

        foreach (var suffix in new[] { "ingly", "edly", "ing", "ed" })
        {
            if (Ends(word, suffix))
            {
                var rest = word[..^suffix.Length];
                return HasVowel(rest) ? AfterDeletion(rest, r1) : word;
            }
        }

        return word;
    }

    private static string AfterDeletion(string word, int r1)
    {
        if (Ends(word, "at") || Ends(word, "bl") || Ends(word, "iz"))
        {
            return word + "e";
        }

        if (word.Length >= 2 && word[^1] == word[^2] && Doubles.Contains(word[^1], StringComparison.Ordinal))
        {
            return word[..^1];
        }

        return IsShort(word, r1) ? word + "e" : word;
    }

    private static string Step1C(string word) =>
        word.Length > 2 && word[^1] is 'y' or 'Y' && word.Length > 2 && !IsVowel(word[^2]) ? word[..^1] + "i" : word;

    private static string Step2(string word, int r1)
    {
        foreach (var (suffix, to) in Step2Suffixes)
        {
            if (!Ends(word, suffix))
            {
                continue;
            }

            var stem = word[..^suffix.Length];
            var applies = stem.Length >= r1 && suffix switch
            {
                "ogi" => Ends(stem, "l"),
                "li" => stem.Length > 0 && BeforeLi.Contains(stem[^1], StringComparison.Ordinal),
                _ => true,
            };
            return applies ? stem + to : word;
        }

        return word;
    }

    private static string Step3(string word, int r1, int r2)
    {
        foreach (var (suffix, to) in Step3Suffixes)
        {
            if (Ends(word, suffix))
            {
                var stem = word[..^suffix.Length];
                return stem.Length >= (suffix == "ative" ? r2 : r1) ? stem + to : word;
            }
        }

        return word;
    }

    private static string Step4(string word, int r2)
    {
        foreach (var suffix in Step4Suffixes)
        {
            if (Ends(word, suffix))
            {
                var stem = word[..^suffix.Length];
                var applies = stem.Length >= r2 && (suffix != "ion" || Ends(stem, "s") || Ends(stem, "t"));
                return applies ? stem : word;
            }
        }

        return word;
    }

    private static string Step5(string word, int r1, int r2)
    {
        if (Ends(word, "e"))
        {
            var stem = word[..^1];
            return stem.Length >= r2 || (stem.Length >= r1 && !EndsInShortSyllable(stem)) ? stem : word;
        }

        return Ends(word, "ll") && word.Length - 1 >= r2 ? word[..^1] : word;
    }

    private static bool IsShort(string word, int r1) => r1 >= word.Length && EndsInShortSyllable(word);

    private static bool EndsInShortSyllable(string word)
    {
        if (word.Length == 2)
        {
            return IsVowel(word[0]) && !IsVowel(word[1]);
        }

        return word.Length > 2 && !IsVowel(word[^3]) && IsVowel(word[^2]) && !IsVowel(word[^1]) && word[^1] is not ('w' or 'x' or 'Y');
    }

    private static bool Ends(string word, string suffix) => word.EndsWith(suffix, StringComparison.Ordinal);

    private static bool HasVowel(string word) => word.Any(IsVowel);

    private static bool IsVowel(char c) => Vowels.Contains(c, StringComparison.Ordinal);
}
