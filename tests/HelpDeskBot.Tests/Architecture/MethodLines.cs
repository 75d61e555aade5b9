using System.Reflection;
using System.Reflection.Metadata;

namespace HelpDeskBot.Tests.Architecture;

/// <summary>A method and the lines it spans, as its debug symbols say.</summary>
internal sealed record MethodLines(string Name, int Lines)
{
    /// <summary>Every method written by hand. Of a constructor only the lines that run count: field initialisers spread it over the type.</summary>
    public static IEnumerable<MethodLines> Of(Assembly assembly)
    {
        using var code = new System.Reflection.PortableExecutable.PEReader(File.OpenRead(assembly.Location));
        using var symbols = MetadataReaderProvider.FromPortablePdbStream(File.OpenRead(Path.ChangeExtension(assembly.Location, ".pdb")));
        var (types, lines) = (code.GetMetadataReader(), symbols.GetMetadataReader());
        foreach (var handle in types.MethodDefinitions)
        {
            var points = lines.GetMethodDebugInformation(handle).GetSequencePoints()
                .Where(point => !point.IsHidden && IsWritten(lines.GetString(lines.GetDocument(point.Document).Name)))
                .ToList();
            if (points.Count > 0)
            {
                yield return new MethodLines(NameOf(types, handle), Span(points, types.GetString(types.GetMethodDefinition(handle).Name)));
            }
        }
    }

    private static int Span(List<SequencePoint> points, string method) => method is ".ctor" or ".cctor"
        ? points.Select(point => point.StartLine).Distinct().Count()
        : points.Max(point => point.EndLine) - points.Min(point => point.StartLine) + 1;

    private static bool IsWritten(string document) =>
        document.EndsWith(".cs", StringComparison.Ordinal) && !document.EndsWith(".g.cs", StringComparison.Ordinal)
        && !document.Replace('\\', '/').Contains("/Migrations/", StringComparison.Ordinal);

    // An asynchronous method's body is in a nested type of its own, named after it.
    private static string NameOf(MetadataReader types, MethodDefinitionHandle handle)
    {
        var method = types.GetMethodDefinition(handle);
        var type = types.GetTypeDefinition(method.GetDeclaringType());
        return $"{types.GetString(type.Name)}.{types.GetString(method.Name)}";
    }
}
