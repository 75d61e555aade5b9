using System.Reflection;
using HelpDeskBot.AdaptiveCards;
using HelpDeskBot.BotFramework.Schema;
using HelpDeskBot.Desk;
using HelpDeskBot.Domain;
using HelpDeskBot.Hosting;
using HelpDeskBot.Search;
using HelpDeskBot.Slack;

namespace HelpDeskBot.Tests.Architecture;

public class SizeTests
{
    private const int FileLimit = 300;
    private const int MethodLimit = 60;
    private const int ParameterLimit = 5;

    internal static readonly Assembly[] Product =
    [
        typeof(HelpDeskApp).Assembly, typeof(DeskOptions).Assembly, typeof(Refusal).Assembly,
        typeof(Activity).Assembly, typeof(CardTemplate).Assembly, typeof(SearchIndex).Assembly, typeof(SlackOptions).Assembly,
    ];

    [Fact]
    public void A_file_has_at_most_300_lines() => Rule.Holds(
        files => files.Where(file => file.Text.Count(c => c == '\n') > FileLimit).Select(file => file.Path),
        SourceTree.All,
        new SourceFile("src/HelpDeskBot/Turns/Everything.cs", new string('\n', FileLimit + 1)));

    [Fact]
    public void A_method_has_at_most_60_lines() => Rule.Holds(
        methods => methods.Where(method => method.Lines > MethodLimit).Select(method => $"{method.Name}: {method.Lines} lines"),
        Product.SelectMany(MethodLines.Of),
        MethodLines.Of(typeof(Samples).Assembly).Single(method => method.Name == nameof(Samples) + "." + nameof(Samples.TooLong)));

    [Fact]
    public void A_class_depends_on_at_most_five_things()
    {
        Rule.Holds(TooManyParameters, Product.SelectMany(assembly => assembly.GetTypes()), typeof(Samples.KnowsEverything));
        Assert.Empty(TooManyParameters([typeof(Samples.ManyParts)]));
    }

    private static IEnumerable<string> TooManyParameters(IEnumerable<Type> types) =>
        from type in types
        where type.IsClass && !IsRecord(type)
        let most = type.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic).Select(constructor => constructor.GetParameters().Length).DefaultIfEmpty().Max()
        where most > ParameterLimit
        select $"{type.FullName} takes {most}";

    private static bool IsRecord(Type type) => type.GetMethod("<Clone>$") is not null || type.Name.StartsWith("<>", StringComparison.Ordinal);
}
