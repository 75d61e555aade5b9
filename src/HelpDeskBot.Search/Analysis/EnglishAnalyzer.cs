namespace HelpDeskBot.Search.Analysis;

/// <summary>Words without English stop words, stemmed by Porter's second rules.</summary>
public sealed class EnglishAnalyzer() : Analyzer("en", StopWords)
{
    private const string StopWords = """
        a about after again all also am an and any are as at be because been before being but by can cannot could did do does doing don
        down during each few for from further had has have having he her here hers him his how i if in into is it its itself just me more
        most my no nor not now of off on once only or other our ours out over own same she should so some such t than that the their theirs
        them then there these they this those through to too under until up very was we were what when where which while who whom why will
        with would you your yours s m re ve ll d aren couldn didn doesn hadn hasn haven isn shouldn
        wasn weren won wouldn please hi hello thanks onto upon per via
        im ive dont cant wont didnt doesnt isnt arent wasnt havent hasnt couldnt wouldnt shouldnt thats whats theres hes shes youre theyre lets
        hey dear thank thx pls plz regards greetings cheers
        """;

    internal override string Stem(string word) => Porter2Stemmer.Stem(word);
}
