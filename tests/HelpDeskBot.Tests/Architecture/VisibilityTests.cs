using System.Reflection;
using System.Runtime.CompilerServices;
using HelpDeskBot.Desk;
using HelpDeskBot.Domain;
using HelpDeskBot.Hosting;
using HelpDeskBot.Tests.Support;

namespace HelpDeskBot.Tests.Architecture;

/// <summary>
/// Nothing is public unless another project needs it: names it, calls one of its extension methods, or meets it in the public face of
/// something it needs.
/// </summary>
public class VisibilityTests
{
    /// <summary>The libraries beside them are for whoever takes them: what they offer is public.</summary>
    private static readonly Assembly[] Ours = [typeof(HelpDeskApp).Assembly, typeof(DeskOptions).Assembly, typeof(Refusal).Assembly];

    [Fact]
    public void Nothing_is_public_that_no_other_project_needs() => Rule.Holds(
        Needless,
        Ours.SelectMany(assembly => assembly.GetExportedTypes()),
        typeof(PostgresServer)); // which no project of src knows

    private static IEnumerable<string> Needless(IEnumerable<Type> exported)
    {
        var open = exported.Where(type => !type.IsNested && type.Name != "Program").ToList();
        var needed = open.Where(IsNamedOutside).ToHashSet();
        var waiting = new Queue<Type>(needed);
        while (waiting.TryDequeue(out var type))
        {
            foreach (var shown in Face(type).SelectMany(Parts).Where(open.Contains).Where(needed.Add))
            {
                waiting.Enqueue(shown);
            }
        }

        return open.Except(needed).Select(type => type.FullName!);
    }

    private static bool IsNamedOutside(Type type)
    {
        var own = $"src/{type.Assembly.GetName().Name}/";
        var others = SourceTree.Product.Where(file => !file.IsUnder(own));
        var extensions = type.GetMethods().Where(method => method.IsDefined(typeof(ExtensionAttribute))).Select(method => $@"\.{method.Name}\(");
        var pattern = string.Join('|', extensions.Prepend($@"\b{type.Name.Split('`')[0]}\b"));
        return others.Any(file => file.Names(pattern));
    }

    /// <summary>The types that a public type shows to whoever uses it.</summary>
    private static IEnumerable<Type> Face(Type type)
    {
        const BindingFlags Public = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static;
        return type.GetNestedTypes().SelectMany(Face)
            .Concat(type.GetInterfaces())
            .Append(type.BaseType ?? typeof(object))
            .Concat(type.GetConstructors().SelectMany(constructor => constructor.GetParameters()).Select(parameter => parameter.ParameterType))
            .Concat(type.GetMethods(Public).SelectMany(method => method.GetParameters().Select(parameter => parameter.ParameterType).Append(method.ReturnType)))
            .Concat(type.GetProperties(Public).Select(property => property.PropertyType))
            .Concat(type.GetFields(Public).Select(field => field.FieldType));
    }

    private static IEnumerable<Type> Parts(Type type)
    {
        var element = type.HasElementType ? type.GetElementType()! : type;
        var definition = element.IsGenericType ? element.GetGenericTypeDefinition() : element;
        return element.GetGenericArguments().SelectMany(Parts).Append(definition).SelectMany(part => part.DeclaringType is { } outer ? [part, outer] : new[] { part });
    }
}
