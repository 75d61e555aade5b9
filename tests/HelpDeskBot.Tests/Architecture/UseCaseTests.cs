using System.Reflection;
using HelpDeskBot.Desk;

namespace HelpDeskBot.Tests.Architecture;

public class UseCaseTests
{
    private static readonly string[] Slices = ["Tickets", "Knowledge", "Surveys", "Files", "People", "Approvals", "Reports"];

    /// <summary>The verbs of the desk: classes of its slices that run. What several of them share, such as TicketDesk, does not.</summary>
    public static IReadOnlyList<Type> UseCases { get; } =
        [.. typeof(DeskOptions).Assembly.GetTypes().Where(type => Slices.Contains(type.Namespace?.Split('.')[^1]) && IsUseCase(type))];

    [Fact]
    public void Use_cases_do_not_call_each_other() => Rule.Holds(
        types => from type in types
                 from constructor in type.GetConstructors()
                 from parameter in constructor.GetParameters()
                 where IsUseCase(parameter.ParameterType) || parameter.ParameterType == typeof(IServiceProvider)
                 select $"{type.Name} takes {parameter.ParameterType.Name}",
        UseCases,
        typeof(Samples.CallsAnother),
        typeof(Samples.CallsAnything));

    [Fact]
    public void A_use_case_is_the_only_verb_it_runs() => Rule.Holds(
        types => types.Where(type => RunMethods(type).Count() != 1).Select(type => type.Name),
        UseCases,
        typeof(Samples.RunsTwo));

    private static bool IsUseCase(Type type) => type.IsClass && RunMethods(type).Any();

    private static IEnumerable<MethodInfo> RunMethods(Type type) =>
        type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Where(method => method.Name is "RunAsync" or "Run");
}
