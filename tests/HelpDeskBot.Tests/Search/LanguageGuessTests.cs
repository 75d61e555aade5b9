using HelpDeskBot.Search.Analysis;

namespace HelpDeskBot.Tests.Search;

public class LanguageGuessTests
{
    [Theory]
    [InlineData("my vpn token is rejected")]
    [InlineData("printer jam on the second floor")]
    [InlineData("cannot log in")]
    [InlineData("How do I share a large file?")]
    [InlineData("screen black")]
    [InlineData("Outlook keeps asking for my password")]
    [InlineData("it's slow")]
    [InlineData("The Teams call dropped and nobody could hear me")]
    [InlineData("was in a meeting, laptop died")]
    [InlineData("locked out")]
    public void English_is_English(string text) => Assert.Equal("en", LanguageGuess.Of(text));

    [Theory]
    [InlineData("Mein VPN-Token wird abgelehnt")]
    [InlineData("Papierstau im zweiten Stock")]
    [InlineData("ich komm nicht rein")]
    [InlineData("Wie teile ich eine große Datei?")]
    [InlineData("Drucker offline")]
    [InlineData("outlook fragt dauernd nach dem passwort")]
    [InlineData("geht net")]
    [InlineData("Passwort vergessen")]
    [InlineData("Anmeldung gesperrt")]
    [InlineData("fuer den neuen Kollegen ein Notebook")]
    [InlineData("Störung")]
    public void German_is_German(string text) => Assert.Equal("de", LanguageGuess.Of(text));

    [Theory]
    [InlineData("")]
    [InlineData("0x80070005")]
    [InlineData("VPN")]
    [InlineData("Laptop")]
    [InlineData("пароль")]
    public void What_speaks_for_neither_is_not_guessed(string text) => Assert.Null(LanguageGuess.Of(text));
}
