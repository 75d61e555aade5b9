using System.Text.RegularExpressions;
using HelpDeskBot.Cards;
using HelpDeskBot.Desk.Outbox;
using HelpDeskBot.Tests.Support;
using HelpDeskBot.Turns;
using NodaTime;

namespace HelpDeskBot.Tests.Cards;

/// <summary>Every language says everything, with the same placeholders, and understands its own commands.</summary>
public partial class LanguageTests
{
    private static readonly CardCatalog Catalog = new(Path.Combine(RepositoryFolder.Root, "cards"));
    private static readonly Words English = Catalog.WordsOf("en");

    // What is the same in every language, or happens to be.
    private static readonly string[] Same =
    [
        "time.on_day", "time.day_pattern", "which.ticket", "quote.thread_Note", "ticket.resolved_as", "refusal.said", "say.Status",
        "survey.score_1", "survey.score_2", "survey.score_3", "survey.score_4", "survey.score_5",
    ];

    public static TheoryData<string> Others => [.. Catalog.Languages.Select(words => words.Language).Where(language => language != "en")];

    [Fact]
    public void There_is_German_beside_English() => Assert.Equal(["en", "de"], Catalog.Languages.Select(words => words.Language));

    [Theory]
    [MemberData(nameof(Others))]
    public void A_language_has_exactly_the_keys_of_English(string language)
    {
        var words = Catalog.WordsOf(language);
        Assert.Equal([], English.Keys.Except(words.Keys).Select(key => $"missing {key}"));
        Assert.Equal([], words.Keys.Except(English.Keys).Select(key => $"extra {key}"));
    }

    [Theory]
    [MemberData(nameof(Others))]
    public void A_text_has_the_placeholders_of_the_English_one(string language)
    {
        var words = Catalog.WordsOf(language);
        Assert.Equal([], English.Keys.Where(words.Has).Where(key => Placeholders(English[key]) != Placeholders(words[key])));
    }

    [Theory]
    [MemberData(nameof(Others))]
    public void No_text_was_left_in_English(string language)
    {
        var words = Catalog.WordsOf(language);
        Assert.Equal([], English.Keys.Except(Same).Where(key => words[key] == English[key]));
    }

    [Theory]
    [MemberData(nameof(Others))]
    public void A_plural_has_both_forms_in_every_language(string language)
    {
        foreach (var key in English.Keys.Where(key => English[key].Contains(", plural,", StringComparison.Ordinal)))
        {
            var (one, two) = (Catalog.WordsOf(language).Format(key, ("count", 1)), Catalog.WordsOf(language).Format(key, ("count", 2)));
            Assert.NotEqual(one, two);
            Assert.DoesNotContain('{', one + two);
        }
    }

    [Fact]
    public void A_difference_of_placeholders_would_be_found()
    {
        Assert.NotEqual(Placeholders("{ticket} is {status}"), Placeholders("{ticket} ist {owner}"));
        Assert.NotEqual(Placeholders("{count, plural, one {# file} other {# files}}"), Placeholders("{count} Dateien"));
        Assert.Equal(Placeholders("{ticket} by {name}"), Placeholders("{name} hat {ticket}"));
    }

    [Theory]
    [InlineData("meine tickets", "MyTickets")]
    [InlineData("Hilfe!", "Help")]
    [InlineData("zurück", "Back")]
    [InlineData("Abbrechen", "Cancel")]
    [InlineData("von vorn", "StartOver")]
    [InlineData("Guten Morgen", "Greeting")]
    [InlineData("problem melden", "Report")]
    [InlineData("status HD-7", "Status")]
    [InlineData("zeige HD-7", "Status")]
    [InlineData("language de", "Language")]
    [InlineData("Sprache Englisch", "Language")]
    [InlineData("sprache", "Language")]
    [InlineData("my tickets", "MyTickets")]
    [InlineData("cancel", "Cancel")]
    public void Commands_of_every_language_are_understood_whatever_is_read(string text, string kind)
    {
        Assert.Equal(kind, Command.Parse(text, Catalog.Languages)?.Kind.ToString());
        Assert.Equal(kind, Command.Parse(text, [.. Catalog.Languages.Reverse()])?.Kind.ToString());
    }

    [Theory]
    [InlineData("language german", "de")]
    [InlineData("sprache deutsch", "de")]
    [InlineData("Sprache EN", "en")]
    [InlineData("language klingon", null)]
    public void A_language_is_named_in_any_language(string text, string? language) =>
        Assert.Equal(language, Command.Parse(text, Catalog.Languages)!.Language);

    [Theory]
    [InlineData("language barrier in my team")]
    [InlineData("meine tickets sind weg")]
    [InlineData("sprache der tastatur ist falsch")]
    public void Words_inside_a_sentence_are_no_command(string text) => Assert.Null(Command.Parse(text, Catalog.Languages));

    [Theory]
    [InlineData("en", "Fri 27 Nov", "today 3:30", "2 hours ago")]
    [InlineData("de", "Fr, 27. Nov", "heute 15:30", "vor 2 Stunden")]
    public void Days_times_and_durations_are_the_readers(string language, string day, string time, string ago)
    {
        var words = Catalog.WordsOf(language);
        var (now, reader) = (Instant.FromUtc(2026, 11, 23, 12, 0), new Reader(language, "Europe/Berlin"));
        Assert.StartsWith(day, Times.At(Instant.FromUtc(2026, 11, 27, 9, 0), now, reader, words), StringComparison.Ordinal);
        Assert.StartsWith(time, Times.At(Instant.FromUtc(2026, 11, 23, 14, 30), now, reader, words), StringComparison.Ordinal);
        Assert.Equal(ago, Times.Ago(now - Duration.FromMinutes(150), now, words));
    }

    [Theory]
    [InlineData("de-AT", "de")]
    [InlineData("DE", "de")]
    [InlineData("en-GB", "en")]
    [InlineData("fr", "en")]
    [InlineData("", "en")]
    public void A_language_nobody_wrote_is_English(string locale, string language) => Assert.Equal(language, Catalog.WordsOf(locale).Language);

    private static string Placeholders(string text) =>
        string.Join(' ', Placeholder().Matches(text).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal));

    [GeneratedRegex(@"\{[a-z_]+(?:\}|, plural,)")]
    private static partial Regex Placeholder();
}
