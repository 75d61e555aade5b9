using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using HelpDeskBot.Cards;
using HelpDeskBot.Tests.Support;

namespace HelpDeskBot.Tests.Cards;

/// <summary>Every word that is used exists, and every word that exists is used.</summary>
public partial class StringTests
{
    private static readonly Words English = new("en", (JsonObject)JsonNode.Parse(
        File.ReadAllText(Path.Combine(RepositoryFolder.Root, "cards", "strings", "en.json")))!);

    private static readonly string[] Sources =
    [
        .. Directory.EnumerateFiles(Path.Combine(RepositoryFolder.Root, "src"), "*.cs", SearchOption.AllDirectories)
            .Where(path => !path.Contains("/obj/", StringComparison.Ordinal) && !path.Contains("/Migrations/", StringComparison.Ordinal))
            .Select(File.ReadAllText),
    ];

    private static readonly string[] Templates =
        [.. Directory.EnumerateFiles(Path.Combine(RepositoryFolder.Root, "cards"), "*.json").Select(File.ReadAllText)];

    [Fact]
    public void Every_refusal_has_words() =>
        Assert.Empty(RefusalCodes().Where(code => !English.Has($"refusal.{code}")));

    [Fact]
    public void Every_key_that_code_names_exists() =>
        Assert.Empty(Sources.SelectMany(source => KeyInCode().Matches(source)).Select(match => match.Groups["key"].Value)
            .Where(LooksLikeKey).Distinct().Where(key => !English.Has(key) && !English.Has($"refusal.{key}")));

    [Fact]
    public void Every_key_that_a_card_names_exists() =>
        Assert.Empty(Templates.SelectMany(template => KeyInTemplate().Matches(template)).Select(match => match.Groups["key"].Value)
            .Distinct().Where(key => !English.Has(key)));

    [Fact]
    public void Every_key_is_used()
    {
        var everything = string.Join('\n', Sources.Concat(Templates));
        Assert.Empty(English.Keys.Where(key => !IsUsed(key, everything)));
    }

    [Fact]
    public void Every_name_of_an_enumeration_that_people_read_has_words()
    {
        (string Prefix, Type Type)[] named =
        [
            ("status", typeof(HelpDeskBot.Domain.Tickets.Status)), ("impact", typeof(HelpDeskBot.Domain.Tickets.Impact)),
            ("urgency", typeof(HelpDeskBot.Domain.Tickets.Urgency)), ("resolution", typeof(HelpDeskBot.Domain.Tickets.ResolutionReason)),
            ("history.act_", typeof(HelpDeskBot.Domain.Tickets.Act)), ("due.span_", typeof(HelpDeskBot.Domain.Sla.ClockSpanKind)),
            ("link", typeof(HelpDeskBot.Domain.Tickets.LinkKind)), ("type", typeof(HelpDeskBot.Domain.Tickets.TicketType)),
            ("clock", typeof(HelpDeskBot.Domain.Sla.ClockCondition)), ("say", typeof(HelpDeskBot.Turns.CommandKind)),
        ];
        Assert.Empty(named.SelectMany(pair => Enum.GetNames(pair.Type).Select(name => pair.Prefix.EndsWith('_') ? pair.Prefix + name : $"{pair.Prefix}.{name}")).Where(key => !English.Has(key)));
    }

    [Fact]
    public void A_check_that_finds_nothing_would_find_a_missing_key()
    {
        Assert.False(English.Has("ticket.no_such_key"));
        Assert.False(IsUsed("ticket.no_such_key", string.Join('\n', Sources)));
        Assert.Contains("ticket.taken", RefusalCodes());
    }

    private static IEnumerable<string> RefusalCodes() => Sources
        .SelectMany(source => Code().Matches(source).Concat(StatusCode().Matches(source)))
        .Select(match => match.Groups["code"].Value)
        .Distinct();

    private static bool LooksLikeKey(string text) => English.Keys.Any(key => key.StartsWith(text.Split('.')[0] + ".", StringComparison.Ordinal));

    // A key is used where it stands, or where code builds it from a prefix and a name: $"status.{…}".
    private static bool IsUsed(string key, string everything)
    {
        var bare = key.StartsWith("refusal.", StringComparison.Ordinal) && key != "refusal.said" ? key["refusal.".Length..] : key;
        if (everything.Contains($"\"{bare}\"", StringComparison.Ordinal) || everything.Contains($"t.{key}}}", StringComparison.Ordinal))
        {
            return true;
        }

        string[] built =
        [
            "$\"status.{", "$\"impact.{", "$\"urgency.{", "$\"resolution.{", "$\"clock.{", "$\"say.{", "$\"command.{", "$\"reminder.{", "$\"survey.score_{", "$\"type.{",
            "$\"quote.thread_{", "$\"quote.follower_{", "$\"quote.direct_{", "$\"hand_over.{", "$\"history.act_{", "$\"due.span_{", "$\"link.{", "$\"lists.status_{", "$\"lists.filter_{", "$\"bulk.act_{", "$\"notify.kind_{", "$\"notify.pace_{", "$\"notify.as_{", "$\"article.kind_{", "$\"article.version_{", "$\"article.folder_{",
        ];
        return (built.Any(prefix => everything.Contains(prefix, StringComparison.Ordinal) && key.StartsWith(prefix[2..^1], StringComparison.Ordinal)))
            || FormKey(key, everything);
    }

    // Forms build their keys from the form's name: $"form.{form}_title".
    private static bool FormKey(string key, string everything) =>
        FormPart().Match(key) is { Success: true } match && everything.Contains($"\"{match.Groups["form"].Value}\"", StringComparison.Ordinal)
        && everything.Contains($"$\"form.{{form}}_{match.Groups["part"].Value}\"", StringComparison.Ordinal);

    [GeneratedRegex("""new Refusal\("(?<code>[a-z_.]+)"\)|Refuse\("(?<code>[a-z_.]+)"\)|RefuseAsync\("(?<code>[a-z_.]+)["]""")]
    private static partial Regex Code();

    [GeneratedRegex("""=> "(?<code>ticket\.is_[a-z_]+)["]""")]
    private static partial Regex StatusCode();

    [GeneratedRegex("""(?:words\[|WordsFor\([^)]*\)\[|\.Format\(|new Line\(|Said\(|Named\(|LineOf\()"(?<key>[a-z_]+\.[A-Za-z_.]+)"|"(?<key>announce\.[a-z_]+|intake\.[a-z_]+|form\.[a-z_]+)["]""")]
    private static partial Regex KeyInCode();

    [GeneratedRegex("""t\.(?<key>[a-z_]+\.[A-Za-z_]+)\}""")]
    private static partial Regex KeyInTemplate();

    [GeneratedRegex("""^form\.(?<form>[a-z_]+?)_(?<part>title|hint|label|submit|done)$""")]
    private static partial Regex FormPart();
}
