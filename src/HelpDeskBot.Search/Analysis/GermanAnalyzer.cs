namespace HelpDeskBot.Search.Analysis;

/// <summary>Words without German stop words, with <c>ae</c>, <c>oe</c> and <c>ue</c> taken for umlauts and those for plain letters, stemmed.</summary>
public sealed class GermanAnalyzer() : Analyzer("de", StopWords)
{
    private const string StopWords = """
        aber alle allem allen aller alles als also am an andere anderen anderer anderes auch auf aus bei beim bin bis bist bitte da dabei damit danach
        dann daran darauf das dass dein deine dem den der des dessen deshalb die dich dies diese diesem diesen dieser dieses dir doch dort du durch ein
        eine einem einen einer eines er es etwas euch euer eure für gegen habe haben habt hallo hast hat hatte hatten hier hin hinter ich ihm ihn ihnen
        ihr ihre ihrem ihren ihrer im immer in indem ins ist ja jede jedem jeden jeder jedes jetzt kann kannst kein keine keinem keinen keiner können
        könnt könnte man manche mein meine meinem meinen meiner mich mir mit muss müssen nach nicht nichts noch nun nur ob oder ohne schon sehr sein seine
        seinem seinen seiner seit selbst sich sie sind so sobald solche soll sollte sondern sonst über um und uns unser unsere unter viel vom von vor war
        waren warum was weil weiter welche welchem welchen welcher welches wenn wer werde werden wie wieder will wir wird wirst wo wollen wurde wurden
        würde während zu zum zur zwar zwischen danke
        wann wem wen wessen wieso weshalb woher wohin wobei wofür womit woran worauf wovon wozu
        hab habs hätte wäre ne nen nem ner nix mal denn halt eben gar aufs ans obwohl falls sogar guten liebe lieber grüße gruß hey moin servus mfg vg
        """;

    internal override string Stem(string word) => GermanStemmer.Stem(word);

    // Behind another vowel or a q the u belongs there: "neue", "quelle".
    internal override string Normal(string word)
    {
        if (word.IndexOf('e', StringComparison.Ordinal) < 1)
        {
            return word;
        }

        var plain = new System.Text.StringBuilder(word.Length);
        for (var at = 0; at < word.Length; at++)
        {
            var isDigraph = word[at] == 'e' && at > 0 && word[at - 1] is ('a' or 'o' or 'u')
                && (at < 2 || word[at - 2] is not ('a' or 'e' or 'i' or 'o' or 'u' or 'q'));
            if (!isDigraph)
            {
                plain.Append(word[at]);
            }
        }

        return plain.ToString();
    }
}
