namespace HelpDeskBot.Search;

/// <summary>Why a term of a document counts for a word of the query.</summary>
public enum MatchKind
{
    /// <summary>It is the word, in any of its forms.</summary>
    Word,

    /// <summary>It is the word together with its neighbour, or a part of it: <c>vpn client</c>, <c>vpnclient</c>.</summary>
    Spelling,

    /// <summary>One is a part of the other: <c>Warteschlange</c>, <c>Druckerwarteschlange</c>.</summary>
    Compound,

    /// <summary>The list of synonyms says so.</summary>
    Synonym,

    /// <summary>No document has the word, but one that is spelt much like it.</summary>
    Correction,

    /// <summary>It begins with the word that is being typed.</summary>
    Prefix,
}
