using System.Buffers;
using System.Collections.Frozen;

namespace HelpDeskBot.Search.Analysis;

/// <summary>
/// Guesses whether a text is English or German from the small words that only one of them has, and from letters and endings. Cheap and for
/// short texts; a text that shows neither stays unguessed.
/// </summary>
public static class LanguageGuess
{
    private const int OfWord = 3;
    private const int OfEnding = 1;

    // So much speaks for itself, and more of a long text says nothing new.
    private const int Enough = 5 * OfWord;
    private const int MostWords = 200;

    private static readonly FrozenDictionary<string, int> Evidence = Words(
        """
        a and any anyone are aren asks asking at be because been before but by can cannot could couldn did didn does doesn doing don dont
        down each every everyone everything for from get gets getting got had has have haven having he his how i if into is isn it its
        just keep keeps last let like me mine more morning most much my need needs new no not nothing now of off only or other our out over own people please
        said same say says see she should shows since some someone something still than thanks that the their them then there these they
        thing this those through to today told too try trying tried turned two under until up us use used using very want wants wasn we week were what when where
        which while who why with without won work works worked working would wrong yesterday yet you your computer password screen phone printer
        keyboard mouse email file files folder meeting help broken stopped anymore again always never after time day open old find found
        """,
        """
        ab aber alle allem allen alles als auch auf aus bei beim bekomme bekommt bis bitte brauche braucht da dann das dass daten dauernd
        dem den der des dich diese diesem diesen dieser dieses dir doch du durch ein eine einem einen einer eines er erst es etwas
        funktioniert für fuer ganz geht geben gehen gibt gestern habe haben halt hallo heute ich ihm ihn ihr im immer ins ist ja jede jeden jedes
        jemand jetzt kann kannst kein keine keinen keiner klappt kommt konnte können koennen läuft laeuft lasst machen macht man mehr mein meine meinem meinen
        meiner mich mir mit morgen muss müssen muessen nach neu neue neuen neuer neues nicht nichts nie niemand noch nur oder ohne schon sehr seit seitdem sich
        sie sind soll sollte sonst steht ständig tun tut über ueber um und uns unser unsere unter viel vom von vor wann warum weg wegen weil welche wenn wer werden
        wie wieder wir wird wo wohin woher zu zum zur zurück zwei passwort kennwort drucker bildschirm rechner tastatur maus konto
        datei ordner telefon handy fehler meldung anmelden anmeldung kaputt hilfe langsam plötzlich
        """);

    private static readonly SearchValues<char> GermanLetters = SearchValues.Create("äöüßÄÖÜ");
    private static readonly string[] EnglishEndings = ["ing", "tion", "ed", "ly", "ght", "ck", "ness"];
    private static readonly string[] GermanEndings = ["ung", "ungen", "heit", "keit", "lich", "isch", "ieren", "iert", "cht", "tzt", "chen", "eln", "ern"];

    /// <summary><c>en</c>, <c>de</c>, or null if nothing speaks for one rather than the other.</summary>
    public static string? Of(ReadOnlySpan<char> text)
    {
        var german = 0; // what speaks for it, less what speaks for English
        var words = new WordReader(text, stackalloc char[WordReader.BufferLength]);
        var evidence = Evidence.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var count = 0; count < MostWords && Math.Abs(german) < Enough && words.MoveNext(); count++)
        {
            german += text.Slice(words.Start, words.Length).ContainsAny(GermanLetters) ? OfWord : 0;
            german += evidence.TryGetValue(words.Word, out var known)
                ? known
                : OfEnding * (EndsLike(words.Word, GermanEndings) - EndsLike(words.Word, EnglishEndings));
        }

        return german > 0 ? "de" : german < 0 ? "en" : null;
    }

    private static int EndsLike(ReadOnlySpan<char> word, string[] endings)
    {
        foreach (var ending in endings)
        {
            if (word.Length > ending.Length + 1 && word.EndsWith(ending, StringComparison.Ordinal))
            {
                return 1;
            }
        }

        return 0;
    }

    private static FrozenDictionary<string, int> Words(string english, string german) => Folded(english).Select(word => (word, -OfWord))
        .Concat(Folded(german).Select(word => (word, OfWord)))
        .ToFrozenDictionary(pair => pair.word, pair => pair.Item2, StringComparer.Ordinal);

    private static IEnumerable<string> Folded(string words) => words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(Folding.Fold);
}
